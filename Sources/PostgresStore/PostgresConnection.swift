import CPostgres
import Foundation
import SQLCore

/// One connection, used by one thread. Nothing in it waits for the server longer than `patience` says: whoever stays silent is given up.
final class PostgresConnection {
    let handle: OpaquePointer
    /// Its row in `store_commit`, where each transaction that writes leaves its mark.
    let slot = Int64.random(in: 1 ... .max)
    private var hasSlot = false
    private(set) var isLost = false
    /// How long one statement of an act that looks at very much may take; nil where no act may take longer than others.
    private let longSeconds: (count: Int, everything: Int)?
    private let usualPatience: Int
    private var patience: Int
    /// Whether a statement was sent whose answer nobody waited for.
    private var owesAnswer = false
    private var prepared: [String: String] = [:]
    private var preparedEver = 0
    private static let preparedMax = 512

    /// - Parameter isReplica: of the hosts named, a standby is preferred, and nothing is ever written.
    /// Throws `PostgresFault`, and `SQLFailure` for what is no connection string.
    init(_ connectionString: String, _ limits: PostgresLimits, isReplica: Bool = false) throws {
        try Self.demandReadable(connectionString)
        longSeconds = isReplica ? nil : (limits.countSeconds, limits.longStatementMinutes * 60)
        usualPatience = limits.statementSeconds + 2
        patience = limits.statementSeconds + 2
        let parameters = [
            ("connect_timeout", String(limits.connectSeconds)), ("target_session_attrs", isReplica ? "prefer-standby" : "read-write"),
            ("keepalives_idle", "5"),
            ("keepalives_interval", "3"), ("keepalives_count", "3"), ("tcp_user_timeout", "15000"), ("application_name", "shiming"),
            ("client_encoding", "UTF8"), ("dbname", connectionString),
        ]
        // What the connection string says comes last and wins.
        guard let handle = Self.connect(parameters) else { throw PostgresFault.lost("no memory for a connection") }
        self.handle = handle
        PQsetNoticeProcessor(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK, PQsetnonblocking(handle, 1) == 0 else {
            throw PostgresFault.lost("cannot connect: " + Self.withoutSecrets(String(cString: PQerrorMessage(handle))))
        }
        try setUp(limits)
        if isReplica { try simply("SET default_transaction_read_only = on") }
    }

    deinit { PQfinish(handle) }

    private static func connect(_ parameters: [(String, String)]) -> OpaquePointer? {
        var keywords: [UnsafePointer<CChar>?] = parameters.map { UnsafePointer(strdup($0.0)) } + [nil]
        var values: [UnsafePointer<CChar>?] = parameters.map { UnsafePointer(strdup($0.1)) } + [nil]
        defer { for copy in keywords + values { free(UnsafeMutablePointer(mutating: copy)) } }
        return PQconnectdbParams(&keywords, &values, 1)
    }

    /// Throws `SQLFailure` when libpq cannot read a connection string; nothing is connected.
    static func demandReadable(_ connectionString: String) throws {
        let options = PQconninfoParse(connectionString, nil)
        guard let options else { throw SQLFailure(.misuse, "the connection string is malformed") }
        PQconninfoFree(options)
    }

    /// libpq names host and user of what it cannot reach, but repeats pieces of a connection string that it cannot read.
    private static func withoutSecrets(_ message: String) -> String {
        message.hasPrefix("connection to server")
            ? message.replacing("\n", with: " ").trimmingCharacters(in: .whitespaces) : "the connection string is malformed"
    }

    /// Walking a small table locks all of it against everybody's serializable acts, so the planner takes an index wherever there is one.
    /// Plans are kept and know no values, as the embedded store's: planned anew each time, a look-up in a table spread over many pieces costs
    /// ten times what it costs to run.
    private func setUp(_ limits: PostgresLimits) throws {
        var settings = """
            SET statement_timeout = \(limits.statementSeconds * 1_000); SET lock_timeout = \(limits.statementSeconds * 500);
            SET idle_in_transaction_session_timeout = 120000; SET standard_conforming_strings = on; SET jit = off;
            SET enable_seqscan = off; SET plan_cache_mode = force_generic_plan;
            """
        if let schema = limits.schema { settings += "SET search_path = \"\(schema)\";" }
        try simply(settings)
    }

    /// Makes the row of `slot`, before the first transaction that writes: whoever looks for a mark later must know that there was none.
    /// Who only reads needs none, and waits for nobody.
    func takeSlot() throws {
        guard !hasSlot else { return }
        try simply("INSERT INTO store_commit (slot, mark, made_at) VALUES (\(slot), 0, now())")
        hasSlot = true
    }

    // MARK: Statements

    /// Statements without values, in one round trip; throws `PostgresFault`.
    @discardableResult
    func simply(_ sql: String) throws -> PostgresResult? {
        try payDebt()
        guard PQsendQuery(handle, sql) == 1 else { throw lose() }
        return try answer()
    }

    /// Sends a statement and waits for nothing; what it answers is taken before the next.
    func sendAndForget(_ sql: String) {
        guard !isLost, (try? payDebt()) != nil, PQsendQuery(handle, sql) == 1, PQflush(handle) >= 0 else { return giveUp() }
        owesAnswer = true
    }

    /// Statements in their order, all in one round trip; what is answered to those that are questions. What one breaks keeps those after it
    /// from running.
    func execute(_ statements: [PostgresStatement]) throws -> [PostgresResult] {
        try payDebt()
        if prepared.count + statements.count > Self.preparedMax,
            prepared.count + statements.count(where: { $0.isKept && prepared[$0.key] == nil }) > Self.preparedMax
        {
            try forgetStatements()
        }
        guard PQenterPipelineMode(handle) == 1 else { throw lose() }
        var commands: [Command] = []
        var fresh: [String: String] = [:]
        for statement in statements {
            var name: String?
            if statement.isKept {
                let key = statement.key
                name = prepared[key] ?? fresh[key]
                if name == nil {
                    let made = try prepare(statement)
                    (name, fresh[key]) = (made, made)
                    commands.append(.preparing(key: key, name: made))
                }
            }
            try send(statement, as: name)
            commands.append(.running(isQuestion: statement.isQuestion))
        }
        guard PQpipelineSync(handle) == 1 else { throw lose() }
        return try pipelineAnswer(to: commands)
    }

    private enum Command {
        case preparing(key: String, name: String)
        case running(isQuestion: Bool)
    }

    private func prepare(_ statement: PostgresStatement) throws -> String {
        preparedEver += 1
        let name = "s\(preparedEver)", parameters = statement.parameters
        guard PQsendPrepare(handle, name, Self.numbered(statement.text), Int32(parameters.count), parameters.types) == 1 else {
            throw lose()
        }
        return name
    }

    private func send(_ statement: PostgresStatement, as name: String?) throws {
        let parameters = statement.parameters
        let isSent = parameters.withPointers { values, lengths, formats in
            let count = Int32(parameters.count)
            return name.map { PQsendQueryPrepared(handle, $0, count, values, lengths, formats, 1) == 1 }
                ?? (PQsendQueryParams(handle, Self.numbered(statement.text), count, parameters.types, values, lengths, formats, 1) == 1)
        }
        guard isSent else { throw lose() }
    }

    /// `?` becomes `$1`, `$2` … by position; texts hold no literal question mark (`SQLText`).
    static func numbered(_ text: String) -> String {
        var result = ""
        var number = 0
        for piece in text.split(separator: "?", omittingEmptySubsequences: false) {
            result += number == 0 ? "\(piece)" : "$\(number)\(piece)"
            number += 1
        }
        return result
    }

    private func forgetStatements() throws {
        prepared.removeAll()
        try simply("DEALLOCATE ALL")
    }

    private func payDebt() throws {
        guard !isLost else { throw PostgresFault.lost("the connection is gone") }
        guard owesAnswer else { return }
        owesAnswer = false
        _ = try answer()
    }

    // MARK: Waiting

    /// The last answer to what was sent; throws the first fault among them.
    func answer() throws -> PostgresResult? {
        var last: PostgresResult?
        var fault: PostgresFault?
        while let result = try next() {
            fault = fault ?? result.fault
            last = result
            if result.status == PGRES_COPY_IN { break }
        }
        if let fault { throw note(fault) }
        return last
    }

    /// Every command is answered once, in its order; those after a fault say that they did not run.
    private func pipelineAnswer(to commands: [Command]) throws -> [PostgresResult] {
        var answers: [PostgresResult] = []
        var fault: PostgresFault?
        var answered = 0
        while true {
            guard let result = try next() else { continue }
            if result.status == PGRES_PIPELINE_SYNC { break }
            fault = fault ?? result.fault
            if let fault, fault.endsConnection, PQstatus(handle) == CONNECTION_BAD { throw note(fault) }
            guard answered < commands.count else { throw lose() }
            switch commands[answered] {
            case .preparing(let key, let name): if result.status == PGRES_COMMAND_OK { prepared[key] = name }
            case .running(let isQuestion): if isQuestion { answers.append(result) }
            }
            answered += 1
        }
        guard PQexitPipelineMode(handle) == 1 else { throw lose() }
        if let fault { throw note(fault) }
        guard answered == commands.count else { throw lose() }
        return answers
    }

    private func note(_ fault: PostgresFault) -> PostgresFault {
        if fault.endsConnection || PQstatus(handle) == CONNECTION_BAD { giveUp() }
        return fault
    }

    private func next() throws -> PostgresResult? {
        try flush()
        while PQisBusy(handle) == 1 {
            try wait(for: Int16(POLLIN))
            guard PQconsumeInput(handle) == 1 else { throw lose() }
        }
        let result = PQgetResult(handle).map(PostgresResult.init)
        if PQstatus(handle) == CONNECTION_BAD, result == nil { throw lose() }
        return result
    }

    /// Hands everything to the network, taking in what comes meanwhile.
    func flush() throws {
        while true {
            switch PQflush(handle) {
            case 0: return
            case 1:
                let ready = try wait(for: Int16(POLLIN | POLLOUT))
                if ready & Int16(POLLIN) != 0, PQconsumeInput(handle) != 1 { throw lose() }
            default: throw lose()
            }
        }
    }

    @discardableResult
    func wait(for events: Int16) throws -> Int16 {
        var socket = pollfd(fd: PQsocket(handle), events: events, revents: 0)
        let deadline = ContinuousClock.now + .seconds(patience)
        while socket.fd >= 0 {
            let left = (deadline - .now).components
            let milliseconds = left.seconds * 1_000 + left.attoseconds / 1_000_000_000_000_000
            guard milliseconds > 0 else {
                giveUp()
                throw PostgresFault.lost("the server was silent for \(patience) s")
            }
            let count = poll(&socket, 1, Int32(clamping: milliseconds))
            if count > 0 { return socket.revents }
            if count < 0, errno != EINTR { break }
        }
        throw lose()
    }

    func lose() -> PostgresFault {
        giveUp()
        return PostgresFault.lost("the connection broke")
    }

    func giveUp() { isLost = true }

    /// nil where no act may take longer than others.
    func seconds(for act: LongAct) -> Int? {
        switch act {
        case .count: longSeconds?.count
        case .everything: longSeconds?.everything
        }
    }

    /// Silence is borne as long as one statement may take, until `bearUsual`.
    func bear(seconds: Int) { patience = max(usualPatience, seconds + 2) }

    func bearUsual() { patience = usualPatience }
}
