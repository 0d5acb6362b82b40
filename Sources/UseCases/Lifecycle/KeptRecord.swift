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

    init(_ registration: RegistrationID, _ phase: RetentionPhase, for principal: Principal, at now: Instant, in session: any Session) throws
    {
        self.phase = phase
        mayTrace = principal.permissions.contains(.retentionRead)
        // Programs open nothing that is sealed, whosever they are.
        let mayOpen = phase != .live && mayTrace && principal.means != .apiKey
        let approved = mayOpen ? try SealedOpeningRecords.approved(registration, for: principal.account, at: now, in: session) : []
        opening = approved.first { $0.state(at: now) == .open }
        isAwaited = opening == nil && !approved.isEmpty
    }

    /// The whole of a registration, by when its last card ended.
    init(_ stored: StoredRegistration, for principal: Principal, at now: Instant, in session: any Session) throws {
        try self.init(stored.id, Self.phase(of: stored, for: principal, at: now, in: session), for: principal, at: now, in: session)
    }

    /// What rests on any of these registrations, which came to be: as readable as the most readable of them, and live where there is none.
    init(of registrations: [RegistrationID], for principal: Principal, at now: Instant, in session: any Session) throws {
        var most: KeptRecord?
        for id in registrations {
            guard let stored = try RegistrationRecords.find(id, .everything, at: now, in: session) else { continue }
            let kept = try KeptRecord(stored, for: principal, at: now, in: session)
            if most.map({ $0.rank < kept.rank }) ?? true { most = kept }
            if kept.phase == .live { break }
        }
        phase = most?.phase ?? .live
        opening = most?.opening
        isAwaited = most?.isAwaited ?? false
        mayTrace = principal.permissions.contains(.retentionRead)
    }

    private static func phase(
        of stored: StoredRegistration, for principal: Principal, at now: Instant, in session: any Session
    ) throws -> RetentionPhase {
        guard let ended = stored.endedAt, ended <= now else { return .live }
        let holds = principal.knowsOfHolds ? try LegalHoldRecords.spans(stored.id, in: session) : []
        return RetentionPhase.of(ended: ended, holds: holds, at: now)
    }

    /// How readable it is: what custodians have of it opens by an opening alone, also where it is not sealed.
    private var rank: Int {
        guard phase != .live else { return 4 }
        guard isReadable else { return isOpen ? 1 : 0 }
        return opening == nil ? 2 : 3
    }

    /// Without a trace on the trail: never what is sealed.
    var isReadable: Bool { phase == .live || (mayTrace && !phase.isSealed) }

    /// By an act that stands on the trail.
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
        mend: LocalText(en: "Ask the operator's compliance staff.", zh: "请联系运营商合规人员。"))
    package static let custodiansAwaited = Refusal(
        "custodians-awaited", .forbidden, requirements: ["R-DP-07"],
        en: "This opening is approved; the custodians who have the keys have not both answered.", zh: "开封已批准，密钥保管人尚未全部应答。",
        mend: LocalText(
            en: "Make a request file for each custodian, and hand in both answers.", zh: "请为每位保管人生成请求文件，并提交两份应答。"))
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
