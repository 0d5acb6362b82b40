import Foundation
import SQLCore
import Synchronization

/// Every text of a statement that a test run gives to the engine under test, once, a line of JSON each in the file that SHIMING_TEST_STATEMENTS
/// names; Scripts/check-statements.py compares them with the SQL in Sources.
final class SeenStatements: Sendable {
    static let shared: SeenStatements? = ProcessInfo.processInfo.environment["SHIMING_TEST_STATEMENTS"].flatMap(SeenStatements.init)

    private let seen: Mutex<Set<String>> = Mutex([])
    private let file: FileHandle

    private init?(path: String) {
        guard FileManager.default.createFile(atPath: path, contents: nil), let file = FileHandle(forWritingAtPath: path) else { return nil }
        self.file = file
    }

    func note(_ text: String) {
        seen.withLock { seen in
            guard seen.insert(text).inserted, let line = try? JSONEncoder().encode(text) else { return }
            file.write(line + Data("\n".utf8))
        }
    }
}

/// The engine under test, which notes what it is given.
class NotingStore: Store, WriteQueue, @unchecked Sendable {
    private let store: any Store
    private let notes: SeenStatements

    fileprivate init(_ store: any Store, _ notes: SeenStatements) {
        self.store = store
        self.notes = notes
    }

    /// The same store where nobody wants to know. What it is besides a store it stays.
    static func wrapping(_ store: any Store) -> any Store {
        guard let notes = SeenStatements.shared else { return store }
        if let files = store as? any FileSnapshots { return NotingFileStore(store, files, notes) }
        return NotingStore(store, notes)
    }

    var dialect: any Dialect { store.dialect }
    var waitingWrites: Int { (store as? any WriteQueue)?.waitingWrites ?? 0 }

    func read<Value: Sendable>(_ body: @Sendable (any Session) throws -> Value) async throws -> Value {
        try await withoutActuallyEscaping(body) { body in
            try await store.read { [notes] in try body(ObservedSession($0) { notes.note($0.text) }) }
        }
    }

    func write<Value: Sendable>(
        _ isolation: Isolation, _ body: @escaping @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try await store.write(isolation) { [notes] in try body(ObservedSession($0) { notes.note($0.text) }) }
    }

    func close() async { await store.close() }
}

private final class NotingFileStore: NotingStore, FileSnapshots, @unchecked Sendable {
    private let files: any FileSnapshots

    init(_ store: any Store, _ files: any FileSnapshots, _ notes: SeenStatements) {
        self.files = files
        super.init(store, notes)
    }

    func snapshot(to path: String) async throws { try await files.snapshot(to: path) }
}
