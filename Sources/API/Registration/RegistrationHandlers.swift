import Contract
import Records
import Registry
import UseCases
import Vault
import Web

extension Call {
    func previewRequirements() async throws -> Answer {
        let asked: Wire.PreviewRequirements = try decode()
        let situation = UnitPolicy.Situation(
            kind: try word(asked.kind ?? ApplicationKind.register.rawValue, at: "/kind"), channel: try word(asked.channel, at: "/channel"),
            hasSealedLetter: asked.hasSealedLetter ?? false, hasProxy: asked.hasProxy ?? false,
            changedRole: try asked.changedRole.map { try word($0, at: "/changedRole") },
            takesEffectInThePast: asked.takesEffectInThePast ?? false)
        let preview = try await installation.previewRequirements(
            as: principal(), situation, products: (asked.products ?? []).compactMap { ProductCode($0) })
        return try .json(
            Wire.RequirementPreview(
                policy: preview.policy,
                demands: preview.demands.map {
                    .init(pointer: $0.pointer, requirement: $0.requirement, reason: $0.reason.text(in: language))
                },
                personal: preview.personalGrounds.map {
                    .init(product: $0.product.text, code: $0.ground.rawValue, requirement: $0.ground.requirement)
                }))
    }

    func createRegistration() async throws -> Answer {
        let asked: Wire.CreateRegistration = try decode()
        let channel: Channel = try word(asked.channel, at: "/channel")
        let content = try content(asked.content)
        return try await answering(answer) {
            guard let cards = asked.handIn else {
                return try await installation.createRegistration(
                    as: principal(), channel: channel, content: content, callback: asked.callback)
            }
            do {
                return try await installation.registerAtOnce(
                    as: principal(), channel: channel, content: content, cards: cards.selector(), callback: asked.callback)
            } catch let refusal as Refusal {
                throw refusal.inRegistrationAtOnce
            }
        }
    }

    func createApplication() async throws -> Answer {
        let asked: Wire.CreateApplication = try decode()
        return try await answering(answer) {
            try await installation.createApplication(
                as: principal(), of: id("registration"), kind: word(asked.kind, at: "/kind"), content: try content(asked.content),
                callback: asked.callback)
        }
    }

    private func content(_ wire: Wire.RegistrationContent?) throws(Refusal) -> ApplicationContent {
        guard let wire else { return ApplicationContent() }
        return try ApplicationContent(wire)
    }

    @Sendable func answer(_ begun: BegunApplication) throws -> Answer {
        try .json(
            Wire.ApplicationBegun(
                registration: begun.registration.wire, application: begun.application.wire, code: begun.code, version: begun.version,
                cards: begun.cards, submission: begun.submitted?.submission.wire,
                checks: begun.submitted.map { $0.checks.filter { $0.verdict != .passed }.map { Wire.Check($0, in: language) } })
        ).tagged(begun.version).located("/v1/applications/\(begun.application)")
    }

    func listRegistrations() async throws -> Answer {
        let found = try await installation.listRegistrations(
            as: principal(), state: queryWord("state"), unit: queryID("unit"), code: query["code"], before: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.registration.id.wire] }, item: { Wire.Registration($0.registration, unit: $0.unit) })
    }

    func readRegistration() async throws -> Answer {
        let found = try await installation.readRegistration(as: principal(), id("registration"))
        return try .json(
            Wire.Registration(
                found.registration, unit: found.unit, roles: found.roles, decisions: found.decisions, isWithheld: found.isWithheld))
    }

    func listRegistrationCards() async throws -> Answer {
        let found = try await installation.listRegistrationCards(
            as: principal(), id("registration"), after: cursorCard(), limit: limit + 1)
        return try page(
            found, keys: { [(try? reference($0.card.subscription)) ?? ""] },
            item: { Wire.RegistrationCard(card: try Wire.Card($0.card, reference: reference($0.card.subscription)), since: $0.since.wire) })
    }

    func listRegistrationRoles() async throws -> Answer {
        let all = try await installation.listRegistrationRoles(as: principal(), id("registration"))
        let keys = { (view: RoleView) in [view.link.role.rawValue, String(view.link.ordinal)] }
        guard let last = try cursorKeys(2) else { return try page(all, keys: keys, item: { Wire.RoleHolder($0) }) }
        guard let place = all.firstIndex(where: { keys($0) == last }) else { throw Refusal.cursorInvalid }
        return try page(Array(all[(place + 1)...]), keys: keys, item: { Wire.RoleHolder($0) })
    }

    func listUnits() async throws -> Answer {
        let found = try await installation.listUnits(
            as: principal(), code: query["code"], name: query["name"], after: cursorID(), limit: limit + 1)
        return try page(found, keys: { [$0.party.wire] }, item: { Wire.Unit($0) })
    }

    func readUnit() async throws -> Answer {
        let found = try await installation.readUnit(as: principal(), id("unit"))
        return try .json(
            Wire.UnitDetail(
                unit: Wire.Unit(found.unit), registrations: found.registrations.map { Wire.Registration($0, unit: found.unit) }))
    }

    func listExpiries() async throws -> Answer {
        let days = query["withinDays"].flatMap { Int64($0) } ?? installation.settings.expiryWarningDays
        let found = try await installation.listExpiries(as: principal(), withinDays: days, after: expiryPosition(), limit: limit)
        return try page(
            found, keys: { [String($0.until), $0.registration.wire, $0.matter.rawValue, $0.role.rawValue] },
            item: {
                Wire.Expiry(
                    matter: $0.matter.rawValue, until: WireDate(number: $0.until).description, registration: $0.registration.wire,
                    registrationCode: $0.registrationCode, role: $0.role.rawValue, cards: $0.cards)
            })
    }

    private func expiryPosition() throws(Refusal) -> ExpiryRecords.Position? {
        guard let keys = try cursorKeys(4) else { return nil }
        guard let until = Int64(keys[0]), let registration = RegistrationID(keys[1]),
            let matter = ExpiryRecords.Expiry.Matter(rawValue: keys[2]), let role = PartyRole(rawValue: keys[3])
        else { throw .cursorInvalid }
        return ExpiryRecords.Position(until: until, registration: registration, matter: matter, role: role)
    }
}

extension Refusal {
    /// Pointers into the content and the cards as pointers into the body that holds both.
    fileprivate var inRegistrationAtOnce: Refusal {
        let placed = pointer.map { pointer in
            switch pointer {
            case "/channel": self
            case _ where pointer.hasPrefix("/cards"): at("/handIn" + pointer.dropFirst("/cards".count))
            default: at("/content" + pointer)
            }
        }
        return (placed ?? self).with(details: details.map(\.inRegistrationAtOnce))
    }
}

/// Cards at the edge have a reference, never their inner key.
extension Call {
    func reference(_ subscription: Int64) throws -> String { try installation.secrets.references.text(for: subscription) }

    /// The card after which a page begins; 0 on the first.
    func cursorCard() throws(Refusal) -> Int64 {
        guard let text = try cursorKeys(1)?.first else { return 0 }
        guard let subscription = installation.secrets.references.subscription(from: text) else { throw .cursorInvalid }
        return subscription
    }
}
