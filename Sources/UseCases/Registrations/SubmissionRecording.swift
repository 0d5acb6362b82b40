import Ledger
import Records
import Registry
import SQLCore

/// Pins what a submission rests on, the same for units and persons.
struct SubmissionRecording {
    let act: Act
    let submission: SubmissionID

    func record(
        _ roles: [PinnedRole], _ evidence: [(slot: EvidenceSlot, evidence: EvidenceID)], _ intervals: [ClosedRange<Int64>]
    ) throws {
        try act.register(
            .submissionRole,
            rows: roles.map { pinned in
                [submission, pinned.role.rawValue, 0, pinned.party, pinned.identity, pinned.authorisedFrom, pinned.authorisedUntil]
            })
        // A piece that is named twice for one thing is one.
        var named: [EvidenceSlot: Set<EvidenceID>] = [:]
        let once = evidence.filter { named[$0.slot, default: []].insert($0.evidence).inserted }
        try act.register(.submissionEvidence, rows: once.map { [submission, $0.slot.rawValue, $0.evidence] })
        // What was read when a picture was taken is the case's now.
        try PictureReadingRecords.forget(once.map(\.evidence), in: act.session)
        try act.recording.registerMany(.submissionInterval, by: "submission_interval", owner: submission.bytes) { sink in
            for interval in intervals {
                sink.blob(submission.bytes)
                sink.int(interval.lowerBound)
                sink.int(interval.upperBound)
                try sink.endRow()
            }
        }
    }

    /// The organisations from the operating company down to the one that hands in, as of today.
    static func agentChain(of path: OrganisationPath, in session: any Session) throws -> String {
        let chain = try OrganisationChain.read(of: path, in: session)
        return try JSONValue.array(chain.map { ["id": .string($0.id.description), "name": .string($0.name)] }).canonicalText()
    }
}
