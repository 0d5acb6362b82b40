import Contract

extension APIClient {
    /// Signs in; the caller keeps the tokens.
    package func signIn(login: String, password: String, code: String?, label: String) async throws -> Wire.SessionTokens {
        try await sendOpenly(
            Call(.signIn, sending: Wire.SignIn(login: login, password: password, code: code, label: label))
        ).decode()
    }

    package func acceptEnrolment(token: String, login: String?, password: String) async throws -> Wire.EnrolmentAccepted {
        try await sendOpenly(
            Call(.acceptEnrolment, sending: Wire.AcceptEnrolment(token: token, password: password, login: login))
        ).decode()
    }

    /// The pages of a list, one after the other, until `body` says false or there are no more.
    package func pages(of call: Call, _ body: (Answer) throws -> (goOn: Bool, next: String?)) async throws {
        var call = call
        while true {
            let (goOn, next) = try body(try await send(call))
            guard goOn, let next else { return }
            call.query["cursor"] = next
        }
    }
}
