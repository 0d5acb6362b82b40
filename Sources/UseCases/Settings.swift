/// Every limit and period of an installation, with its default; the configuration reference is made from these comments.
package struct Settings: Hashable, Sendable {
    /// Life of an access token, seconds.
    package var accessTokenSeconds: Int64 = 1_800
    /// Life of a refresh token, seconds; each use renews it.
    package var refreshTokenSeconds: Int64 = 43_200
    /// Longest life of a sign-in however often it is refreshed, seconds.
    package var sessionSecondsMax: Int64 = 604_800
    /// Seconds after which another server's revocation of a token is noticed here at the latest; this server's own hold at once.
    package var tokenRecheckSeconds: Int64 = 5
    /// Tokens whose principals are kept in memory.
    package var tokenCacheMax: Int = 10_000
    /// Longest life of an API key, days.
    package var apiKeyDaysMax: Int64 = 400
    /// Cost of a password's hash: 2 to this power of scrypt rounds (10 to 18; 15 takes 32 MiB and about 0.1 s).
    package var passwordCostLog2: Int = 15
    /// Passwords hashed at the same time, and the most that wait; further sign-ins are refused for the moment.
    package var passwordThreads: Int = 2
    package var passwordQueueMax: Int = 64
    /// Fewest characters of a password.
    package var passwordCharactersMin: Int = 10
    /// Life of a one-time enrolment link, seconds.
    package var enrolmentSeconds: Int64 = 86_400
    /// Failures after which signing in slows down; each further one doubles the wait.
    package var signInFailuresFree: Int = 3
    /// The same for all accounts together that are tried from one source.
    package var signInSourceFailuresFree: Int = 30
    /// Longest wait between sign-in attempts, seconds.
    package var signInWaitSecondsMax: Int64 = 900
    /// Largest file of cards, bytes.
    package var intakeBytesMax: Int = 512 << 20
    /// Most rows in a file of cards.
    package var intakeRowsMax: Int = 2_000_000
    /// Cards committed together during an intake.
    package var intakeCommitRows: Int = 10_000
    /// Problems of one file kept row by row; those beyond are counted only.
    package var intakeProblemsMax: Int = 100_000
    /// Seconds after which another worker takes over an intake whose worker gives no sign.
    package var intakeLeaseSeconds: Int64 = 120
    /// Most cards chosen at once for an act.
    package var selectionCardsMax: Int = 2_000_000
    /// Most numbers in one search for cards.
    package var searchNumbersMax: Int = 1_000
    /// Hours a repair file can be fetched.
    package var repairFileHours: Int64 = 72
    /// Largest piece of evidence, bytes.
    package var evidenceBytesMax: Int = 10 << 20
    /// Hours between two searches for pieces of evidence that no row wants.
    package var evidenceSweepHours: Int64 = 6
    /// Seconds after which a request to an S3-compatible store of evidence is given up.
    package var evidenceRequestSeconds: Int64 = 15
    /// Times such a request is made when the store does not answer or says 5xx, the waits between them growing.
    package var evidenceRequestTries: Int = 3
    /// Such requests under way at the same time; as many again and eight times may wait, further ones are refused for the moment.
    package var evidenceRequestsMax: Int = 16
    /// Seconds after which an attempt to ask a verification provider is given up.
    package var verificationTimeoutSeconds: Int64 = 10
    /// Seconds after which no further attempt is made, waits included; less than a request to the server may take.
    package var verificationTotalSeconds: Int64 = 25
    /// Times a verification provider is asked the same question when it does not answer, the waits between them growing.
    package var verificationTries: Int = 3
    /// Questions to one verification provider under way at the same time; as many again and eight times may wait, further ones are refused for the moment.
    package var verificationConcurrency: Int = 8
    /// So many failures of a verification provider …
    package var verificationBreakerFailures: Int = 5
    /// … within so many seconds leave it alone …
    package var verificationBreakerWindowSeconds: Int64 = 60
    /// … for so many; then one question is let through to see.
    package var verificationBreakerOpenSeconds: Int64 = 30
    /// 1 takes answers of a sandbox for answers, for demonstrations and tests only: it confirms people who do not exist. Else they are refused.
    package var verificationSandboxAllowed: Int = 0
    /// 1 has the provider of faces look whether it was shown the same face before under another identity, which is for a reviewer then. It is a processing of its own: people are told of it in the notice they consent to.
    package var verificationFaceSearch: Int = 0
    /// Seconds after which an attempt to hand on a notice is given up.
    package var noticeTimeoutSeconds: Int64 = 15
    /// Notices of one way (webhook, SMS, mail) handed on at the same time.
    package var noticeConcurrency: Int = 4
    /// Hours after which a notice that nobody took is given up.
    package var noticeGiveUpHours: Int64 = 48
    /// Days after which a notice that is over is forgotten.
    package var noticePurgeDays: Int64 = 30
    /// Seconds for which cards of a kind and a day are gathered into one letter to the organisation that has them.
    package var noticeGatherSeconds: Int64 = 600
    /// So many failures of a receiver of notices …
    package var noticeBreakerFailures: Int = 5
    /// … within so many seconds leave it alone …
    package var noticeBreakerWindowSeconds: Int64 = 60
    /// … for so many; then one notice is let through to see.
    package var noticeBreakerOpenSeconds: Int64 = 30
    /// 1 takes a sandbox for a receiver of notices, for demonstrations and tests only: it tells nobody. Else what it takes is not taken.
    package var noticeSandboxAllowed: Int = 0
    /// Days for which changes of cards are kept for whoever follows them.
    package var changeDays: Int64 = 30
    /// Most webhooks of one organisation.
    package var webhooksMax: Int = 20
    /// Webhooks that are told at the same time.
    package var webhookConcurrency: Int = 4
    /// Seconds after which an attempt to tell a webhook is given up.
    package var webhookTimeoutSeconds: Int64 = 15
    /// Longest wait between two attempts, seconds.
    package var webhookWaitSecondsMax: Int64 = 3_600
    /// Hours after which an event that a webhook does not take is left out, and the next one sent.
    package var webhookGiveUpHours: Int64 = 24
    /// Hours for which a secret signs beside the one that takes its place.
    package var webhookSecretHours: Int64 = 24
    /// Days after which what became of an event is forgotten.
    package var webhookPurgeDays: Int64 = 30
    /// 1 lets webhooks be on the own machine, in clear too, for demonstrations and tests only. Else only what is on the open network is told, by HTTPS.
    package var webhookLocalAllowed: Int = 0
    /// 1 lets connections lead to a sandbox of carriers, for demonstrations and tests only: its cards do not exist. Else a server with such a connection does not start, and answers of a sandbox are none.
    package var carrierSandboxAllowed: Int = 0
    /// Days after which what a carrier sent of its own accord is purged.
    package var carrierNoticeDays: Int64 = 7
    /// Seconds for which a carrier may be at work on what was told without showing it; what it knows nothing of then is told again.
    package var carrierSettleSeconds: Int64 = 300
    /// Hours after which what a carrier took on and never did is given up, and somebody must look.
    package var carrierOutcomeHours: Int64 = 72
    /// Cards of the whole base about which each carrier is asked in an hour; 0 asks only about cards that changed or are at risk.
    package var carrierRoundCardsPerHour: Int64 = 3_600
    /// Hour of China's day from which on carriers are asked about cards at risk.
    package var carrierNightHour: Int64 = 22
    /// Most cards in one application.
    package var applicationCardsMax: Int = 200_000
    /// Most cards for which links or codes are given out at once.
    package var entranceCardsMax: Int = 10_000
    /// Longest life of a link or claim code, days.
    package var entranceDaysMax: Int64 = 400
    /// Hours for which the link opens by which a person completes his part of a unit's application.
    package var partLinkHours: Int64 = 72
    /// Seconds a person may work on a card's page before the link is opened again.
    package var seatSeconds: Int64 = 14_400
    /// Claim codes that may be typed for one card in a day.
    package var claimCodeTriesMax: Int = 10
    /// Persons for whom one device may hand something in before reviewers are told.
    package var devicePersonsMax: Int = 3
    /// Seconds a person has for the actions of a face challenge.
    package var faceChallengeSeconds: Int64 = 90
    /// Days for which a person's place among the cards he may have is kept while an application waits.
    package var slotDays: Int64 = 30
    /// Hours for which a person who has proved again who he is is shown what is registered of him, on that device.
    package var ownDataHours: Int64 = 24
    /// Hours after which a provider that does not answer is given up, and a reviewer decides.
    package var verificationHoursMax: Int64 = 24
    /// Days after which an application that was never registered, and its evidence, is purged.
    package var purgeDays: Int64 = 90
    /// Most lines in a file of what cards used; its bytes are bounded like those of a file of cards.
    package var usageRowsMax: Int = 20_000_000
    /// Most rows in one exported file.
    package var exportRowsMax: Int64 = 200_000
    /// Largest exported file, bytes: it is held in memory while it is fetched.
    package var exportBytesMax: Int = 67_108_864
    /// Hours for which an export waits for its approval, and a file for whoever asked for it.
    package var exportHours: Int64 = 72
    /// Times whoever asked for a file may fetch it.
    package var exportFetchesMax: Int64 = 3
    /// Cards whose lives are looked after in one transaction.
    package var sweepCards: Int = 500
    /// Most cards whose lives are changed at once.
    package var lifeCardsMax: Int = 200_000
    /// Seconds by which the clock may run ahead of the time that has passed before no card's life is moved any more.
    package var sweepLeapSeconds: Int64 = 3_600
    /// Cards in service that a campaign of back-registration looks at in one transaction while it puts down its own.
    package var campaignCards: Int = 5_000
    /// Hours before cards are looked at again whose registration was under way at a campaign's deadline.
    package var campaignRetryHours: Int64 = 1
    /// Minutes a reviewer holds a case.
    package var reviewLockMinutes: Int64 = 15
    /// Days before expiry that documents and authorisations are warned of.
    package var expiryWarningDays: Int64 = 30
    /// Hours an idempotent answer is kept.
    package var idempotencyHours: Int64 = 24
    /// Most writes of the embedded store that share one durable commit; 1 gives each its own, for comparison.
    package var sharedCommitMax: Int = 256
    /// Seconds that an answer of a replica may be old at most, whatever a caller allows; whose cards are whose is as old as that.
    package var replicaAgeMax: Int64 = 60
    /// Rows on a page unless asked otherwise, and at most.
    package var pageRows: Int = 50
    package var pageRowsMax: Int = 500
    /// Most cards that are looked at for one page of the card list: where few are as asked it ends there, and the next one goes on.
    package var pageCardsLookedMax: Int = 50_000
    /// Requests an account may make in a minute.
    package var rateRequests: Int = 1_200
    /// Requests an address may make in a minute where nobody is signed in.
    package var rateOpenRequests: Int = 60

    package init() {}
}
