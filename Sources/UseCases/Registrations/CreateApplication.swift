import Records
import Registry

extension Installation {
    /// Begins a change to a live registration: more cards, another person in a role, a correction, or its end.
    package func createApplication(
        as principal: Principal, of registration: RegistrationID, kind: ApplicationKind, content: ApplicationContent,
        callback: String? = nil
    ) async throws -> BegunApplication {
        let callback = try await admittedCallback(callback, as: principal)
        return try await act(as: principal, .applicationCreated, needs: .registrationWrite) { act in
            guard let stored = try RegistrationRecords.find(registration, principal.scope, at: act.now, in: act.session) else {
                throw Refusal.notFound
            }
            guard stored.subject == .unit else { throw Refusal.personsOwn }
            guard stored.state == .registered, kind != .register, !kind.isPersonsOwn else { throw Refusal.notRegistered }
            let application = try act.beginApplication(kind, of: registration, content, unit: stored.unit)
            try act.keepCallback(callback, of: application)
            act.recording.about(.registration, registration)
            return BegunApplication(registration: registration, application: application, code: stored.code, version: 1)
        }
    }
}
