import Records
import Registry
import SQLCore
import TestKit
import Testing
import UseCases

/// The code of the refusal that `body` ends with; "nothing" when it succeeds.
func refusal<Value>(_ body: () async throws -> Value) async throws -> String {
    do {
        _ = try await body()
        return "nothing"
    } catch let refusal as Refusal {
        #expect(!refusal.reason.en.isEmpty && !refusal.reason.zh.isEmpty, "\(refusal.code) has no words")
        #expect(!refusal.mend.en.isEmpty && !refusal.mend.zh.isEmpty, "\(refusal.code) does not say what mends it")
        return refusal.code
    }
}

/// Expects `body` to be refused with this code.
func refuses<Value>(
    _ code: String, _ body: () async throws -> Value, at place: SourceLocation = #_sourceLocation
) async throws {
    let found = try await refusal(body)
    #expect(found == code, sourceLocation: place)
}

extension World {
    /// How many trail entries of an action there are.
    func entries(_ action: String) async throws -> Int {
        try await installation.store.read { session in try session.count("SELECT COUNT(*) FROM trail_entry WHERE action = \(action)") }
    }
}

let goodPassword = "correct horse battery staple"
