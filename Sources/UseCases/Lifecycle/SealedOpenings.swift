import Ledger
import Records
import Registry
import SQLCore

extension TrailAction {
    static let openingAsked = TrailAction("sealed-opening.asked")
    static let openingApproved = TrailAction("sealed-opening.approved")
    static let openingRefused = TrailAction("sealed-opening.refused")
}

extension Installation {
    /// Asks that what is sealed of the registration that answered for the card then be opened, for a case. Nobody opens it alone.
    /// Throws `not-found`, `nothing-kept`, `not-sealed`, `case-number-needed`, `opening-by-people`, and what is wrong with the reason.
    package func askForOpening(
        as principal: Principal, _ card: CardQuestion, at: Instant?, caseNumber: String, reason: String
    ) async throws -> StoredOpening {
        try CaseNumber.demand(caseNumber, today: chinaDay())
        try Purpose.demand(reason, today: chinaDay(), at: "/reason")
        return try await act(as: principal, .openingAsked, needs: .retentionRead, purpose: reason) { act in
            try principal.demandOpener()
            let record = try act.record(card, at: at)
            guard let registration = record.link?.registration else { throw Refusal.nothingKept }
            let phase = try record.question.phase(of: record.subscription, registration)
            // What custodians have opens in no other way: also while a later hold, or a clock that was set right, keeps it from being sealed.
            guard try phase.isSealed || DepositRecords.isAnyDeposited(of: registration, in: act.session) else { throw Refusal.notSealed }
            try act.demandOpen(caseNumber, at: "/caseNumber", names: record.names)
            try act.demandOpen(reason, at: "/reason", names: record.names)
            let id: SealedOpeningID = act.fresh()
            try act.register(
                .sealedOpening,
                [
                    id, PublicCode.make("SO-", by: act.installation.chance), record.subscription, registration, caseNumber, reason, act.now,
                    principal.account,
                ])
            return try act.opening(id)
        }
    }

    /// A second person's yes or no. What is approved is open for an hour, to whoever asked; where custodians have the keys, it waits three days
    /// for their answers first.
    /// Throws `not-found`, `own-opening`, `opening-by-people`, `opening-decided`, and what is wrong with the note.
    package func decideOpening(
        as principal: Principal, _ id: SealedOpeningID, _ verdict: SealedOpeningVerdict, note: String?
    ) async throws -> StoredOpening {
        let said = note.flatMap { $0.isEmpty ? nil : $0 }
        if let said { try Purpose.demand(said, today: chinaDay(), at: "/note") }
        let action: TrailAction = verdict == .approve ? .openingApproved : .openingRefused
        return try await act(as: principal, action, needs: .retentionRead) { act in
            try principal.demandOpener()
            guard let stored = try SealedOpeningRecords.find(id, in: act.session) else { throw Refusal.notFound }
            guard stored.askedBy != principal.account else { throw Refusal.ownOpening }
            guard stored.state(at: act.now) == .asked else { throw Refusal.openingDecided }
            let roles = try RoleRecords.history(stored.registration, in: act.session)
            try act.demandOpen(said, at: "/note", names: act.personNames(roles.compactMap(\.identity)))
            let isInCustody =
                try verdict == .approve && DepositRecords.isAnyDeposited(of: stored.registration, in: act.session)
            let until = act.now.adding(seconds: isInCustody ? SealedOpening.custodianHours * 3_600 : SealedOpening.openMinutes * 60)
            try act.register(.sealedOpeningDecision, [id, verdict.rawValue, said, until, act.now, principal.account])
            if isInCustody { try act.beginExchange(of: id, until: until) }
            return try act.opening(id)
        }
    }

    /// The newest first.
    package func listOpenings(
        as principal: Principal, before: SealedOpeningID? = nil, limit: Int? = nil
    ) async throws -> Page<StoredOpening, SealedOpeningID> {
        let limit = settings.rows(limit)
        return try await look(as: principal, needs: .retentionRead) { session in
            try principal.demandEverything()
            return Page(try SealedOpeningRecords.page(before: before, limit: limit + 1, in: session), limit: limit) { $0.id }
        }
    }
}

extension Act {
    func opening(_ id: SealedOpeningID) throws -> StoredOpening {
        guard let stored = try SealedOpeningRecords.find(id, in: session) else { throw Refusal.notFound }
        recording.about(card: stored.subscription)
        recording.about(.registration, stored.registration)
        recording.note("opening", .string(stored.code))
        recording.note("caseNumber", .string(stored.caseNumber))
        return stored
    }
}

extension Principal {
    /// A person who sees all and may reveal; no program.
    func demandOpener() throws(Refusal) {
        try demandEverything()
        try demand(.reveal)
        guard means != .apiKey else { throw .openingByPeople }
    }
}

extension Refusal {
    package static let notSealed = Refusal(
        "not-sealed", .conflict, house: .states, en: "What was registered then is not sealed.", zh: "该时间的登记信息尚未封存。",
        mend: LocalText(en: "Ask for it as long as it is kept; give a time of the registration.", zh: "保存期内请直接查询；请填写登记期间的时间。"))
    package static let ownOpening = Refusal(
        "own-opening", .forbidden, requirements: ["R-DP-07"], en: "Nobody approves the opening he asked for himself.",
        zh: "申请人不得审批本人的开封申请。",
        mend: LocalText(en: "Ask a colleague with that permission.", zh: "请由具有相应权限的同事审批。"))
    package static let openingDecided = Refusal(
        "opening-decided", .conflict, house: .states, en: "This request is decided already, or its time is over.", zh: "该开封申请已处理或已过期。",
        mend: LocalText(en: "Read it again; what lapsed is asked for anew.", zh: "请重新查看；已过期的请重新申请。"))
    package static let openingByPeople = Refusal(
        "opening-by-people", .forbidden, requirements: ["R-DP-07"],
        en: "Programs open nothing that is sealed: a person asks and a person approves.",
        zh: "程序不得打开封存信息，须由人员申请并由他人批准。", mend: LocalText(en: "Sign in and ask for it.", zh: "请登录后申请。"))
}
