import Ledger
import Records
import Registry
import SQLCore
import Vault

/// A look at a piece of evidence that stands on the trail: its key, and in whose name the copy is marked.
struct GrantedLook: Sendable {
    let piece: StoredEvidence
    let key: DataKey
    let company: String?
}

/// The ground on which somebody looks at evidence who does not review it: **his own paper**. Until a draft is handed in, whoever attached
/// a paper to it looks at that paper, and nobody else does (R-DP-01).
///
/// A colleague who goes on with the draft is told that a paper is there, of which kind, how large and since when, which is all that
/// going on takes; where he doubts it he attaches another, and that one is his own. What a person took by the link to his part stays his:
/// its notice says that the agent sees his data masked. What was taken for a person's own card, his portrait above all, is no paper of a
/// unit's, whoever took it. What was handed in is its reviewers' to look at, also while the case is mended that they sent back; what was
/// given up is nobody's.
enum OwnPaper {
    /// What the trail calls it.
    static let ground = "own-paper"

    /// Throws `paper-not-own`.
    static func demand(_ principal: Principal, _ id: EvidenceID, in session: any Session) throws {
        guard try EvidenceUse.fresh([id], by: principal.account, in: session).contains(id) else { throw Refusal.paperNotOwn }
    }
}

extension Installation {
    /// A marked copy of a paper that whoever asks attached himself to a unit's draft, for a purpose and with an entry as every other copy
    /// (`openEvidence`).
    /// Throws `not-permitted`, `purpose-needed`, `not-found` also for a paper the draft does not name, `application-closed`,
    /// `paper-not-own`, `evidence-purged`, and `persons-own` for a person's registration or picture.
    package func openOwnPaper(
        as principal: Principal, _ id: EvidenceID, of draft: ApplicationID, purpose: String
    ) async throws -> OpenedEvidence {
        try principal.demand(.evidenceWrite)
        let today = try chinaDay()
        try Purpose.demand(purpose, today: today)
        let look = try await act(as: principal, .evidenceOpened, needs: .registrationWrite, purpose: purpose) { act in
            guard let found = try ApplicationRecords.find(draft, principal.scope, in: act.session) else { throw Refusal.notFound }
            let stored = try act.openApplication(draft, version: found.version)
            try act.demandUnits(stored.registration)
            guard let content = try SealedContent.open(stored, vault: act.installation.vault, in: act.session) else {
                throw Refusal.applicationClosed
            }
            guard content.papers.contains(id) else { throw Refusal.notFound }
            let look = try act.lookAtOwn(id)
            guard look.piece.isUnits else { throw Refusal.personsOwn }
            let others = try act.installation.personNames(of: stored.registration, at: act.now, in: act.session)
            try act.demandOpen(purpose, at: "/purpose", names: content.personNames + others)
            act.recording.about(.application, draft)
            return look
        }
        return try await markedCopy(of: look, for: purpose, on: today, as: principal)
    }

    /// Those of a draft's papers that `openOwnPaper` opens to whoever asks.
    package func ownPapers(as principal: Principal, of draft: ApplicationID) async throws -> Set<EvidenceID> {
        guard principal.permissions.isSuperset(of: [.evidenceWrite, .registrationWrite]) else { return [] }
        let now = now()
        return try await look(as: principal, needs: .registrationRead) { session in
            guard let stored = try ApplicationRecords.find(draft, principal.scope, in: session) else { throw Refusal.notFound }
            guard stored.state.isOpenToSubmitter, principal.scope.path.contains(stored.path),
                try RegistrationRecords.find(stored.registration, .everything, at: now, in: session)?.subject == .unit,
                let content = try SealedContent.open(stored, vault: vault, in: session)
            else { return [] }
            return try EvidenceUse.fresh(content.papers, by: principal.account, in: session).filter { paper in
                try EvidenceRecords.find(paper, principal.scope, in: session)?.isUnits == true
            }
        }
    }
}

extension Act {
    /// Grants the look at a piece that this principal brought himself and that was never handed in, and enters it. Throws `not-found`,
    /// `evidence-purged`, `paper-not-own`.
    func lookAtOwn(_ id: EvidenceID) throws -> GrantedLook {
        guard let piece = try EvidenceRecords.find(id, principal.scope, in: session) else { throw Refusal.notFound }
        guard piece.purgedAt == nil else { throw Refusal.evidencePurgedAlready }
        try OwnPaper.demand(principal, id, in: session)
        guard let key = try DataKeyRecords.open(piece.dataKey, with: installation.vault, in: session) else {
            throw Refusal.evidencePurgedAlready
        }
        recording.about(.evidence, id)
        recording.note("ground", .string(OwnPaper.ground))
        return GrantedLook(piece: piece, key: key, company: try OrganisationRecords.root(in: session)?.name)
    }
}

extension StoredEvidence {
    /// Whether it is a kind of paper that is brought for a unit's cards; frames of a face and pictures of a card's own holder are not.
    fileprivate var isUnits: Bool {
        guard let slot = EvidenceSlot(rawValue: kind) else { return kind == "other" }
        return slot.shownPerson != .holder && slot.shownPerson != .guardian
    }
}

extension ApplicationContent {
    /// Everything it names as evidence, in whichever slot.
    fileprivate var papers: [EvidenceID] { (evidence ?? [:]).values.joined().compactMap { EvidenceID($0) } }
}

extension Refusal {
    static let paperNotOwn = Refusal(
        "paper-not-own", .forbidden, requirements: ["R-DP-01", "R-DP-19"],
        en: "Until a draft is handed in, only whoever attached a paper looks at it; once it is handed in, its reviewers do.",
        zh: "提交前，所附材料仅上传人本人可以查看；提交后由审核人员查看。",
        mend: LocalText(en: "Ask whoever attached it, or attach the paper yourself.", zh: "请联系上传人，或自行上传该材料。"))
}
