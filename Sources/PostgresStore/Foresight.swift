import Foundation
import SQLCore

/// Takes down what is asked of it, and answers nothing.
final class Foresight: Session {
    let dialect: any Dialect
    private(set) var questions: [SQLText] = []

    init(dialect: any Dialect) {
        self.dialect = dialect
    }

    func each(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws {
        questions.append(sql)
    }

    func foresee(_ body: (any Session) throws -> Void) {
        try? body(self)
    }

    /// Whoever asks in earnest says it there.
    func allowLong(_ act: LongAct) {}

    // What changes something, or is as large as a table, is not asked for in advance.
    func run(_ sql: SQLText) throws { throw SQLFailure(.misuse, "only questions are foreseen") }
    func change(_ sql: SQLText) throws -> Int { throw SQLFailure(.misuse, "only questions are foreseen") }
    func scan(_ sql: SQLText, _ body: (any SQLRow) throws -> Bool) throws { throw SQLFailure(.misuse, "only questions are foreseen") }
    func append(into table: StaticString, columns: StaticString, _ rows: (any RowSink) throws -> Void) throws {
        throw SQLFailure(.misuse, "only questions are foreseen")
    }
    func append(named table: String, columns: String, _ rows: (any RowSink) throws -> Void) throws {
        throw SQLFailure(.misuse, "only questions are foreseen")
    }
}

extension String {
    /// By its bytes: `contains` costs a hundred times as much, and every change asks.
    func names(_ table: String) -> Bool { strstr(self, table) != nil }
}

/// Questions that were sent in advance, and what was answered. A change makes worthless what names the table, be it only as a column.
struct ForeseenAnswers {
    /// In the order in which they were sent; nil where nobody wants the answer any more.
    private var expected: [SQLText?] = []
    private var known: [SQLText: PostgresResult] = [:]

    /// False when it is known or on its way.
    mutating func expect(_ question: SQLText) -> Bool {
        guard known[question] == nil, !isExpected(question) else { return false }
        expected.append(question)
        return true
    }

    var isEmpty: Bool { known.isEmpty && expected.isEmpty }
    func isExpected(_ question: SQLText) -> Bool { expected.contains(question) }
    /// Given once: who asks again asks anew.
    mutating func answer(_ question: SQLText) -> PostgresResult? { known.isEmpty ? nil : known.removeValue(forKey: question) }

    mutating func take(_ answers: [PostgresResult]) {
        for (question, answer) in zip(expected, answers) { if let question { known[question] = answer } }
        expected = []
    }

    /// Something changed: in a table, or anywhere.
    mutating func forget(_ table: String?) {
        func isTouched(_ question: SQLText) -> Bool { table.map { question.text.names($0) } ?? true }
        known = known.filter { !isTouched($0.key) }
        expected = expected.map { question in question.flatMap { isTouched($0) ? nil : $0 } }
    }
}
