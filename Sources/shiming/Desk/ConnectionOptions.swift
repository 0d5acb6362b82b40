import ArgumentParser
import Client
import Foundation

extension ServerAddress: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension Language: ExpressibleByArgument {}

/// What every command that speaks to a server takes.
struct ConnectionOptions: ParsableArguments {
    @Option(help: "Where the server answers. Else SHIMING_SERVER, else where you signed in last, else \(ServerAddress.usual).")
    var server: ServerAddress?

    @Option(help: "Trust the certificates in this PEM file in place of the system's.", completion: .file())
    var caFile: String?

    @Option(help: "Words of tables and refusals; else as LANG says.")
    var language: Language?

    @Flag(help: "The API's JSON in place of tables and sentences.")
    var json = false

    private var environment: [String: String] { ProcessInfo.processInfo.environment }

    func output() -> Output {
        Output(json: json, language: language ?? Language(environment: environment))
    }

    func sessions() throws(ClientFailure) -> SessionFile {
        guard let file = SessionFile.usual(environment: environment) else {
            throw .file(path: "session.json", reason: "neither XDG_CONFIG_HOME nor HOME is set")
        }
        return file
    }

    func address() throws -> ServerAddress {
        if let server { return server }
        if let text = environment["SHIMING_SERVER"], !text.isEmpty {
            guard let server = ServerAddress(text) else { throw ValidationError("SHIMING_SERVER is not the address of a server: \(text)") }
            return server
        }
        return (try? sessions().read().server).flatMap(\.self).flatMap { ServerAddress($0) } ?? .usual
    }

    /// With SHIMING_TOKEN, else with the session of the file.
    func client() throws -> APIClient {
        let credential: Credential =
            if let token = environment["SHIMING_TOKEN"], !token.isEmpty { .token(token) } else {
                .session(SessionKeeper(file: try sessions()))
            }
        return try client(with: credential)
    }

    func client(with credential: Credential, at server: ServerAddress? = nil) throws -> APIClient {
        try APIClient(
            server: server ?? address(), credential: credential, certificates: caFile, language: output().language.rawValue)
    }
}
