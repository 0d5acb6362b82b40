import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func lifeSettings() async throws -> Response {
        try await write(lifeSettingsPage(SettingPlace(carrier: query("carrier"), product: query("product"), province: query("province"))))
    }

    /// For which cards a setting is: a carrier, a product, a province, or all.
    private struct SettingPlace: Hashable {
        var carrier: String?
        var product: String?
        var province: String?

        var query: String {
            let parts = [("carrier", carrier), ("product", product), ("province", province)]
            return parts.compactMap { name, text in text.map { "\(name)=\(ConsoleVisit.escaped($0))" } }.joined(separator: "&")
        }

        /// Whether what is set here counts for all cards of another place that leaves it open.
        func covers(_ other: SettingPlace) -> Bool {
            (carrier == nil || carrier == other.carrier) && (product == nil || product == other.product)
                && (province == nil || province == other.province)
        }
    }

    private typealias Version = (version: LifeSettingVersion, product: ProductCode?)

    /// Every place that has a setting, and the one that is looked at: what is valid, what was, and a form for what shall be.
    private func lifeSettingsPage(_ place: SettingPlace, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let versions = try await installation.listLifeSettings(as: principal())
        let products = try await installation.listProducts(as: principal(), limit: 500).rows
        let now = installation.now()
        let places = Dictionary(grouping: versions) { self.place(of: $0) }
        let history = Array((places[place] ?? []).reversed())
        let newest = history.first?.version
        let standing = Versions(begins: history.map(\.version.validFrom), now: now)
        let names = Dictionary(products.map { ($0.code.text, $0.facts.name) }, uniquingKeysWith: { first, _ in first })
        let wider = widerPeriods(than: place, places, products)
        let carriers = Set(products.map(\.facts.carrier.code)).union(Carrier.usual.map(\.code)).sorted()
        let values: [String: Any] = [
            "tabs": values(of: carrierTabs, at: .lifeSettings), "action": ConsoleLink.lifeSettings.address,
            "places": places.keys.sorted { $0.query < $1.query }.map { other -> [String: Any] in
                let valid = places[other]?.last { $0.version.validFrom <= now }?.version
                return [
                    "href": ConsoleLink.lifeSettings.address + "?" + other.query, "name": name(of: other, names),
                    "count": String(places[other]?.count ?? 0), "isCurrent": other == place,
                    "summary": valid.map { summary($0.setting) } ?? words["lifeSettings.notYet"],
                ]
            },
            "hasPlaces": !places.isEmpty, "placeName": name(of: place, names), "carrier": place.carrier ?? "",
            "product": place.product ?? "", "province": place.province ?? "", "after": form["after"] ?? String(newest?.ordinal ?? 0),
            "carriers": carriers.map { code -> [String: Any] in
                ["code": code, "name": Carrier(code).map { carrierName($0) } ?? code, "isChosen": code == place.carrier]
            },
            "products": products.map { product -> [String: Any] in
                ["code": product.code.text, "name": product.facts.name, "isChosen": product.code.text == place.product]
            },
            "history": history.enumerated().map { number, entry -> [String: Any] in
                let state = standing.state(number)
                return [
                    "ordinal": String(entry.version.ordinal), "from": words.time(entry.version.validFrom),
                    "recorded": words.time(entry.version.recordedAt), "summary": summary(entry.version.setting),
                    "isValid": state == "valid", "state": words["lifeSettings.\(state)"],
                ]
            },
            "hasHistory": !history.isEmpty, "maySet": may(.lifeSettings), "validFrom": form["validFrom"] ?? "",
            "numbers": numberFields(newest?.setting, wider, isSent: refusal != nil),
            "choices": choiceFields(newest?.setting, wider, isSent: refusal != nil),
        ]
        return ConsolePage(
            template: "life-settings", title: words["lifeSettings.title"],
            values: values.merging(editing(newest.map { ($0.ordinal, $0.validFrom) })) { $1 }, refusal: refusal,
            section: carrierTabs.first?.link)
    }

    /// What counts now where a place leaves something open: for its carrier, or for each where it has none.
    private func widerPeriods(
        than place: SettingPlace, _ places: [SettingPlace: [Version]], _ products: [ProductRecord]
    ) -> [LifePeriods] {
        let product = products.first { $0.code.text == place.product }
        let carrier = place.carrier.flatMap { Carrier($0) } ?? product?.facts.carrier
        let inner = SettingPlace(carrier: carrier?.code, product: place.product, province: place.province)
        let now = installation.now()
        var wider: [LifeSettingVersion] = []
        for (other, versions) in places where other != place && other.covers(inner) {
            if let valid = versions.last(where: { $0.version.validFrom <= now }) { wider.append(valid.version) }
        }
        let settings = LifeTerms.layers(wider, product?.facts)
        let carriers = carrier.map { [$0] } ?? Carrier.usual
        return carriers.map { LifePeriods(settings, of: $0) }
    }

    /// What all have alike.
    private static func alike<Value: Hashable>(_ values: [Value?]) -> Value? { Set(values).count == 1 ? values[0] : nil }

    private func place(of version: Version) -> SettingPlace {
        let place = version.version.place
        return SettingPlace(carrier: place.carrier?.code, product: version.product?.text, province: place.province.map(String.init))
    }

    private func name(of place: SettingPlace, _ products: [String: String]) -> String {
        let parts = [
            place.carrier.flatMap { Carrier($0) }.map { carrierName($0) },
            place.province.map { words("lifeSettings.provinceOf", ["code": $0]) }, place.product.map { products[$0] ?? $0 },
        ].compactMap(\.self)
        return parts.isEmpty ? words["lifeSettings.all"] : parts.joined(separator: " · ")
    }

    // MARK: The fields

    private typealias NumberField = (name: String, path: WritableKeyPath<LifeSetting, Int64?>, counts: (LifePeriods) -> Int64?)
    private typealias ChoiceField = (name: String, path: WritableKeyPath<LifeSetting, Bool?>, counts: (LifePeriods) -> Bool)

    private static var numberFields: [NumberField] {
        [
            ("testDays", \.testDays, { $0.testDays }), ("silentDays", \.silentDays, { $0.silentDays }),
            ("idleMonths", \.idleMonths, { $0.idleMonths }),
            ("cancellationMonths", \.cancellationMonths, { $0.cancellationMonths }),
            ("arrearsDays", \.arrearsDays, { $0.arrearsDays }), ("freezeDays", \.freezeDays, { $0.freezeDays }),
            ("noticeDays", \.noticeDays, { $0.noticeDays }),
            ("deviceChangesUntilRisk", \.deviceChangesUntilRisk, { $0.deviceChangesUntilRisk }),
        ]
    }

    private static var choiceFields: [ChoiceField] {
        [
            ("silentEndsOnFirst", \.silentEndsOnFirst, { $0.silentEndsOnFirst }),
            ("useBringsBack", \.useBringsBack, { $0.useBringsBack }),
            ("holderBringsBack", \.holderBringsBack, { $0.holderBringsBack }),
            ("testsUnregistered", \.testsUnregistered, { $0.testsUnregistered }),
            ("reregistersOnSIMChange", \.reregistersOnSIMChange, { $0.reregistersOnSIMChange }),
            ("reregistersOnDeviceChange", \.reregistersOnDeviceChange, { $0.reregistersOnDeviceChange }),
            ("reregistersPersonOnDeviceChange", \.reregistersPersonOnDeviceChange, { $0.reregistersPersonOnDeviceChange }),
            ("separationNeedsRebinding", \.separationNeedsRebinding, { $0.separationNeedsRebinding }),
            ("deviceChangeIsFinal", \.deviceChangeIsFinal, { $0.deviceChangeIsFinal }),
        ]
    }

    /// What a setting says, in one line; what it leaves to the more general one is not in it.
    private func summary(_ setting: LifeSetting) -> String {
        let numbers = Self.numberFields.compactMap { field in
            setting[keyPath: field.path].map { "\(words["lifeField.\(field.name)"])\(words["case.of"])\($0)" }
        }
        let choices = Self.choiceFields.compactMap { field in
            setting[keyPath: field.path].map {
                "\(words["lifeField.\(field.name)"])\(words["case.of"])\(words[$0 ? "common.yes" : "common.no"])"
            }
        }
        let parts = numbers + choices
        return parts.isEmpty ? words["lifeSettings.nothing"] : parts.joined(separator: words["common.listComma"])
    }

    /// - Parameter isSent: whether what was sent is shown again.
    private func numberFields(_ setting: LifeSetting?, _ wider: [LifePeriods], isSent: Bool) -> [[String: Any]] {
        Self.numberFields.map { field -> [String: Any] in
            let counts: Int64? = Self.alike(wider.map(field.counts))
            return [
                "name": field.name, "text": words["lifeField.\(field.name)"],
                "wider": counts.map { [words("lifeSettings.widerNumber", ["n": String($0)])] } ?? [],
                "value": isSent ? form[field.name] ?? "" : setting?[keyPath: field.path].map(String.init) ?? "",
            ]
        }
    }

    private func choiceFields(_ setting: LifeSetting?, _ wider: [LifePeriods], isSent: Bool) -> [[String: Any]] {
        Self.choiceFields.map { field -> [String: Any] in
            let counts: Bool? = Self.alike(wider.map(field.counts))
            let general =
                counts.map { words("lifeSettings.widerChoice", ["word": words[$0 ? "common.yes" : "common.no"]]) }
                ?? words["lifeSettings.general"]
            let now = isSent ? form[field.name] ?? "" : setting?[keyPath: field.path].map { $0 ? "yes" : "no" } ?? ""
            return [
                "name": field.name, "text": words["lifeField.\(field.name)"],
                "options": ["", "yes", "no"].map { word -> [String: Any] in
                    [
                        "code": word, "name": word.isEmpty ? general : words["common.\(word)"], "isChosen": now == word,
                    ]
                },
            ]
        }
    }

    func setLifeSetting() async throws -> Response {
        let filled = form.fields.filter { !$0.value.isEmpty }
        let place = SettingPlace(carrier: filled["carrier"], product: filled["product"], province: filled["province"])
        do {
            var setting = LifeSetting()
            for field in Self.numberFields { setting[keyPath: field.path] = try number(field.name) }
            for field in Self.choiceFields { setting[keyPath: field.path] = filled[field.name].map { $0 == "yes" } }
            let product = place.product.flatMap { ProductCode($0) }
            let carrier = place.carrier.flatMap { Carrier($0) }
            guard (product == nil) == (place.product == nil), (carrier == nil) == (place.carrier == nil), let after = try number("after")
            else {
                throw Refusal.formUnreadable
            }
            _ = try await installation.setLifeSetting(
                as: principal(), carrier: carrier, product: product, province: try number("province"), setting,
                validFrom: try moment("validFrom"), after: after, replacing: form.isTicked("replacing"))
        } catch let refusal as Refusal {
            return try await write(lifeSettingsPage(place, refusal))
        }
        return redirect(to: .lifeSettings, "?" + place.query)
    }
}
