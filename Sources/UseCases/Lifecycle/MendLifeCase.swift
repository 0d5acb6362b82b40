import Ledger
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let lifeCaseMended = TrailAction("life-case.mended")
}

extension Installation {
    /// Does one of the things proposed for a case, and closes it: the carrier is asked again for what we hold to be right, or we follow it.
    /// Throws `not-found` where there is no such open case, `life-mend-impossible`, `life-…` of a command that is not possible.
    package func mendLifeCase(
        as principal: Principal, card reference: String, kind: LifeCaseKind, openedAt: Instant, _ mend: LifeMend
    ) async throws {
        try await act(as: principal, .lifeCaseMended, needs: .cardControl) { act in
            try principal.demandEverything()
            guard let card = act.installation.secrets.references.subscription(from: reference),
                try LifeCaseRecords.close(
                    .init(subscription: card, openedAt: openedAt, kind: kind), by: principal.account, with: mend, at: act.now,
                    in: act.session),
                var life = try LifeRecords.life(card, at: act.now, in: act.session)
            else { throw Refusal.notFound }
            guard kind.mends.contains(mend) else { throw Refusal.lifeMendImpossible }
            let terms = try LifeTerms(in: act.session)
            let writing = LifeWriting(act, terms)
            switch mend {
            case .tellAgain: try writing.wishAgain(of: life, act)
            case .clear: try writing.clear(life, act)
            case .takeOver:
                let theirs = try CarrierTruthRecords.find(card, in: act.session)?.state?.word
                try writing.follow(kind, theirs, &life, terms)
            }
            try writing.finish()
            act.recording.about(card: card)
            act.recording.note(kind.rawValue, .string(mend.rawValue))
        }
    }
}

extension LifeWriting {
    /// Asks the carrier once more for what we hold to be right.
    fileprivate func wishAgain(of life: StoredLife, _ act: Act) throws {
        let open = try IntentRecords.open(of: [life.subscription], in: act.session)[life.subscription] ?? []
        let truth = try CarrierTruthRecords.find(life.subscription, in: act.session)
        let wish = life.standing.wish(where: truth?.state?.word)
        // It is on its way already, or in somebody's hands.
        guard !open.contains(where: { $0.state != .byHand && !$0.command.isAboutName || $0.command == wish }) else {
            throw Refusal.lifeMendImpossible
        }
        guard let ordinal = try act.placeOfWish(life) else { throw Refusal.lifeMendImpossible }
        try ask(for: wish, nil, of: life, at: ordinal)
    }

    /// Has the carrier clear a name that is nobody's here.
    fileprivate func clear(_ life: StoredLife, _ act: Act) throws {
        let open = try IntentRecords.open(of: [life.subscription], in: act.session)[life.subscription] ?? []
        guard !life.isHeld, !open.contains(where: \.command.isAboutName), let ordinal = try act.placeOfWish(life) else {
            throw Refusal.lifeMendImpossible
        }
        try ask(for: .clearName, nil, of: life, at: ordinal)
    }

    fileprivate func follow(_ kind: LifeCaseKind, _ theirs: CarrierLife?, _ life: inout StoredLife, _ terms: LifeTerms) throws {
        let commands = life.standing.following(kind, theirs)
        guard !commands.isEmpty else { throw Refusal.lifeMendImpossible }
        for (command, reason) in commands {
            do {
                let transition = try life.standing.decide(command, life.context(try terms.periods(of: life, at: now), reason: reason))
                try apply(transition, command, reason: reason, to: &life, theirs: theirs)
            } catch let refused as LifeRefused {
                throw refused.obstacle.refusal
            }
        }
        try keep(life)
    }
}

extension Refusal {
    static let lifeMendImpossible = Refusal(
        "life-mend-impossible", .conflict, requirements: ["R-LC-03"], en: "That does not mend this case as the card stands now.",
        zh: "以该卡目前状态，此方式无法处理该差异。",
        mend: LocalText(en: "Look at the card's life; see to it at the carrier and close the case.", zh: "请查看该卡状态，在运营商处处理后关闭。"),
        pointer: "/mend")
}
