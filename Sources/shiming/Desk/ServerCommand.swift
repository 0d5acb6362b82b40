import ArgumentParser
import Client
import Contract

/// A command that is a call or several to a server.
protocol ServerCommand: AsyncParsableCommand {
    var connection: ConnectionOptions { get }
    /// Speaks to the server for whom the command works.
    func client() throws -> APIClient
    /// What helps whoever is not let in.
    func wayIn(_ language: Language) -> String
    func run(_ desk: Desk) async throws
}

extension ServerCommand {
    func client() throws -> APIClient { try connection.client() }

    func wayIn(_ language: Language) -> String {
        language.choose("Sign in with `shiming sign-in`.", "请先执行 shiming sign-in 登录。")
    }

    func run() async throws {
        let output = connection.output()
        let api: APIClient
        do {
            api = try client()
        } catch let failure as ClientFailure {
            throw output.told(failure, wayIn: wayIn(output.language))
        }
        if api.server.isExposed {
            output.note(
                "Warning: plain HTTP shows passwords and identity data to the network; use https://.",
                "警告：明文 HTTP 会向网络泄露密码和身份信息，请使用 https://。")
        }
        do {
            try await run(Desk(api: api, output: output))
        } catch let failure as ClientFailure {
            await api.close()
            throw output.told(failure, wayIn: wayIn(output.language))
        } catch {
            await api.close()
            throw error
        }
        await api.close()
    }
}

extension Output {
    /// Writes why, and answers what the program ends with.
    func told(_ failure: ClientFailure, wayIn: String? = nil) -> ExitCode {
        StandardError.write(ProblemText.of(failure, in: language))
        if failure.status == 401, let wayIn { StandardError.write(wayIn + "\n") }
        return failure.exitCode
    }
}

extension ClientFailure {
    var exitCode: ExitCode {
        switch self {
        case .refused(let problem) where problem.status == 401 || problem.status == 403: .notPermitted
        case .refused(let problem) where problem.status >= 500: .unavailable
        case .refused, .file: .refused
        case .unreachable, .broken, .untrusted, .unreadable: .unavailable
        }
    }
}

/// A command that only holds others.
protocol Group: ParsableCommand {}
