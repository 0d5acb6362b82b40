import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listApplications() async throws -> Answer {
        let keys = try cursorKeys(2)
        let after = try keys.map { keys -> (Instant, ApplicationID) in
            guard let at = Int64(keys[0]), let id = ApplicationID(keys[1]) else { throw Refusal.cursorInvalid }
            return (Instant(milliseconds: at), id)
        }
        let found = try await installation.listApplications(
            as: principal(), state: queryWord("state"), kind: queryWord("kind"), registration: queryID("registration"), after: after,
            limit: limit + 1)
        return try page(
            found, keys: { [String(($0.submittedAt ?? $0.createdAt).milliseconds), $0.id.wire] }, item: { Wire.Application($0) })
    }

    func readApplication() async throws -> Answer {
        let found = try await installation.readApplication(as: principal(), id("application"))
        return try .json(Wire.Application(found, in: language)).tagged(found.application.version)
    }

    func revealApplication() async throws -> Answer {
        let asked: Wire.RevealApplication = try decode()
        let found = try await installation.revealApplication(as: principal(), id("application"), purpose: asked.purpose)
        return try .json(Wire.Application(found, in: language))
    }

    func updateApplication() async throws -> Answer {
        let asked: Wire.RegistrationContent = try decode()
        let id: ApplicationID = try id("application")
        let version = try await installation.updateApplication(
            as: principal(), id, version: expectedVersion(), content: try ApplicationContent(asked))
        return try .json(Wire.ApplicationVersion(application: id.wire, version: version)).tagged(version)
    }

    func selectCards() async throws -> Answer {
        let asked: Wire.CardSelection = try decode()
        let id: ApplicationID = try id("application")
        let selected = try await installation.selectCards(as: principal(), id, version: expectedVersion(), asked.selector())
        return try .json(
            Wire.CardsSelected(
                application: id.wire, version: selected.version, cards: selected.cards, notFound: Int64(selected.notFound),
                notFoundPositions: selected.notFoundPositions.map(Int64.init), repeated: Int64(selected.repeated))
        ).tagged(selected.version)
    }

    func submitApplication() async throws -> Answer {
        let id: ApplicationID = try id("application")
        return try await answering({ try answer($0, id) }) {
            try await installation.submitApplication(as: principal(), id, version: expectedVersion())
        }
    }

    private func answer(_ submitted: SubmittedApplication, _ id: ApplicationID) throws -> Answer {
        try .json(
            Wire.ApplicationSubmitted(
                application: id.wire, submission: submitted.submission.wire, version: submitted.version,
                checks: submitted.checks.map { Wire.Check($0, in: language) })
        ).tagged(submitted.version)
    }

    func withdrawApplication() async throws -> Answer {
        try await installation.withdrawApplication(as: principal(), id("application"), version: expectedVersion())
        return .done
    }

    func lockApplication() async throws -> Answer {
        let until = try await installation.lockApplication(as: principal(), id("application"))
        return try .json(Wire.ReviewHold(until: until.wire))
    }

    func unlockApplication() async throws -> Answer {
        try await installation.unlockApplication(as: principal(), id("application"))
        return .done
    }

    func decideApplication() async throws -> Answer {
        let asked: Wire.Decide = try decode()
        let id: ApplicationID = try id("application")
        return try await answering({ try answer($0, id) }) {
            try await installation.decideApplication(
                as: principal(), id, version: expectedVersion(), verdict: word(asked.verdict, at: "/verdict"),
                reasons: (asked.reasons ?? []).map { DecisionReason(pointer: $0.pointer, code: $0.code) }, note: asked.note,
                remark: asked.remark)
        }
    }

    func secondDecision() async throws -> Answer {
        let id: ApplicationID = try id("application")
        return try await answering({ try answer($0, id) }) {
            try await installation.secondApproval(as: principal(), id, version: expectedVersion())
        }
    }

    func answer(_ decided: DecidedApplication, _ id: ApplicationID) throws -> Answer {
        try .json(
            Wire.ApplicationDecided(
                application: id.wire, state: decided.state.rawValue, cardsRegistered: decided.registered, cardsExcluded: decided.excluded,
                version: decided.version, decision: decided.decision?.wire)
        ).tagged(decided.version)
    }

    func listExclusions() async throws -> Answer {
        let found = try await installation.listExclusions(as: principal(), id("application"), after: cursorCard(), limit: limit + 1)
        return try page(
            found, keys: { [(try? reference($0.subscription)) ?? ""] },
            item: { Wire.Exclusion(card: try reference($0.subscription), iccid: $0.iccid, code: $0.code) })
    }
}
