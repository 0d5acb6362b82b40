import Registry

/// Every limit and period of an installation, with its default; the configuration reference is made from these comments.
package struct Settings: Hashable, Sendable {
    /// Life of an access token, seconds.
    /// 访问令牌的有效期（秒）。
    package var accessTokenSeconds: Int64 = 1_800
    /// Life of a refresh token, seconds; each use renews it.
    /// 刷新令牌的有效期（秒）；每次使用即续期。
    package var refreshTokenSeconds: Int64 = 43_200
    /// Longest life of a sign-in however often it is refreshed, seconds.
    /// 一次登录无论如何刷新的最长有效期（秒）。
    package var sessionSecondsMax: Int64 = 604_800
    /// Seconds after which another server's revocation of a token is noticed here at the latest; this server's own hold at once.
    /// 其他服务器吊销的令牌最迟在此多少秒后生效；本服务器吊销的立即生效。
    package var tokenRecheckSeconds: Int64 = 5
    /// Tokens whose principals are kept in memory.
    /// 内存中保留多少令牌对应的身份。
    package var tokenCacheMax: Int = 10_000
    /// Longest life of an API key, days.
    /// 接口密钥的最长有效期（天）。
    package var apiKeyDaysMax: Int64 = 400
    /// Cost of a password's hash: 2 to this power of scrypt rounds (10 to 18; 15 takes 32 MiB and about 0.1 s).
    /// 口令散列的代价：scrypt 轮数为 2 的该次方（10 至 18；15 约需 32 MiB 内存和 0.1 秒）。
    package var passwordCostLog2: Int = 15
    /// Passwords hashed at the same time, and the most that wait; further sign-ins are refused for the moment.
    /// 同时计算的口令散列数，以及最多排队数；超出的登录暂时拒绝。
    package var passwordThreads: Int = 2
    package var passwordQueueMax: Int = 64
    /// Fewest characters of a password.
    /// 口令最少字符数。
    package var passwordCharactersMin: Int = 10
    /// Life of a one-time enrolment link, seconds.
    /// 一次性开通链接的有效期（秒）。
    package var enrolmentSeconds: Int64 = 86_400
    /// Failures after which signing in slows down; each further one doubles the wait.
    /// 登录失败多少次后开始变慢；此后每失败一次，等待加倍。
    package var signInFailuresFree: Int = 3
    /// The same for all accounts together that are tried from one source.
    /// 同一来源尝试各账号合计失败多少次后同样变慢。
    package var signInSourceFailuresFree: Int = 30
    /// Longest wait between sign-in attempts, seconds.
    /// 两次登录尝试之间的最长等待（秒）。
    package var signInWaitSecondsMax: Int64 = 900
    /// Largest file of cards, bytes.
    /// 卡文件的最大字节数。
    package var intakeBytesMax: Int = 512 << 20
    /// Most rows in a file of cards.
    /// 卡文件的最多行数。
    package var intakeRowsMax: Int = 2_000_000
    /// Cards committed together during an intake.
    /// 入库时一次提交的卡数。
    package var intakeCommitRows: Int = 10_000
    /// Problems of one file kept row by row; those beyond are counted only.
    /// 一个文件逐行保留的问题数；超出的只计数。
    package var intakeProblemsMax: Int = 100_000
    /// Seconds after which another worker takes over an intake whose worker gives no sign.
    /// 入库处理无响应多少秒后由其他进程接手。
    package var intakeLeaseSeconds: Int64 = 120
    /// Most cards chosen at once for an act.
    /// 一次操作最多选择的卡数。
    package var selectionCardsMax: Int = 2_000_000
    /// Most numbers in one search for cards.
    /// 一次查询最多的号码数。
    package var searchNumbersMax: Int = 1_000
    /// Hours a repair file can be fetched.
    /// 修正文件可下载的小时数。
    package var repairFileHours: Int64 = 72
    /// Largest piece of evidence, bytes.
    /// 一份凭证的最大字节数。
    package var evidenceBytesMax: Int = 10 << 20
    /// Hours between two searches for pieces of evidence that no row wants.
    /// 两次查找无主凭证之间的小时数。
    package var evidenceSweepHours: Int64 = 6
    /// Seconds after which a request to an S3-compatible store of evidence is given up.
    /// 对 S3 兼容凭证存储的请求多少秒后放弃。
    package var evidenceRequestSeconds: Int64 = 15
    /// Times such a request is made when the store does not answer or says 5xx, the waits between them growing.
    /// 存储不应答或返回 5xx 时请求几次，间隔逐次加长。
    package var evidenceRequestTries: Int = 3
    /// Such requests under way at the same time; as many again and eight times may wait, further ones are refused for the moment.
    /// 同时进行的此类请求数；可排队为其八倍，再多的暂时拒绝。
    package var evidenceRequestsMax: Int = 16
    /// Seconds after which an attempt to ask a verification provider is given up.
    /// 一次询问核验服务多少秒后放弃。
    package var verificationTimeoutSeconds: Int64 = 10
    /// Seconds after which no further attempt is made, waits included; less than a request to the server may take.
    /// 含等待在内多少秒后不再重试；须小于对服务器一次请求的时限。
    package var verificationTotalSeconds: Int64 = 25
    /// Times a verification provider is asked the same question when it does not answer, the waits between them growing.
    /// 核验服务不应答时同一问题问几次，间隔逐次加长。
    package var verificationTries: Int = 3
    /// Questions to one verification provider under way at the same time; as many again and eight times may wait, further ones are refused for the moment.
    /// 对一个核验服务同时进行的询问数；可排队为其八倍，再多的暂时拒绝。
    package var verificationConcurrency: Int = 8
    /// So many failures of a verification provider …
    /// 核验服务失败这么多次……
    package var verificationBreakerFailures: Int = 5
    /// … within so many seconds leave it alone …
    /// ……在这么多秒之内，则暂停询问……
    package var verificationBreakerWindowSeconds: Int64 = 60
    /// … for so many; then one question is let through to see.
    /// ……这么多秒；之后放行一次以观察。
    package var verificationBreakerOpenSeconds: Int64 = 30
    /// 1 takes answers of a sandbox for answers, for demonstrations and tests only: it confirms people who do not exist. Else a server that is to ask a sandbox does not start, and answers of a sandbox are refused.
    /// 1 为接受沙箱的答复，仅供演示和测试：沙箱会确认并不存在的人。否则须询问沙箱的服务器不启动，沙箱答复一律拒绝。
    package var verificationSandboxAllowed: Int = 0
    /// 1 has the provider of faces look whether it was shown the same face before under another identity, which is for a reviewer then. It is a processing of its own: people are told of it in the notice they consent to.
    /// 1 为请人脸服务查找同一人脸是否曾以其他身份出现，命中的交审核员。这是单独的处理活动，须在同意告知书中告知本人。
    package var verificationFaceSearch: Int = 0
    /// Seconds after which an attempt to hand on a notice is given up.
    /// 一次发送通知多少秒后放弃。
    package var noticeTimeoutSeconds: Int64 = 15
    /// Notices of one way (webhook, SMS, mail) handed on at the same time.
    /// 每种方式（回调、短信、邮件）同时发送的通知数。
    package var noticeConcurrency: Int = 4
    /// Hours after which a notice that nobody took is given up.
    /// 通知无人接收多少小时后放弃。
    package var noticeGiveUpHours: Int64 = 48
    /// Days after which a notice that is over is forgotten.
    /// 已结束的通知多少天后清除。
    package var noticePurgeDays: Int64 = 30
    /// Seconds for which cards of a kind and a day are gathered into one letter to the organisation that has them.
    /// 同类同日的卡汇集多少秒，合成一封给所属机构的信。
    package var noticeGatherSeconds: Int64 = 600
    /// So many failures of a receiver of notices …
    /// 通知接收方失败这么多次……
    package var noticeBreakerFailures: Int = 5
    /// … within so many seconds leave it alone …
    /// ……在这么多秒之内，则暂停发送……
    package var noticeBreakerWindowSeconds: Int64 = 60
    /// … for so many; then one notice is let through to see.
    /// ……这么多秒；之后放行一条以观察。
    package var noticeBreakerOpenSeconds: Int64 = 30
    /// 1 takes a sandbox for a receiver of notices, for demonstrations and tests only: it tells nobody. Else a server that is to tell a sandbox does not start, and what it takes is not taken.
    /// 1 为以沙箱作通知接收方，仅供演示和测试：沙箱不会告知任何人。否则通知接收方为沙箱的服务器不启动，沙箱收下的也不算收下。
    package var noticeSandboxAllowed: Int = 0
    /// Days for which changes of cards are kept for whoever follows them.
    /// 卡变动记录保留的天数，供跟踪者读取。
    package var changeDays: Int64 = 30
    /// Most webhooks of one organisation.
    /// 一个机构最多的回调数。
    package var webhooksMax: Int = 20
    /// Webhooks that are told at the same time.
    /// 同时推送的回调数。
    package var webhookConcurrency: Int = 4
    /// Seconds after which an attempt to tell a webhook is given up.
    /// 一次推送回调多少秒后放弃。
    package var webhookTimeoutSeconds: Int64 = 15
    /// Longest wait between two attempts, seconds.
    /// 两次尝试之间的最长等待（秒）。
    package var webhookWaitSecondsMax: Int64 = 3_600
    /// Hours after which an event that a webhook does not take is left out, and the next one sent.
    /// 回调不接收的事件多少小时后略过，改发下一条。
    package var webhookGiveUpHours: Int64 = 24
    /// Hours for which a secret signs beside the one that takes its place.
    /// 更换回调密钥后旧密钥同时签名的小时数。
    package var webhookSecretHours: Int64 = 24
    /// Days after which what became of an event is forgotten.
    /// 事件推送结果多少天后清除。
    package var webhookPurgeDays: Int64 = 30
    /// 1 lets webhooks be on the own machine, in clear too, for demonstrations and tests only. Else only what is on the open network is told, by HTTPS.
    /// 1 为允许回调指向本机（含明文），仅供演示和测试。否则只推送到公网 HTTPS 地址。
    package var webhookLocalAllowed: Int = 0
    /// 1 lets connections lead to a sandbox of carriers, for demonstrations and tests only: its cards do not exist. Else a server with such a connection does not start, and answers of a sandbox are none.
    /// 1 为允许连接运营商沙箱，仅供演示和测试：其中的卡并不存在。否则有此类连接时服务器不启动，沙箱答复不算数。
    package var carrierSandboxAllowed: Int = 0
    /// Days after which what a carrier sent of its own accord is purged.
    /// 运营商主动发来的内容多少天后清除。
    package var carrierNoticeDays: Int64 = 7
    /// Seconds for which a carrier may be at work on what was told without showing it; what it knows nothing of then is told again.
    /// 运营商收到指令后可不显示进展的秒数；届时查无此指令则重新下发。
    package var carrierSettleSeconds: Int64 = 300
    /// Hours after which what a carrier took on and never did is given up, and somebody must look.
    /// 运营商受理而一直未办的，多少小时后放弃并转人工。
    package var carrierOutcomeHours: Int64 = 72
    /// Cards of the whole base about which each carrier is asked in an hour; 0 asks only about cards that changed or are at risk.
    /// 每小时向各运营商轮询全量卡的张数；0 为只查有变动或有风险的卡。
    package var carrierRoundCardsPerHour: Int64 = 3_600
    /// Hour of China's day from which on carriers are asked about cards at risk.
    /// 每天（北京时间）几点起向运营商查询有风险的卡。
    package var carrierNightHour: Int64 = 22
    /// Most cards in one application.
    /// 一份申请最多的卡数。
    package var applicationCardsMax: Int = 200_000
    /// Most cards for which links or codes are given out at once.
    /// 一次最多为多少张卡发放链接或领取码。
    package var entranceCardsMax: Int = 10_000
    /// Longest life of a link or claim code, days.
    /// 链接或领取码的最长有效期（天）。
    package var entranceDaysMax: Int64 = 400
    /// Hours for which the link opens by which a person completes his part of a unit's application.
    /// 相关人员在手机上填写单位申请中本人部分的链接的有效小时数。
    package var partLinkHours: Int64 = 72
    /// Seconds a person may work on a card's page, or an app on a part of a unit's application, before the link is opened again.
    /// 个人打开卡页面、应用打开单位申请中本人部分后多少秒内可操作，之后须重新打开链接。
    package var seatSeconds: Int64 = 14_400
    /// Claim codes that may be typed for one card in a day from one address.
    /// 同一地址一天内可为一张卡输入领取码的次数。
    package var claimCodeTriesMax: Int = 10
    /// The same from all addresses together.
    /// 所有地址合计的次数。
    package var claimCodeCardTriesMax: Int = 200
    /// Persons for whom one device may hand something in before reviewers are told and a case is opened.
    /// 一台设备可为几人提交申请，超过则提示审核员并生成待核查事项。
    package var devicePersonsMax: Int = 3
    /// Seconds a person has for the actions of a face challenge.
    /// 完成人脸动作的时限（秒）。
    package var faceChallengeSeconds: Int64 = 90
    /// Days for which a person's place among the cards he may have is kept while an application waits.
    /// 申请等待期间为个人保留持卡名额的天数。
    package var slotDays: Int64 = 30
    /// Hours for which a person who has proved again who he is is shown what is registered of him, on that device.
    /// 个人重新核验身份后，在该设备上可查看本人登记信息的小时数。
    package var ownDataHours: Int64 = 24
    /// Hours after which a provider that does not answer is given up, and a reviewer decides.
    /// 核验服务不应答多少小时后放弃，转审核员决定。
    package var verificationHoursMax: Int64 = 24
    /// Hours that a check by machine usually takes at most, as people are told on pages and in notices; 0 is not told.
    /// 系统核验通常所需的小时数上限，用于页面和通知的告知；0 为不告知。
    package var waitCheckingHours: Int64 = 1
    /// Working days that a review usually takes at most, as people are told; 0 is not told.
    /// 人工审核通常所需的工作日上限，用于告知；0 为不告知。
    package var waitReviewDays: Int64 = 3
    /// Working days that a carrier usually takes at most to accept a person's registration, as people are told; 0 is not told.
    /// 运营商受理个人登记通常所需的工作日上限，用于告知；0 为不告知。
    package var waitCarrierDays: Int64 = 3
    /// Days after which an application that was never registered, and its evidence, is purged.
    /// 从未登记成功的申请及其凭证多少天后清除。
    package var purgeDays: Int64 = 90
    /// Most lines in a file of what cards used; its bytes are bounded like those of a file of cards.
    /// 用量文件的最多行数；字节数与卡文件同限。
    package var usageRowsMax: Int = 20_000_000
    /// Most rows in one exported file.
    /// 一个导出文件的最多行数。
    package var exportRowsMax: Int64 = 200_000
    /// Largest exported file, bytes: it is held in memory while it is fetched.
    /// 导出文件的最大字节数；下载时整体放在内存中。
    package var exportBytesMax: Int = 67_108_864
    /// Hours for which an export waits for its approval, and a file for whoever asked for it.
    /// 导出等待审批、以及文件等待申请人下载的小时数。
    package var exportHours: Int64 = 72
    /// Times whoever asked for a file may fetch it.
    /// 申请人可下载一个文件的次数。
    package var exportFetchesMax: Int64 = 3
    /// Cards whose lives are looked after in one transaction.
    /// 一个事务中处理生命周期的卡数。
    package var sweepCards: Int = 500
    /// Most cards whose lives are changed at once.
    /// 一次最多变更业务状态的卡数。
    package var lifeCardsMax: Int = 200_000
    /// Seconds by which the clock may run ahead of the time that has passed before no card's life is moved any more.
    /// 时钟比实际经过的时间最多快多少秒，超过则不再推进任何卡的生命周期。
    package var sweepLeapSeconds: Int64 = 3_600
    /// Cards in service that a campaign of back-registration looks at in one transaction while it puts down its own.
    /// 补登记活动确定范围时一个事务查看的在用卡数。
    package var campaignCards: Int = 5_000
    /// Hours before cards are looked at again whose registration was under way at a campaign's deadline.
    /// 活动截止时登记尚在办理的卡，多少小时后再查看。
    package var campaignRetryHours: Int64 = 1
    /// Minutes a reviewer holds a case.
    /// 审核员占用一件申请的分钟数。
    package var reviewLockMinutes: Int64 = 15
    /// Days before expiry that documents and authorisations are warned of.
    /// 证件和授权到期前多少天提示。
    package var expiryWarningDays: Int64 = 30
    /// Hours an idempotent answer is kept.
    /// 幂等请求的答复保留的小时数。
    package var idempotencyHours: Int64 = 24
    /// Most writes of the embedded store that share one durable commit; 1 gives each its own, for comparison.
    /// 嵌入式存储最多多少次写入共用一次落盘提交；1 为各自提交，供对比。
    package var sharedCommitMax: Int = 256
    /// Seconds that an answer of a replica may be old at most, whatever a caller allows; whose cards are whose is as old as that.
    /// 备库答复最多可旧多少秒，无论调用方允许多旧；权限归属同样受此限制。
    package var replicaAgeMax: Int64 = 60
    /// Rows on a page unless asked otherwise, and at most.
    /// 每页默认行数，以及最多行数。
    package var pageRows: Int = 50
    package var pageRowsMax: Int = 500
    /// Most cards that are looked at for one page of the card list: where few are as asked it ends there, and the next one goes on.
    /// 卡列表一页最多查看的卡数：符合条件的少时到此为止，下一页继续。
    package var pageCardsLookedMax: Int = 50_000
    /// Requests an account may make in a minute.
    /// 一个账号每分钟的请求数。
    package var rateRequests: Int = 1_200
    /// Requests an address may make in a minute where nobody is signed in.
    /// 未登录时一个地址每分钟的请求数。
    package var rateOpenRequests: Int = 60
    /// Cases that persons may hand in from one address at once; so many come back in a day, one by one (1,000: one every 86 s), so up to twice
    /// as many in a day. Counted at each server, begun anew at a restart; giving up, disputing and handing over a card are not counted. Many
    /// may share one address, as behind a mobile network's gateway.
    /// 一个地址可连续提交的个人申请数；用掉的在一天内逐个恢复（1,000 时每 86 秒一个），故一天内最多为其两倍。各服务器分别计数，重启后重新计数；解绑、反映非本人登记和过户不计。移动网络网关后可能有多人共用一个地址。
    package var rateHandIns: Int = 1_000

    package init() {}

    // Texts stand in no table of numbers: docs/configuration.md tells of them by itself.
    package var contact = OperatorContact.none

    /// What people are told of how long it takes.
    package var expectedWaits: ExpectedWaits {
        ExpectedWaits(checkingHours: waitCheckingHours, reviewDays: waitReviewDays, carrierDays: waitCarrierDays)
    }
}
