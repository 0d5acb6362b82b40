import Records
import Registry
import SQLCore
import Vault

/// What an open application needs and what would refuse it, said before it is handed in.
package struct ExaminedApplication: Sendable {
    package let demands: [UnitPolicy.Demand]
    /// As handing in would tell them; never the value judged.
    package let failures: [Refusal]
    package let warnings: [CheckOutcome]
}

/// Which of an application's cards could be registered from its date on, and why the others could not.
package struct ExaminedCards: Sendable {
    package struct LeftOut: Sendable {
        /// `card_…`
        package let reference: String
        package let iccid: String
        package let reason: Refusal
    }

    package var fit = 0
    /// How many are left out for which reason.
    package var reasons: [(reason: Refusal, count: Int)] = []
    /// The first of those in one's own hands.
    package var leftOut: [LeftOut] = []
}

extension Installation {
    /// Judges an open application as handing it in would, and hands nothing in.
    package func examineApplication(as principal: Principal, _ id: ApplicationID) async throws -> ExaminedApplication {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationWrite) { session in
            let (application, registration) = try opened(id, of: principal, at: now, in: session)
            guard let content = try SealedContent.open(application, vault: vault, in: session) else { throw Refusal.applicationClosed }
            let effective = Self.effective(content, registration, at: now)
            let demands = UnitPolicy.demands(in: JudgedApplication.situation(application, registration, content, effective))
            do {
                let judged = try JudgedApplication(application, of: registration, content, by: principal, at: now, in: self, session)
                return ExaminedApplication(
                    demands: demands, failures: [], warnings: judged.judgement.outcomes.filter { $0.verdict == .warned })
            } catch let refusal as Refusal where refusal.kind == .invalid || refusal.kind == .tooLarge {
                return ExaminedApplication(
                    demands: demands, failures: refusal.details.isEmpty ? [refusal] : refusal.details, warnings: [])
            }
        }
    }

    /// - Parameter most: how many of the cards left out are named.
    package func examineCards(as principal: Principal, _ id: ApplicationID, most: Int) async throws -> ExaminedCards {
        let now = clock.now()
        return try await look(as: principal, needs: .registrationWrite) { session in
            let (application, registration) = try opened(id, of: principal, at: now, in: session)
            guard application.kind.takesCards else { return ExaminedCards(fit: Int(application.cards)) }
            let content = try SealedContent.open(application, vault: vault, in: session) ?? ApplicationContent()
            let effective = Self.effective(content, registration, at: now).instant ?? now
            let intervals = try ApplicationRecords.intervals(application.id, in: session)
            let sorting = try CardSorting(registration: registration, among: intervals, at: now, in: session)
            var examined = ExaminedCards()
            var counts: [CardSorting.Exclusion: Int] = [:]
            for piece in CardIntervals(intervals.compactMap { CardInterval($0.lowerBound, $0.upperBound) }).intervals.flatMap({
                $0.pieces(ofAtMost: Self.examinedAtOnce)
            }) {
                for facts in try HoldingRecords.facts(piece.lo...piece.hi, in: session) {
                    guard let exclusion = try sorting.exclusion(facts, from: effective) else {
                        examined.fit += 1
                        continue
                    }
                    counts[exclusion, default: 0] += 1
                    // The number of a card in others' hands is not told.
                    guard examined.leftOut.count < most, exclusion != .notHeld,
                        let card = try CardRecords.find(facts.subscription, scope: .everything, at: now, in: session)
                    else { continue }
                    examined.leftOut.append(
                        ExaminedCards.LeftOut(
                            reference: try secrets.references.text(for: facts.subscription), iccid: card.iccid,
                            reason: Refusal(exclusion)))
                }
            }
            examined.reasons = counts.sorted { $0.key.code < $1.key.code }.map { (Refusal($0.key), $0.value) }
            return examined
        }
    }

    private static let examinedAtOnce: Int64 = 5_000

    /// From when it would count, as far as the date can be read.
    private static func effective(_ content: ApplicationContent, _ registration: StoredRegistration, at now: Instant) -> EffectiveDate {
        (try? EffectiveDate.read(content.effectiveFrom, at: now, registration: registration)) ?? .fromDecision
    }

    private func opened(
        _ id: ApplicationID, of principal: Principal, at now: Instant, in session: any Session
    ) throws -> (StoredApplication, StoredRegistration) {
        guard let found = try ApplicationRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        let application = try StoredApplication.open(id, version: found.version, of: principal, in: session)
        guard let registration = try RegistrationRecords.find(application.registration, principal.scope, at: now, in: session) else {
            throw Refusal.notFound
        }
        return (application, registration)
    }
}
