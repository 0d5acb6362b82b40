import ArgumentParser
import Client
import Contract
import Foundation

struct SignIn: ServerCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sign in; the session is kept for you in $XDG_CONFIG_HOME/shiming/session.json.")

    @Argument(help: "Your login name; asked for if missing.") var login: String?
    @Option(help: "The code of your authenticator; asked for where it is demanded.") var code: String?
    @OptionGroup var password: PasswordOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let words = desk.output.language
        let login = try login ?? Prompt.line(words.choose("Login: ", "登录名："))
        let secret = try password.password(words.choose("Password: ", "密码："))
        let tokens = try await tokens(desk, login, secret)
        try connection.sessions().keep(SavedSession(tokens, login: login), for: desk.api.server)
        try desk.output.say("Signed in at \(desk.api.server) as \(login).", "已以 \(login) 登录 \(desk.api.server)。")
        if tokens.secondFactorToSetUp {
            desk.output.note(
                "Your roles demand a second factor: set it up with `shiming second-factor` before anything else.",
                "您的角色需要第二验证因素，请先执行 shiming second-factor 设置。")
        }
    }

    /// A code that is demanded is asked for once, if there is somebody to ask.
    private func tokens(_ desk: Desk, _ login: String, _ secret: String) async throws -> Wire.SessionTokens {
        let label = "shiming, " + ProcessInfo.processInfo.hostName
        do {
            return try await desk.api.signIn(login: login, password: secret, code: code, label: label)
        } catch ClientFailure.refused(let problem) where problem.code == "second-factor-required" && code == nil && !password.passwordStdin
        {
            let typed = try Prompt.line(desk.output.language.choose("Code: ", "动态码："))
            return try await desk.api.signIn(login: login, password: secret, code: typed, label: label)
        }
    }
}

struct SignOut: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "End the session, here and at the server.")

    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        try await desk.endSession()
        try connection.sessions().forget(desk.api.server)
        try desk.output.say("Signed out.", "已退出登录。")
    }
}

extension Desk {
    fileprivate func endSession() async throws {
        do {
            _ = try await api.send(Call(.signOut))
        } catch {
            // 401: it had ended already.
            if error.status != 401 { throw error }
        }
    }
}

struct WhoAmI: ServerCommand {
    static let configuration = CommandConfiguration(commandName: "whoami", abstract: "Who is signed in, and what that allows.")

    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws { try await desk.show(Call(.readSession), as: Wire.SessionState.self) }
}
