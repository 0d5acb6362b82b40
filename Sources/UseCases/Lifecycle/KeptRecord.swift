import Ledger
import Records
import Registry
import SQLCore

/// What was registered, after somebody ceased to answer by it: who may read it (invariant 9).
struct KeptRecord {
    let phase: RetentionPhase
    /// What opened it to the reader, where it is sealed, or custodians have keys of it.
    let opening: StoredOpening?
    /// It is approved for the reader, and waits for the custodians.
    private let isAwaited: Bool
    private let mayTrace: Bool

    /// `isRevealed`: what is live is asked for an opening too. It needs none, but where custodians have keys of it nothing else opens them.
    init(
        _ registration: RegistrationID, _ phase: RetentionPhase, for principal: Principal, isRevealed: Bool, at now: Instant,
        in session: any Session
    ) throws {
        let approved =
            try isRevealed || phase != .live ? Self.approved(registration, for: principal, at: now, in: session) : []
        self.init(phase, approved, for: principal, at: now)
    }

    /// The whole of a registration, by when its last card ended.
    init(
        _ stored: StoredRegistration, for principal: Principal, isRevealed: Bool, at now: Instant, in session: any Session
    ) throws {
        try self.init(
            stored.id, Self.phase(of: stored, for: principal, at: now, in: session), for: principal, isRevealed: isRevealed, at: now,
            in: session)
    }

    /// A piece of evidence: as readable as the most readable of the registrations that came to be and rest on it, and live where there is none.
    /// `isInCustody`: custodians have its key, so that an opening alone opens it, whatever its phase.
    init(of piece: EvidenceID, isInCustody: Bool, for principal: Principal, at now: Instant, in session: any Session) throws {
        let mayTrace = principal.permissions.contains(.retentionRead)
        var phase =
            try EvidenceUse.lastRegistration(with: piece, in: session)
            .map { try Self.phase(of: $0, for: principal, at: now, in: session) } ?? .live
        // Only a hold keeps one that ended before it from being sealed.
        if mayTrace, phase.isSealed {
            for held in try EvidenceUse.heldRegistrations(with: piece, in: session) {
                let other = try Self.phase(of: held, for: principal, at: now, in: session)
                guard other.isSealed else {
                    phase = other
                    break
                }
            }
        }
        let isAsked = isInCustody || !Self.isReadable(phase, mayTrace)
        let approved =
            try isAsked
            ? Self.approved(nil, for: principal, at: now, in: session).filter {
                try EvidenceUse.isPiece(piece, of: $0.registration, in: session)
            } : []
        self.init(phase, approved, for: principal, at: now)
    }

    private init(_ phase: RetentionPhase, _ approved: [StoredOpening], for principal: Principal, at now: Instant) {
        self.phase = phase
        mayTrace = principal.permissions.contains(.retentionRead)
        opening = approved.first { $0.state(at: now) == .open }
        isAwaited = opening == nil && !approved.isEmpty
    }

    /// Programs open nothing that is sealed, whosever they are.
    private static func approved(
        _ registration: RegistrationID?, for principal: Principal, at now: Instant, in session: any Session
    ) throws -> [StoredOpening] {
        guard principal.permissions.contains(.retentionRead), principal.means != .apiKey else { return [] }
        return try SealedOpeningRecords.approved(registration, for: principal.account, at: now, in: session)
    }

    /// Whether it may be read, masked, without an opening, by its phase alone. What is not live leaves its entry then.
    static func isReadable(_ phase: RetentionPhase, by principal: Principal) -> Bool {
        Self.isReadable(phase, principal.permissions.contains(.retentionRead))
    }

    private static func isReadable(_ phase: RetentionPhase, _ mayTrace: Bool) -> Bool { phase == .live || (mayTrace && !phase.isSealed) }

    private static func phase(
        of registration: RegistrationID, for principal: Principal, at now: Instant, in session: any Session
    ) throws -> RetentionPhase {
        guard let stored = try RegistrationRecords.find(registration, .everything, at: now, in: session) else { return .live }
        return try Self.phase(of: stored, for: principal, at: now, in: session)
    }

    static func phase(
        of stored: StoredRegistration, for principal: Principal, at now: Instant, in session: any Session
    ) throws -> RetentionPhase {
        guard let ended = stored.endedAt, ended <= now else { return .live }
        let holds = principal.knowsOfHolds ? try LegalHoldRecords.spans(stored.id, in: session) : []
        return RetentionPhase.of(ended: ended, holds: holds, at: now)
    }

    /// Without an opening: never what is sealed.
    var isReadable: Bool { Self.isReadable(phase, mayTrace) }

    /// In clear, by an act that says why.
    var isOpen: Bool { isReadable || opening != nil }

    /// Throws `kept-for-tracing`, `sealed`, `custodians-awaited`.
    func demand() throws(Refusal) {
        guard !isOpen else { return }
        throw whyClosed
    }

    var whyClosed: Refusal {
        guard mayTrace else { return .keptForTracing }
        return isAwaited ? .custodiansAwaited : .sealed
    }

    /// Why a key that custodians have opens nothing, though the reader may read.
    var whyInCustody: Refusal { isAwaited ? .custodiansAwaited : .inCustody }

    /// For a key that was not found. Throws `in-custody`, `custodians-awaited` where custodians have it: what it opens is not gone.
    func demandYielded(_ key: [UInt8], in session: any Session) throws {
        if try DepositRecords.isInCustody(key, in: session) { throw whyInCustody }
    }
}

extension Act {
    /// What was live no more when somebody looked at it: nobody is told of lawful traces (DESIGN 5). By whose request and approval something
    /// sealed was opened stands with the look.
    func note(_ phase: RetentionPhase, openedBy opening: StoredOpening?) {
        if phase != .live { recording.note("phase", .string(phase.name)) }
        guard let opening, let decision = opening.decision else { return }
        recording.note("opening", .string(opening.code))
        recording.note("caseNumber", .string(opening.caseNumber))
        recording.note("approvedBy", .string(decision.by.description))
    }
}

extension Principal {
    /// Whether he is told of holds: those who place them, and those who trace.
    var knowsOfHolds: Bool { !permissions.isDisjoint(with: [.retentionRead, .legalHold]) }
}

extension Refusal {
    package static let keptForTracing = Refusal(
        "kept-for-tracing", .forbidden, requirements: ["R-25-14", "R-DP-07"],
        en: "Nobody answers by this registration any more: it is kept for lawful tracing only.", zh: "该登记已终止，登记信息仅供依法查询。",
        mend: LocalText(en: "Ask the operator's compliance staff.", zh: "请联系运营商合规人员。", sendsTo: .hotline))
    package static let custodiansAwaited = Refusal(
        "custodians-awaited", .forbidden, requirements: ["R-DP-07"],
        en: "This opening is approved; the custodians who have the keys have not all answered.", zh: "开封已批准，密钥保管人尚未全部应答。",
        mend: LocalText(
            en: "Make a request file for each side, have all custodians answer, and hand in all answers.", zh: "请为两侧保管人分别生成请求文件，并提交全部应答。"))
    package static let inCustody = Refusal(
        "in-custody", .forbidden, requirements: ["R-DP-07"],
        en: "Two custodians have the key of this, and no opening yielded it: it is kept, and not destroyed.",
        zh: "该内容的密钥由两名保管人保管，现有开封未包含该密钥；内容仍在保存，未被销毁。",
        mend: LocalText(en: "Ask for an opening; where one was approved, for a new one.", zh: "请提交开封申请；已有开封获批的，请重新申请。"))
    package static let sealed = Refusal(
        "sealed", .forbidden, requirements: ["R-DP-07"],
        en: "This is sealed: it opens only with a case number and a second person's approval.", zh: "登记信息已封存，须凭案号并经第二人批准方可打开。",
        mend: LocalText(
            en: "Ask for its opening, and have a colleague who may trace approve it.", zh: "请提交开封申请，并由另一名有权限的合规人员批准。"))
}
