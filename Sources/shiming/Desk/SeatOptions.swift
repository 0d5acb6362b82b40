import ArgumentParser
import Client
import Foundation

/// Which person's seat at a card's entrance.
struct SeatOptions: ParsableArguments {
    @Option(
        help: "The file that holds the seat. Else SHIMING_SEAT names it, else it is $XDG_CONFIG_HOME/shiming/seat.json.",
        completion: .file())
    var seat: String?

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    func file() throws(ClientFailure) -> SeatFile {
        if let seat { return SeatFile(path: seat) }
        if let path = environment["SHIMING_SEAT"], !path.isEmpty { return SeatFile(path: path) }
        guard let file = SeatFile.usual(environment: environment) else {
            throw .file(path: "seat.json", reason: "neither XDG_CONFIG_HOME nor HOME is set")
        }
        return file
    }

    /// With SHIMING_SEAT_TOKEN, else with the seat of the file, at its own server. Never as whoever is signed in here.
    func client(_ connection: ConnectionOptions) throws -> APIClient {
        try connection.client(token: environment["SHIMING_SEAT_TOKEN"], else: file)
    }
}

extension ConnectionOptions {
    /// With that token, else with the one that the file keeps, at its own server.
    fileprivate func client(token: String?, else file: () throws -> SeatFile) throws -> APIClient {
        if let token, !token.isEmpty { return try client(with: .token(token)) }
        let file = try file()
        guard let saved = try file.read() else { return try client(with: .none) }
        guard let own = ServerAddress(saved.server) else {
            throw ClientFailure.file(path: file.path, reason: "not a seat's file; name another, or remove it and come in again")
        }
        if let server, server != own { throw ValidationError("the seat is one at \(own), not at \(server)") }
        return try client(with: .token(saved.token), at: own)
    }
}

/// Which part of a unit's application, of the person who completes it.
struct PartOptions: ParsableArguments {
    @Option(
        help: "The file that holds the part's token. Else SHIMING_PART names it, else it is $XDG_CONFIG_HOME/shiming/part.json.",
        completion: .file())
    var part: String?

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    func file() throws(ClientFailure) -> SeatFile {
        if let part { return SeatFile(path: part) }
        if let path = environment["SHIMING_PART"], !path.isEmpty { return SeatFile(path: path) }
        guard let file = SeatFile.usualPart(environment: environment) else {
            throw .file(path: "part.json", reason: "neither XDG_CONFIG_HOME nor HOME is set")
        }
        return file
    }

    /// With SHIMING_PART_TOKEN, else with the part of the file, at its own server. Never as whoever is signed in here.
    func client(_ connection: ConnectionOptions) throws -> APIClient {
        try connection.client(token: environment["SHIMING_PART_TOKEN"], else: file)
    }
}

/// What a person's own app does at a seat.
protocol SeatCommand: ServerCommand {
    var seat: SeatOptions { get }
}

extension SeatCommand {
    func client() throws -> APIClient { try seat.client(connection) }

    func wayIn(_ language: Language) -> String {
        language.choose("Come in with `shiming seat open`.", "请先执行 shiming seat open 打开入口。")
    }
}

/// What a person's own app does at his part of a unit's application.
protocol PartCommand: ServerCommand {
    var part: PartOptions { get }
}

extension PartCommand {
    func client() throws -> APIClient { try part.client(connection) }

    func wayIn(_ language: Language) -> String {
        language.choose("Come in with `shiming part open`.", "请先执行 shiming part open 打开链接。")
    }
}

/// What anybody may ask who has not come in, whoever is signed in here.
protocol StrangerCommand: ServerCommand {}

extension StrangerCommand {
    func client() throws -> APIClient { try connection.client(with: .none) }
}

/// A secret that is asked for, or comes as the first line of standard input: no argument of a process, and in no shell's history.
enum TypedSecret {
    static func read(fromInput: Bool, _ question: String) throws -> String {
        let typed = try fromInput ? Prompt.read(STDIN_FILENO) : Prompt.secret(question)
        return typed.trimmingCharacters(in: .whitespaces)
    }
}
