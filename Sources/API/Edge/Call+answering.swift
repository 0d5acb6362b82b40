import Contract
import Synchronization
import UseCases

extension Operation {
    /// Whether the operation is a single act whose answer is made inside its transaction (`Call.answering`).
    var isSingleAct: Bool {
        switch self {
        case .createRegistration, .createApplication, .submitApplication, .decideApplication, .secondDecision: true
        default: false
        }
    }
}

extension Call {
    /// Performs an act and answers what it came to. Under a key the answer is made, and kept, inside the act's transaction.
    func answering<Value: Sendable>(
        _ make: @escaping @Sendable (Value) throws -> Answer, _ act: @Sendable () async throws -> Value
    ) async throws -> Answer {
        guard let keyed else { return try make(try await act()) }
        let made = Mutex<Answer?>(nil)
        let success = operation.facts.success
        let request = keyed.answering { (value: Value) in
            let answer = try make(value)
            made.withLock { $0 = answer }
            return try KeptAnswerCoding.encode(answer, success: success)
        }
        let value = try await KeyedRequest.$current.withValue(request) { try await act() }
        return try made.withLock { $0 } ?? make(value)
    }
}
