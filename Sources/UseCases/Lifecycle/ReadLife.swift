import Records
import Registry
import SQLCore
import Vault

/// Where a card's service stands, on every axis, and how it came there.
package struct LifeView: Sendable {
    package let life: StoredLife
    package let periods: LifePeriods
    /// What comes next by itself.
    package let nextStep: LifeStep?
    /// The number's own state; nil where the card has none.
    package let number: NumberState?
    package let numberFreeFrom: Instant?
    /// Oldest first.
    package let events: [LifeEvent]
    /// What was asked of the carrier, newest first.
    package let intents: [CarrierIntent]
    package let notices: [LifeNoticeRecords.Notice]
    /// What the carrier said last; nil where it was never asked.
    package let truth: CarrierTruth?
    /// What it said before, newest first.
    package let truthEvents: [CarrierTruthEvent]
    /// What this reader may have done with it, and what stands against the rest.
    package let choices: [LifeChoice]
    /// The same of another SIM and another device; each is asked for with a number.
    package let changes: [LifeChoice]
    /// How its product ties cards to devices.
    package let bindingMode: BindingMode
    /// Whether it was seen last in a device to which it is not bound, stopped for it or not.
    package let isInAnotherDevice: Bool
    /// How often it was seen in another device than before, in this calendar month; nil where it was never seen.
    package let deviceChanges: Int?
}

/// A command somebody may give, and why it would be refused now; nil where it would not.
package struct LifeChoice: Hashable, Sendable {
    package let command: LifeCommand
    /// For which reason to stop, or which to lift.
    package let reason: StopReason?
    package let obstacle: LifeObstacle?
}

extension Installation {
    /// Most events, intents and notices of a card that are shown.
    private static let shownMax = 200

    /// One card's life. Reading remains after it is cancelled. Throws `not-found` also for a card of others.
    ///
    /// - Parameter tells: whether it tells what happened to the card too: events, intents, notices and what the carrier said before. Whoever
    ///   shows only where the card stands needs none of it.
    package func readLife(as principal: Principal, reference: String, tells: Bool = true) async throws -> LifeView {
        let now = now()
        return try await look(as: principal, needs: .cardRead) { session in
            guard let subscription = secrets.references.subscription(from: reference),
                try CardReach.contains(subscription, scope: principal.scope, at: now, in: session),
                let life = try LifeRecords.life(subscription, at: now, in: session)
            else { throw Refusal.notFound }
            let terms = try LifeTerms(in: session)
            let periods = try terms.periods(of: life)
            let today = try terms.periods(of: life, at: now)
            let freeFrom = try life.msisdn.flatMap { try FreezeRecords.freeFrom($0, of: subscription, in: session) }
            return LifeView(
                life: life, periods: periods, nextStep: life.times.nextStep(periods),
                number: life.msisdn.map { _ in NumberState.at(now, freeFrom: freeFrom) }, numberFreeFrom: freeFrom,
                events: try tells ? LifeEventRecords.history(of: subscription, limit: Self.shownMax, in: session) : [],
                intents: try tells ? IntentRecords.all(of: subscription, limit: Self.shownMax, in: session) : [],
                notices: try tells ? LifeNoticeRecords.all(of: subscription, limit: Self.shownMax, in: session) : [],
                truth: try CarrierTruthRecords.find(subscription, in: session),
                truthEvents: try tells ? CarrierTruthRecords.history(of: subscription, limit: Self.shownMax, in: session) : [],
                choices: Self.choices(of: principal, life, today), changes: Self.changes(of: principal, life, today),
                bindingMode: try terms.product(life.product).binding,
                isInAnotherDevice: try LifeRules(terms: terms, now: now).isInAnotherDevice(life),
                deviceChanges: life.usage.map { usage in
                    // During tests a card may be in any device (R-IC-07).
                    life.standing.state == .testable
                        ? 0
                        : usage.seen.changes(from: life.testedUntil).count { $0.month == DeviceSightings.month(of: now) }
                })
        }
    }

    /// Stops and their lifting for every reason this reader may give; the rules decide as they would.
    private static func choices(of principal: Principal, _ life: StoredLife, _ periods: LifePeriods) -> [LifeChoice] {
        let wishes = LifeCommand.allCases.filter(LifeWish.commands.contains).flatMap { command in
            [.stop, .resume].contains(command) ? StopReason.allCases.map { LifeWish(command, reason: $0) } : [LifeWish(command)]
        }
        return wishes.filter { principal.permissions.contains($0.permission) }.map { choice($0, life, periods) }
    }

    private static func changes(of principal: Principal, _ life: StoredLife, _ periods: LifePeriods) -> [LifeChoice] {
        guard principal.permissions.contains(.cardLife) else { return [] }
        return [LifeCommand.changeDevice, .changeSIM].map { choice(LifeWish($0), life, periods) }
    }

    private static func choice(_ wish: LifeWish, _ life: StoredLife, _ periods: LifePeriods) -> LifeChoice {
        do throws(LifeRefused) {
            _ = try life.standing.decide(wish.command, life.context(periods, reason: wish.reason))
            return LifeChoice(command: wish.command, reason: wish.reason, obstacle: nil)
        } catch {
            return LifeChoice(command: wish.command, reason: wish.reason, obstacle: error.obstacle)
        }
    }
}
