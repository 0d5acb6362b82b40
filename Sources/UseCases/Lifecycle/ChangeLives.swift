import Records
import Registry
import SQLCore

/// What became of the cards of a command.
package struct LifeOutcomes: Hashable, Sendable {
    package var changed: Int64 = 0
    /// Left as they are, by reason.
    package var leftOut: [LifeObstacle: Int64] = [:]
    /// Positions in the list, from 0, for which no card was found.
    package var notFoundPositions: [Int] = []

    package init() {}
}

/// What somebody wants done with cards' services.
package struct LifeWish: Hashable, Sendable {
    package var command: LifeCommand
    /// For which reason to stop, or which to lift.
    package var reason: StopReason?

    package init(_ command: LifeCommand, reason: StopReason? = nil) {
        self.command = command
        self.reason = reason
    }

    /// What people and programs may ask for; the rest follows from use, from registrations and from the calendar.
    package static let commands: Set<LifeCommand> = [
        .openTest, .prepare, .activate, .stop, .resume, .cancel, .bringBack, .carrierActivated,
    ]

    /// A stop for the operator's reasons is the operator's.
    package var permission: Permission {
        switch command {
        case .stop, .resume: reason?.permission ?? .cardLife
        case .carrierActivated: .cardControl
        default: .cardLife
        }
    }
}

extension Installation {
    /// Has a command done with the cards a selector names. All of them or none, unless `leavingOthers` asks to leave those for which it is not
    /// possible. Throws `life-command-unknown`, `life-cards-refused` with a detail for every reason, `life-nothing-selected`,
    /// `selection-too-large`.
    package func changeLives(
        as principal: Principal, _ selector: CardSelector, _ wish: LifeWish, leavingOthers: Bool = false
    ) async throws -> LifeOutcomes {
        guard LifeWish.commands.contains(wish.command) else { throw Refusal.lifeCommandUnknown }
        return try await act(as: principal, .livesChanged, needs: wish.permission) { act in
            let selection = try act.installation.selectIntervals(
                selector, scope: principal.scope, cardsMax: act.installation.settings.lifeCardsMax, in: act.session)
            let terms = try LifeTerms(in: act.session)
            let writing = LifeWriting(act, terms)
            var outcomes = LifeOutcomes()
            outcomes.notFoundPositions = selection.notFoundPositions
            if selection.notFound > 0 { outcomes.leftOut[.notFound] = Int64(selection.notFound) }
            for interval in selection.intervals.intervals.flatMap({ $0.pieces(ofAtMost: 5_000) }) {
                for life in try LifeRecords.lives(interval, at: act.now, in: act.session) {
                    if let obstacle = try writing.obey(wish, life, terms) {
                        outcomes.leftOut[obstacle, default: 0] += 1
                    } else {
                        outcomes.changed += 1
                    }
                }
            }
            guard leavingOthers || outcomes.leftOut.isEmpty else { throw Refusal.livesRefused(outcomes.leftOut) }
            guard outcomes.changed > 0 || !outcomes.leftOut.isEmpty else { throw Refusal.lifeNothingSelected }
            try writing.finish()
            return outcomes
        }
    }
}

extension LifeWriting {
    /// Does it, or says why it is not possible.
    func obey(_ wish: LifeWish, _ life: StoredLife, _ terms: LifeTerms, isRebound: Bool = false) throws -> LifeObstacle? {
        var life = life
        do {
            let transition = try life.standing.decide(
                wish.command, life.context(try terms.periods(of: life, at: now), reason: wish.reason, isRebound: isRebound))
            try apply(transition, wish.command, reason: wish.reason, to: &life)
            try keep(life)
            return nil
        } catch let refused as LifeRefused {
            return refused.obstacle
        }
    }
}

extension Refusal {
    static let lifeCommandUnknown = Refusal(
        "life-command-unknown", .invalid, requirements: ["R-LC-03"], en: "Nobody asks for this; it follows by itself.",
        zh: "该操作由系统自动触发，不能人工办理。", mend: LocalText(en: "Choose another command.", zh: "请选择其他操作。"), pointer: "/command")
    static let lifeNothingSelected = Refusal(
        "life-nothing-selected", .invalid, house: .choice, en: "No card was selected.", zh: "未选中任何卡。",
        mend: LocalText(en: "Check batch, range or numbers.", zh: "请核对批次、号段或号码。"), pointer: "/cards")

    /// A detail for every reason, with how many cards it concerns.
    static func livesRefused(_ obstacles: [LifeObstacle: Int64]) -> Refusal {
        Refusal(
            "life-cards-refused", .conflict, requirements: ["R-LC-03"], en: "It is not possible for all of these cards; nothing was done.",
            zh: "部分卡无法办理，未作任何变更。",
            mend: LocalText(en: "Look at the reasons, or leave those cards out.", zh: "请查看原因，或排除这些卡后重试。")
        ).with(
            details: obstacles.sorted { $0.key.rawValue < $1.key.rawValue }.map { $0.refusal.of(cards: $1) })
    }
}
