import Inspection

/// Looks at evidence before it is stored, as a port: the real one decodes it in a confined child process.
package protocol EvidenceInspector: Sendable {
    /// Throws `InspectionRefusal` when the content is not taken.
    ///
    /// - Parameter owner: on whose behalf; owners take turns.
    func inspect(_ bytes: [UInt8], for owner: String) async throws -> InspectionReport

    /// Children that decode now, and uploads that wait for one.
    func load() async -> (running: Int, waiting: Int)
}

extension Inspector: EvidenceInspector {}
