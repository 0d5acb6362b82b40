import Foundation
import Hummingbird
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    func products() async throws -> Response { try await write(productsPage()) }

    private func productsPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let found = try await installation.listProducts(as: principal(), after: place(1).flatMap { Int64($0[0]) } ?? 0, limit: 100)
        var values: [String: Any] = [
            "tabs": self.values(of: settingTabs, at: .products), "products": found.rows.map(row), "isEmpty": found.rows.isEmpty,
            "mayManage": may(.productManage), "action": ConsoleLink.products.address, "code": form["code"] ?? "", "isNew": true,
            "next": found.next.map { [address(.products, keeping: [], after: String($0))] } ?? [],
        ]
        values.merge(fields(nil)) { $1 }
        return ConsolePage(
            template: "products", title: words["products.title"],
            values: values,
            refusal: refusal, section: settingTabs.first?.link)
    }

    private func row(_ product: ProductRecord) -> [String: Any] {
        let facts = product.facts
        return [
            "href": ConsoleLink.product(product.code.text).address, "code": product.code.text, "name": facts.name,
            "carrier": carrierName(facts.carrier), "cardClass": words["cardClass.\(facts.cardClass.rawValue)"],
            "traffic": words["traffic.\(facts.traffic.rawValue)"], "megabytes": String(facts.monthlyMegabytes),
            "voice": words[facts.voice ? "common.yes" : "common.no"], "sms": words[facts.sms ? "common.yes" : "common.no"],
            "isWithdrawn": product.status == .withdrawn, "status": words["productStatus.\(product.status.rawValue)"],
            "version": String(product.version),
        ]
    }

    /// The fields of the form, with what was sent where it is shown again.
    private func fields(_ facts: ProductFacts?) -> [String: Any] {
        let isSent = form["form"] != nil
        func value(_ name: String, _ known: String?) -> String { isSent ? form[name] ?? "" : known ?? "" }
        func choice(_ name: String, _ codes: [String], _ known: String?) -> [[String: Any]] {
            codes.map { ["code": $0, "name": words["\(name).\($0)"], "isChosen": $0 == value(name, known)] }
        }
        return [
            "name": value("name", facts?.name), "carrierCode": value("carrier", facts?.carrier.code),
            "carriers": Carrier.usual.map { ["code": $0.code, "name": carrierName($0)] },
            "classes": choice("cardClass", CardClass.allCases.map(\.rawValue), facts?.cardClass.rawValue),
            "traffics": choice("traffic", DataTraffic.allCases.map(\.rawValue), facts?.traffic.rawValue),
            "bindings": choice("binding", BindingMode.allCases.map(\.rawValue), facts?.binding.rawValue),
            "megabytes": value("megabytes", facts.map { String($0.monthlyMegabytes) }),
            "isVoice": isSent ? form.isTicked("voice") : facts?.voice ?? false,
            "isSMS": isSent ? form.isTicked("sms") : facts?.sms ?? false,
            "testDays": value("testDays", facts?.periods.testDays.map(String.init)),
            "silentDays": value("silentDays", facts?.periods.silentDays.map(String.init)),
            "cancellationMonths": value("cancellationMonths", facts?.periods.cancellationMonths.map(String.init)),
        ]
    }

    private func sentFacts() throws(Refusal) -> ProductFacts {
        guard let carrier = Carrier(form["carrier"]?.trimmingCharacters(in: .whitespaces) ?? ""),
            let cardClass = form["cardClass"].flatMap({ CardClass(rawValue: $0) }),
            let traffic = form["traffic"].flatMap({ DataTraffic(rawValue: $0) }),
            let binding = form["binding"].flatMap({ BindingMode(rawValue: $0) })
        else { throw .productFieldsMissing }
        return ProductFacts(
            name: form["name"] ?? "", carrier: carrier, cardClass: cardClass, traffic: traffic,
            monthlyMegabytes: try number("megabytes") ?? 0, voice: form.isTicked("voice"), sms: form.isTicked("sms"), binding: binding,
            periods: ProductPeriods(
                testDays: try number("testDays"), silentDays: try number("silentDays"),
                cancellationMonths: try number("cancellationMonths")))
    }

    func createProduct() async throws -> Response {
        do {
            let made = try await installation.createProduct(as: principal(), code: form["code"] ?? "", facts: sentFacts())
            return redirect(to: .product(made.code.text))
        } catch let refusal as Refusal {
            return try await write(productsPage(refusal))
        }
    }

    // MARK: One of them

    func product() async throws -> Response { try await write(productPage()) }

    private func productPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let product = try await installation.readProduct(as: principal(), code: id)
        var values = row(product)
        let more: [String: Any] = [
            "tabs": self.values(of: settingTabs, at: .products), "action": ConsoleLink.product(product.code.text).address,
            "products": ConsoleLink.products.address, "mayManage": may(.productManage), "isNew": false,
            "recorded": words.time(product.recordedAt),
            "statuses": ProductStatus.allCases.map { status -> [String: Any] in
                let chosen = form["status"].flatMap { ProductStatus(rawValue: $0) } ?? product.status
                return [
                    "code": status.rawValue, "name": words["productStatus.\(status.rawValue)"], "isChosen": status == chosen,
                ]
            },
        ]
        values.merge(more) { $1 }
        let version = form["version"] ?? String(product.version)
        values.merge(fields(product.facts)) { $1 }
        values["version"] = version
        return ConsolePage(
            template: "product", title: product.facts.name,
            values: values, refusal: refusal, section: settingTabs.first?.link)
    }

    /// A new version; earlier ones stay on record.
    func updateProduct() async throws -> Response {
        do {
            // A withdrawn product is not sold again because a form says nothing of it.
            guard let status = form["status"].flatMap({ ProductStatus(rawValue: $0) }) else { throw Refusal.formUnreadable }
            _ = try await installation.updateProduct(
                as: principal(), code: id, version: try number("version") ?? 0, facts: sentFacts(), status: status)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(productPage(refusal))
        }
        return redirect(to: .product(id))
    }
}

extension Refusal {
    static let productFieldsMissing = Refusal(
        "product-fields-missing", .invalid, house: .form, en: "Carrier, card class, data and binding must be chosen.",
        zh: "请选择运营商、卡类型、流量类型和机卡绑定方式。",
        mend: LocalText(en: "Choose them and send the form again.", zh: "请补选后重新提交。"))
}
