import Contract
import HTTPTypes
import Registry
import UseCases
import Web

extension Call {
    func acceptEnrolment() async throws -> Answer {
        let asked: Wire.AcceptEnrolment = try decode()
        let enrolled = try await installation.acceptEnrolment(token: asked.token, login: asked.login, password: asked.password)
        return try .json(
            Wire.EnrolmentAccepted(
                account: Wire.Account(enrolled.account), secondFactor: enrolled.secondFactor.map(Wire.SecondFactorSecret.init)))
    }

    func signIn() async throws -> Answer {
        let asked: Wire.SignIn = try decode()
        let signedIn = try await installation.signIn(
            login: asked.login, password: asked.password, code: asked.code, label: asked.label ?? "", source: context.clientAddress)
        let answer: Answer = try .json(Wire.SessionTokens(signedIn))
        // A browser on which staff sign in is not one on which customers are verified, be it before or afterwards (R-AF-11). A program
        // has no device to tell.
        let device = RequestCookies(headers)[RequestCookies.device]
        guard device != nil || headers[.origin] != nil || headers[.fetchSite] != nil else { return answer }
        let noted = try await installation.noteStaffDevice(device)
        return answer.with(
            .setCookie,
            RequestCookies.settingDevice(noted, days: installation.settings.entranceDaysMax, isSecure: context.isSecure))
    }

    func refreshSession() async throws -> Answer {
        let asked: Wire.RefreshSession = try decode()
        return try .json(Wire.SessionTokens(try await installation.refreshSession(asked.refreshToken)))
    }

    func readSession() async throws -> Answer {
        let principal = try principal()
        let own = try await installation.readSession(as: principal)
        return try .json(
            Wire.SessionState(
                account: Wire.Account(own.account), organisation: Wire.Organisation(own.organisation),
                permissions: Permission.allCases.filter(principal.permissions.contains).map(\.rawValue), means: principal.means.rawValue,
                scope: principal.scope.wire, secondFactorToSetUp: own.needsSecondFactorSetUp, session: own.session.map(Wire.Session.init)))
    }

    func signOut() async throws -> Answer {
        try await installation.signOut(as: principal())
        return .done
    }

    func listSessions() async throws -> Answer {
        let sessions = try await installation.listSessions(as: principal())
        return try .json(Wire.SessionPage(items: sessions.map(Wire.Session.init)))
    }

    func revokeSession() async throws -> Answer {
        try await installation.revokeSession(as: principal(), id("session"))
        return .done
    }

    func beginSecondFactor() async throws -> Answer {
        let asked: Wire.BeginSecondFactor = try decode()
        return try .json(Wire.SecondFactorSecret(try await installation.beginSecondFactor(as: principal(), code: asked.code)))
    }

    func confirmSecondFactor() async throws -> Answer {
        let asked: Wire.ConfirmSecondFactor = try decode()
        try await installation.confirmSecondFactor(as: principal(), code: asked.code)
        return .done
    }

    func changePassword() async throws -> Answer {
        let asked: Wire.ChangePassword = try decode()
        try await installation.changePassword(as: principal(), current: asked.current, new: asked.new)
        return .done
    }
}
