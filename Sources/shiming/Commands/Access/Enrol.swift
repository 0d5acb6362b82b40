import ArgumentParser
import Client
import Contract

struct Enrol: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Accept a one-time enrolment token: choose login name and password.")

    @Argument(help: "The token you were given.") var token: String
    @Option(help: "Your login name, where it was not chosen for you.") var login: String?
    @OptionGroup var password: PasswordOptions
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let words = desk.output.language
        let secret = try password.newPassword(words.choose("New password: ", "新密码："), again: words.choose("Once more: ", "再次输入："))
        let enrolled = try await accepted(desk, secret)
        // Whoever enrols at a server signs in there next.
        try connection.sessions().change { $0.server = desk.api.server.text }
        if desk.output.json { return try desk.output.encode(enrolled) }
        try desk.output.say("Enrolled as \(enrolled.account.login ?? "").", "账号 \(enrolled.account.login ?? "") 已启用。")
        if let factor = enrolled.secondFactor { try desk.tell(factor) }
        // Without its code the first sign-in could do nothing but set the factor up.
        let code = enrolled.secondFactor == nil ? "" : " --code CODE"
        try desk.output.say(
            "Now sign in: shiming sign-in \(enrolled.account.login ?? "")\(code)",
            "请登录：shiming sign-in \(enrolled.account.login ?? "")\(code)")
    }

    private func accepted(_ desk: Desk, _ secret: String) async throws -> Wire.EnrolmentAccepted {
        do {
            return try await desk.api.acceptEnrolment(token: token, login: login, password: secret)
        } catch ClientFailure.refused(let problem) where problem.code == "login-needed" && !password.passwordStdin {
            let typed = try Prompt.line(desk.output.language.choose("Login name you choose: ", "请设置登录名："))
            return try await desk.api.acceptEnrolment(token: token, login: typed, password: secret)
        }
    }
}

extension Desk {
    func tell(_ factor: Wire.SecondFactorSecret) throws {
        try output.say("Put this into your authenticator:", "请将以下信息录入身份验证器：")
        try output.write("  \(factor.secret)\n  \(factor.uri)\n")
    }
}

struct SecondFactor: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Set up or replace your second factor.")

    @Option(help: "The code of the authenticator that is replaced.") var code: String?
    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let begun: Wire.SecondFactorSecret = try await desk.api.send(
            Call(.beginSecondFactor, sending: Wire.BeginSecondFactor(code: code)), as: Wire.SecondFactorSecret.self)
        try desk.tell(begun)
        let typed = try Prompt.line(desk.output.language.choose("Code it shows: ", "显示的动态码："))
        try await desk.act(
            Call(.confirmSecondFactor, sending: Wire.ConfirmSecondFactor(code: typed)), "The second factor is set up; sign in anew.",
            "第二验证因素已设置，请重新登录。")
    }
}

struct ChangePassword: ServerCommand {
    static let configuration = CommandConfiguration(abstract: "Change your password; all other sessions end.")

    @OptionGroup var connection: ConnectionOptions

    func run(_ desk: Desk) async throws {
        let words = desk.output.language
        let current = try Prompt.secret(words.choose("Present password: ", "当前密码："))
        let new = try Prompt.secret(words.choose("New password: ", "新密码："))
        guard try Prompt.secret(words.choose("Once more: ", "再次输入：")) == new else { throw ValidationError("the two passwords differ") }
        try await desk.act(
            Call(.changePassword, sending: Wire.ChangePassword(current: current, new: new)), "The password is changed.", "密码已修改。")
    }
}
