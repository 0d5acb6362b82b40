import Foundation
import Hummingbird
import Numbers
import Pages
import Registry
import Records
import UseCases
import Web

extension ConsoleVisit {
    // MARK: The box that takes any number

    /// Numbers as people paste them, one or many. They come in a form, not in an address: what somebody looked for is kept nowhere.
    func search() async throws -> Response {
        let text = form["numbers"] ?? ""
        let typed = Self.numbers(in: text)
        var known: Set<String> = []
        let numbers = typed.filter { known.insert($0.uppercased()).inserted }
        guard !numbers.isEmpty else { return redirect(to: .cards) }
        let found = try await installation.searchNumbers(as: principal(), numbers)
        var shown: Set<Int64> = []
        let cards = found.compactMap(\.card).filter { shown.insert($0.card.subscription).inserted }
        var named: Set<String> = []
        let devices = zip(numbers, found).filter { number, found in
            found.device.map { !$0.cards.isEmpty || $0.isCut } ?? false && named.insert(number).inserted
        }
        let codes = try await coded(zip(numbers, found).filter { !$1.isFound }.map(\.0))
        if numbers.count == 1, devices.isEmpty {
            if let only = cards.first { return redirect(to: .card(only.reference)) }
            if let only = codes[numbers[0]] { return redirect(to: only) }
        }
        let missing = zip(numbers, found).filter { number, found in
            !found.isFound && found.device?.isCut != true && codes[number] == nil
        }
        return write(
            ConsolePage(
                template: "search", title: words["search.title"],
                values: [
                    "asked": String(numbers.count), "found": String(found.count(where: \.isFound) + codes.count),
                    "repeated": String(typed.count - numbers.count), "isRepeated": typed.count > numbers.count,
                    "codes": numbers.compactMap { number in codes[number].map { ["code": number, "href": $0.address] } },
                    "hasCodes": !codes.isEmpty,
                    "table": table(of: cards, CardColumn.usual),
                    "hasCards": !cards.isEmpty,
                    "devices": devices.compactMap { number, found in found.device.map { device(number, $0, isIMSI: found.card != nil) } },
                    "lacks": NumberLack.allCases.compactMap { lack -> [String: Any]? in
                        let numbers = missing.filter { $1.lack == lack }
                        guard !numbers.isEmpty else { return nil }
                        return [
                            "title": words["search.\(lack.rawValue)Title"], "says": words["search.\(lack.rawValue)Text"],
                            "count": String(numbers.count),
                            "numbers": numbers.prefix(200).map { number, found -> [String: Any] in
                                ["number": number, "isDevice": found.device != nil]
                            },
                        ]
                    },
                    "missingCount": String(missing.count),
                    "begin": cards.isEmpty ? [] : try await beginningWith("numbers", cards.map(\.card.iccid).joined(separator: ",")),
                ], section: .cards))
    }

    /// Pages of the registrations and units that have these codes, by the code.
    private func coded(_ texts: [String]) async throws -> [String: ConsoleLink] {
        guard may(.registrationRead), !texts.isEmpty else { return [:] }
        return try await installation.searchCodes(as: principal(), texts).mapValues { found -> ConsoleLink in
            switch found {
            case .registration(let id): .registration(id.description)
            case .unit(let party): .unit(party.description)
            }
        }
    }

    /// The cards with a device, and how that is known.
    private func device(_ number: String, _ found: DeviceFound, isIMSI: Bool) -> [String: Any] {
        [
            "title": words("search.device", ["number": number]), "isIMSI": isIMSI, "isCut": found.isCut,
            "cards": found.cards.map { card -> [String: Any] in
                [
                    "href": ConsoleLink.card(card.view.reference).address, "iccid": card.view.card.iccid,
                    "declared": card.known.declaredSince.map(words.time) ?? "–", "seen": card.known.seenAt.map(words.time) ?? "–",
                ]
            },
        ]
    }

    /// Divided at line ends, commas and semicolons, or at spaces where what stands between them is a whole number.
    static func numbers(in text: String) -> [String] {
        let lines = text.split { $0.isNewline || [",", "，", ";", "；", "、", "\t"].contains($0) }.map(String.init)
        return lines.flatMap { line -> [String] in
            let words = line.split(separator: " ").map(String.init)
            // Groups of one number are short; two numbers side by side are not.
            guard words.count > 1, words.allSatisfy({ $0.count >= 11 }) else { return words.isEmpty ? [] : [words.joined()] }
            return words
        }
    }

    // MARK: The list

    func cards() async throws -> Response {
        let columns = chosenColumns
        let organisations = try await organisations()
        let names = Dictionary(organisations.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        let filter = CardFilter(
            batch: query("batch"), organisation: query("organisation").flatMap { OrganisationID($0) },
            product: query("product").flatMap { ProductCode($0) }, carrier: query("carrier").flatMap { Carrier($0) },
            province: query("province").flatMap { Int64($0) }, isRegistered: query("registered").map { $0 == "yes" },
            state: query("state").flatMap { ServiceState(name: $0) }, stop: query("stop").flatMap { StopReason(name: $0) },
            unit: query("unit").flatMap { PartyID($0) })
        let found = try await installation.listCards(as: principal(), filter: filter, after: query("after"))
        // So many cards were looked at that the page ends early, though there are more.
        let isEarly = found.next != nil && found.rows.count < installation.settings.rows(nil)
        let products = may(.productRead) ? try await installation.listProducts(as: principal(), limit: 500).rows : []
        return write(
            ConsolePage(
                template: "cards", title: words["cards.title"],
                values: [
                    "table": table(of: found.rows, columns, names), "isEmpty": found.rows.isEmpty, "isEarly": isEarly,
                    "isNone": found.rows.isEmpty && !isEarly, "batch": query("batch") ?? "",
                    "columns": CardColumn.allCases.map { column -> [String: Any] in
                        ["code": column.rawValue, "name": name(of: column), "isChosen": columns.contains(column)]
                    },
                    "organisations": organisations.map { organisation -> [String: Any] in
                        [
                            "id": organisation.id.description, "name": organisation.name,
                            "isChosen": organisation.id == filter.organisation,
                        ]
                    },
                    "hasOrganisations": organisations.count > 1, "clear": ConsoleLink.cards.address + chosenColumnsOnly,
                    "province": query("province") ?? "", "isFiltered": filter != CardFilter(),
                    "products": products.map { product -> [String: Any] in
                        [
                            "code": product.code.text, "name": product.facts.name,
                            "isChosen": product.code.text == query("product"),
                        ]
                    },
                    "carriers": carriers(of: products, filter.carrier).map { carrier -> [String: Any] in
                        ["code": carrier.code, "name": carrierName(carrier), "isChosen": carrier == filter.carrier]
                    },
                    "states": ServiceState.allCases.map { state -> [String: Any] in
                        ["code": state.name, "name": state.text.text(in: language), "isChosen": state == filter.state]
                    },
                    // A row of the table without stops must not find these.
                    "stopReasons": StopReason.allCases.map { stop -> [String: Any] in
                        ["code": stop.name, "name": stop.text.text(in: language), "isChosen": stop == filter.stop]
                    },
                    "unit": try await unit(filter.unit),
                    "registered": ["yes", "no"].map { word -> [String: Any] in
                        [
                            "code": word, "name": words["cards.\(word == "yes" ? "registered" : "vacant")"],
                            "isChosen": query("registered") == word,
                        ]
                    },
                    "next": found.next.map { [address(.cards, keeping: Self.kept, after: $0)] } ?? [],
                    "first": address(.cards, keeping: Self.kept),
                    "isLater": query("after") != nil,
                    "export": Self.asking(.cards, address(.newExport, keeping: Self.kept)), "exports": ConsoleLink.exports.address,
                ], section: .cards))
    }

    /// The parts of the list's address beside the place in it.
    private static let kept: [Substring] = [
        "batch", "organisation", "product", "carrier", "province", "registered", "state", "stop", "unit", "column",
    ]

    /// Whose products there are, and the one asked for; the usual ones where products may not be read.
    private func carriers(of products: [ProductRecord], _ chosen: Carrier?) -> [Carrier] {
        let sold = may(.productRead) ? products.map(\.facts.carrier) : Carrier.usual
        return Set(sold + [chosen].compactMap(\.self)).sorted { $0.code < $1.code }
    }

    /// The unit that the list is narrowed to, and the same list without it.
    private func unit(_ party: PartyID?) async throws -> [[String: Any]] {
        guard let party else { return [] }
        return [
            [
                "id": party.description, "name": try await unitName(party),
                "without": address(.cards, keeping: Self.kept.filter { $0 != "unit" }),
            ]
        ]
    }

    /// The same list, from another place on.
    func address(_ link: ConsoleLink, keeping names: [Substring], after: String? = nil) -> String {
        let kept = names.flatMap { name in
            queries(name).map { "\(name)=\(Self.escaped($0))" }
        }
        let parts = kept + (after.map { ["after=\(Self.escaped($0))"] } ?? [])
        return parts.isEmpty ? link.address : link.address + "?" + parts.joined(separator: "&")
    }

    /// RFC 3986: what is not unreserved is written by its bytes.
    static func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }

    private static let unreserved = CharacterSet(charactersIn: "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~")

    func stops(_ stops: StopReasons) -> String {
        stops.reasons.map { $0.text.text(in: language) }.joined(separator: words["common.comma"])
    }

    /// A shape beside the word, so that a state is told without colour too.
    static func mark(of standing: LifeStanding) -> String {
        switch standing.state {
        case .stock: "○"
        case .testable, .ready: "◔"
        case .active: standing.serves ? "●" : "◍"
        case .cancelling: "◑"
        case .cancelled: "✕"
        }
    }

    func carrierName(_ carrier: Carrier) -> String {
        words.has("carrier.\(carrier.code)") ? words["carrier.\(carrier.code)"] : carrier.code
    }
}
