import Foundation
import Hummingbird
import Numbers
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func units() async throws -> Response {
        let limit = 50
        let after = try place(1).flatMap { PartyID($0[0]) }
        let found = try await installation.listUnits(as: principal(), code: nil, name: nil, after: after, limit: limit + 1)
        let page = found.prefix(limit)
        let next = found.count > limit ? page.last.map { [address(.units, keeping: [], after: $0.party.description)] } ?? [] : []
        return write(unitsPage(Array(page), next: next))
    }

    /// By the beginning of its name, or by its code. What is looked for comes in a form: people type persons into boxes like this.
    func findUnits() async throws -> Response {
        let text = (form["unit"] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else { return redirect(to: .units) }
        let limit = 100
        let byCode = try await installation.listUnits(as: principal(), code: text.uppercased(), name: nil, after: nil, limit: limit)
        let found =
            byCode.isEmpty ? try await installation.listUnits(as: principal(), code: nil, name: text, after: nil, limit: limit) : byCode
        if found.count == 1 { return redirect(to: .unit(found[0].party.description)) }
        return write(unitsPage(found, next: [], asked: text, isCut: found.count == limit))
    }

    private func unitsPage(_ units: [UnitEntry], next: [String], asked: String = "", isCut: Bool = false) -> ConsolePage {
        ConsolePage(
            template: "units", title: words["units.title"],
            values: [
                "tabs": values(of: registrationTabs, at: .units), "action": ConsoleLink.units.address, "asked": asked,
                "units": units.map { ["href": ConsoleLink.unit($0.party.description).address, "name": $0.name, "code": $0.code] },
                "isEmpty": units.isEmpty, "isAsked": !asked.isEmpty, "isCut": isCut, "next": next, "first": ConsoleLink.units.address,
                "isLater": query("after") != nil || !asked.isEmpty,
            ], section: registrationTabs.first?.link)
    }

    // MARK: One of them

    /// As many registrations are told with their people and papers.
    private static let registrationsTold = 20

    func unit() async throws -> Response {
        let found = try await installation.readUnit(as: principal(), identifier())
        let live = found.registrations.filter { $0.state == .registered }
        var papers: [[String: Any]] = []
        var people: [[String: Any]] = []
        for registration in live.prefix(Self.registrationsTold) {
            let link = ["href": ConsoleLink.registration(registration.id.description).address, "code": registration.code]
            for role in try await installation.listRegistrationRoles(as: principal(), registration.id) {
                let values = roleValues(role).merging(["registration": link]) { $1 }
                if role.isCurrent { papers += self.papers(role, values) }
                if role.link.role != .unit { people.append(values) }
            }
        }
        return write(
            ConsolePage(
                template: "unit", title: found.unit.name,
                values: [
                    "name": found.unit.name, "code": found.unit.code, "units": ConsoleLink.units.address,
                    "cardList": may(.cardRead) ? [ConsoleLink.cards.address + "?unit=\(found.unit.party)"] : [],
                    "cards": String(live.reduce(0) { $0 + $1.cards }), "live": String(live.count),
                    "registrations": found.registrations.map { row($0, found.unit) }, "isOfOneUnit": true,
                    "papers": papers, "hasPapers": !papers.isEmpty,
                    "people": people, "hasPeople": !people.isEmpty,
                    "cut": live.count > Self.registrationsTold ? [words("unit.cut", ["n": String(Self.registrationsTold)])] : [],
                ], section: registrationTabs.first?.link))
    }

    /// The document of whoever has the role, and the letter that authorises the handler.
    private func papers(_ role: RoleView, _ values: [String: Any]) -> [[String: Any]] {
        var papers: [[String: Any]] = []
        if let until = role.validUntil {
            papers.append(values.merging(["paper": values["document"] ?? "", "until": validity(until, asMoments: true)]) { $1 })
        }
        if let until = role.link.authorisedUntil {
            papers.append(values.merging(["paper": words["party.authorisation"], "until": validity(until, asMoments: true)]) { $1 })
        }
        return papers
    }

    // MARK: What runs out

    private static let daysOffered: [Int64] = [0, 30, 90, 365]

    /// Papers of live registrations that have run out or soon will, the soonest first.
    func expiries() async throws -> Response {
        let days = query("days").flatMap { Int64($0) }.flatMap { Self.daysOffered.contains($0) ? $0 : nil } ?? 30
        let found = try await installation.listExpiries(as: principal(), withinDays: days, after: expiryPlace(), limit: 50)
        var leaving: [LeavingRecords.Leaving] = []
        if query("after") == nil {
            leaving = try await installation.listLeaving(as: principal(), withinDays: days, limit: Self.contractsTold + 1)
        }
        let contracts = query("after") == nil ? try await endingContracts(withinDays: days, most: Self.contractsTold + 1) : []
        return write(
            ConsolePage(
                template: "expiries", title: words["expiries.title"],
                values: [
                    "tabs": values(of: registrationTabs, at: .expiries),
                    "choices": Self.daysOffered.map { other -> [String: Any] in
                        [
                            "href": ConsoleLink.expiries.address + "?days=\(other)",
                            "name": other == 0 ? words["expiries.expired"] : words("expiries.within", ["n": String(other)]),
                            "isCurrent": other == days,
                        ]
                    },
                    "expiries": found.rows.map { expiry -> [String: Any] in
                        let role = words["party.\(expiry.role.pointer.dropFirst())"]
                        return [
                            "paper": expiry.matter == .authorisation
                                ? words["party.authorisation"] : words("expiries.document", ["role": role]),
                            "until": validity(expiry.until), "href": ConsoleLink.registration(expiry.registration.description).address,
                            "code": expiry.registrationCode, "cards": String(expiry.cards),
                        ]
                    },
                    "isEmpty": found.rows.isEmpty, "isLater": query("after") != nil, "first": ConsoleLink.expiries.address,
                    "leaving": leaving.prefix(Self.contractsTold).map { row($0) }, "hasLeaving": !leaving.isEmpty,
                    "leavingCut": leaving.count > Self.contractsTold
                        ? [words("expiries.contractsCut", ["n": String(Self.contractsTold)])] : [],
                    "contracts": contracts.prefix(Self.contractsTold).map { row($0.contract, of: $0.agentName) },
                    "hasContracts": !contracts.isEmpty,
                    "contractsCut": contracts.count > Self.contractsTold
                        ? [words("expiries.contractsCut", ["n": String(Self.contractsTold)])] : [],
                    "next": found.next.map { place in
                        let keys = [String(place.until), place.registration.description, place.matter.rawValue, place.role.rawValue]
                        return [address(.expiries, keeping: ["days"], after: keys.joined(separator: "."))]
                    } ?? [],
                ], section: registrationTabs.first?.link))
    }

    private static let contractsTold = 100

    private func row(_ leaving: LeavingRecords.Leaving) -> [String: Any] {
        [
            "at": CivilDate(shanghai: leaving.at).description, "href": ConsoleLink.registration(leaving.registration.description).address,
            "code": leaving.registrationCode, "cards": String(leaving.cards),
        ]
    }

    private func row(_ contract: ContractRecord, of agent: String) -> [String: Any] {
        [
            "agent": agent, "href": ConsoleLink.organisation(contract.agent.description).address, "carrier": carrierName(contract.carrier),
            "version": contract.version, "until": validity(contract.validUntil),
        ]
    }

    private func expiryPlace() throws(Refusal) -> ExpiryRecords.Position? {
        guard let keys = try place(4) else { return nil }
        guard let until = Int64(keys[0]), let registration = RegistrationID(keys[1]),
            let matter = ExpiryRecords.Expiry.Matter(rawValue: keys[2]), let role = PartyRole(rawValue: keys[3])
        else { throw .cursorUnknown }
        return ExpiryRecords.Position(until: until, registration: registration, matter: matter, role: role)
    }
}
