import Hummingbird
import Pages
import Records
import Registry
import Synchronization
import UseCases
import Vault
import Web

extension ConsoleVisit {
    func devicePools() async throws -> Response { try await write(devicePoolsPage()) }

    /// Pools of one's organisation and below, and a form for another.
    private func devicePoolsPage(_ refusal: Refusal? = nil) async throws -> ConsolePage {
        let found = try await installation.listDevicePools(as: principal(), before: place(1).flatMap { DevicePoolID($0[0]) }, limit: 50)
        let names = Dictionary(try await organisations().map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
        return ConsolePage(
            template: "device-pools", title: words["devicePools.title"],
            values: [
                "tabs": values(of: custodyTabs, at: .devicePools), "action": ConsoleLink.devicePools.address, "mayMake": may(.cardLife),
                "name": form["name"] ?? "", "isEmpty": found.rows.isEmpty,
                "pools": found.rows.map { pool -> [String: Any] in
                    [
                        "href": ConsoleLink.devicePool(pool.id.description).address, "name": pool.name,
                        "organisation": names[pool.organisation] ?? words["custodyPage.outside"], "made": words.time(pool.recordedAt),
                    ]
                },
                "next": found.next.map { [address(.devicePools, keeping: [], after: $0.description)] } ?? [],
            ], refusal: refusal, section: custodyTabs.first?.link)
    }

    func createDevicePool() async throws -> Response {
        do {
            let made = try await installation.createDevicePool(as: principal(), name: form["name"] ?? "")
            return redirect(to: .devicePool(made.id.description))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(devicePoolsPage(refusal))
        }
    }

    // MARK: One of them

    /// What became of devices or cards that were named, with the numbers that were not found.
    private struct Done {
        let text: String
        let outcome: PoolOutcome
        var numbers: [String] = []
    }

    /// What was sent and refused; it stays in the form.
    private struct Kept {
        var imeis = ""
        var numbers = ""
    }

    func devicePool() async throws -> Response { try await write(devicePoolPage()) }

    private func devicePoolPage(_ done: Done? = nil, kept: Kept = Kept(), _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let pool: DevicePoolID = try identifier()
        let found = try await installation.readDevicePool(as: principal(), pool)
        let link = ConsoleLink.devicePool(id)
        let devices = try await installation.listPoolDevices(as: principal(), of: pool, after: after("d"), limit: 50)
        let cards = try await installation.listPoolCards(as: principal(), of: pool, after: after("c"), limit: 50)
        let references = try cards.rows.map { try reference($0) }
        let views = try await cardRows(references)
        var values: [String: Any] = [
            "tabs": self.values(of: custodyTabs, at: .devicePools), "all": ConsoleLink.devicePools.address,
            "deviceAction": ConsoleLink.poolDevices(id).address, "cardAction": ConsoleLink.poolCards(id).address,
            "name": found.pool.name, "deviceCount": grouped(Int64(found.devices)), "cardCount": grouped(Int64(found.cards)),
            "mayChange": may(.cardLife), "imeis": kept.imeis, "numbers": kept.numbers, "max": String(Installation.poolDevicesMax),
            "devices": devices.rows.map { ["imei": $0.text, "since": words.time($0.since)] }, "hasDevices": !devices.rows.isEmpty,
            "cards": references.map { named($0, in: views) }, "hasCards": !cards.rows.isEmpty,
            "nextDevices": try devices.next.map { [link.address + "?after=d." + (try installation.secrets.references.place(ofDevice: $0))] }
                ?? [],
            "nextCards": try cards.next.map { [link.address + "?after=c.\(try reference($0))"] } ?? [],
        ]
        if let done { values["done"] = outcome(done) }
        return ConsolePage(
            template: "device-pool", title: words("devicePools.one", ["name": found.pool.name]), values: values, refusal: refusal,
            section: custodyTabs.first?.link,
            place: { [words] refusal in
                guard let line = refusal.pointer.flatMap({ $0.split(separator: "/").last }).flatMap({ Int($0) }) else { return nil }
                return (name: words("devicePools.line", ["n": String(line + 1)]), href: "#imeis")
            })
    }

    /// Where one of the two lists goes on; the other begins anew.
    private func after(_ list: String) throws(Refusal) -> Int64? {
        guard let parts = try place(2), parts[0] == list else { return nil }
        if list == "d", let device = installation.secrets.references.device(at: parts[1]) { return device }
        if list == "c", let card = installation.secrets.references.subscription(from: parts[1]) { return card }
        throw .cursorUnknown
    }

    private func outcome(_ done: Done) -> [String: Any] {
        let outcome = done.outcome
        let missing = outcome.notFoundPositions.compactMap { done.numbers.indices.contains($0) ? done.numbers[$0] : nil }
        return [
            "text": done.text,
            "unchanged": outcome.unchanged > 0 ? [words("devicePools.unchanged", ["n": grouped(outcome.unchanged)])] : [],
            "resumed": outcome.resumed > 0 ? [words("devicePools.resumed", ["n": grouped(outcome.resumed)])] : [],
            "left": outcome.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { obstacle, count -> [String: Any] in
                ["n": grouped(count), "why": obstacle.text.text(in: language), "rules": ruleLinks(obstacle.refusal.requirements)]
            },
            "hasLeft": !outcome.leftOut.isEmpty, "missing": missing.prefix(200).map { ["number": $0] }, "hasMissing": !missing.isEmpty,
        ]
    }

    /// Devices typed or in a file of text, one a line; all of them or none.
    func declarePoolDevices() async throws -> Response {
        try FormGuard.demandOwnSite(request)
        let pool: DevicePoolID = try identifier()
        let upload = PageUpload(request, bytesMax: Self.deviceFileBytesMax)
        let typed = Mutex("")
        do {
            let (outcome, isWithdrawal) = try await upload.whole { fields, file in
                try FormGuard.demand(fields["form"], equals: formToken)
                let text = (fields["imeis"] ?? "") + "\n" + String(decoding: file, as: UTF8.self)
                let imeis = Self.imeis(in: text)
                typed.withLock { $0 = imeis.joined(separator: "\n") }
                guard let act = fields["act"], ["declare", "withdraw"].contains(act) else { throw Refusal.formUnreadable }
                let outcome = try await installation.declarePoolDevices(
                    as: principal(), of: pool, imeis: imeis, withdrawing: act == "withdraw")
                return (outcome, act == "withdraw")
            }
            let text = words("devicePools.\(isWithdrawal ? "withdrawn" : "declared")", ["n": grouped(outcome.changed)])
            return try await write(devicePoolPage(Done(text: text, outcome: outcome)))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(devicePoolPage(kept: Kept(imeis: typed.withLock(\.self)), refusal))
        }
    }

    /// Far more than a thousand numbers of devices.
    private static let deviceFileBytesMax = 256 << 10

    /// One a line, a file's heading left out; other columns behind a comma too.
    static func imeis(in text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line -> String? in
            let first = line.split(separator: ",", omittingEmptySubsequences: false).first.map(String.init) ?? ""
            let bare = first.filter { !$0.isWhitespace && $0 != "\"" && $0 != "\u{FEFF}" }
            return bare.contains(where: \.isNumber) ? bare : nil
        }
    }

    func bindPoolCards() async throws -> Response {
        let pool: DevicePoolID = try identifier()
        do {
            let numbers = Self.numbers(in: form["numbers"] ?? "")
            let outcome = try await installation.bindPoolCards(
                as: principal(), to: pool, .numbers(numbers), leavingOthers: form.isTicked("leavingOthers"))
            let text = words("devicePools.bound", ["n": grouped(outcome.changed)])
            return try await write(devicePoolPage(Done(text: text, outcome: outcome, numbers: numbers)))
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await write(devicePoolPage(kept: Kept(numbers: form["numbers"] ?? ""), refusal))
        }
    }
}
