import Contract
import Records
import Registry
import UseCases
import Web

extension Call {
    func listCards() async throws -> Answer {
        let filter = CardFilter(
            batch: query["batch"], organisation: queryID("organisation"), product: query["product"].flatMap { ProductCode($0) },
            carrier: query["carrier"].flatMap { Carrier($0) }, province: query["province"].flatMap { Int64($0) },
            isRegistered: query["realName"].map { $0 == "registered" }, state: query["serviceState"].flatMap { ServiceState(name: $0) },
            stop: query["stopReason"].flatMap { StopReason(name: $0) }, unit: queryID("unit"))
        let found = try await installation.listCards(as: principal(), filter: filter, after: cursorKeys(1)?.first, limit: limit)
        return try page(found, keys: { [$0] }, item: { Wire.Card($0) })
    }

    func readCard() async throws -> Answer {
        let found = try await installation.readCard(as: principal(), reference: pathText("card"))
        return try .json(
            Wire.CardDetail(
                card: Wire.Card(found.view), product: Wire.Product(found.product), custody: found.custody.map { Wire.CustodyAct($0) }))
    }

    func searchCards() async throws -> Answer {
        let asked: Wire.CardSearch = try decode()
        let found = try await installation.searchNumbers(as: principal(), asked.numbers)
        let items = zip(asked.numbers, found).map { number, found in
            Wire.CardSearchResult.Item(
                number: number, card: found.card.map { Wire.Card($0) },
                device: found.device.map { device in
                    Wire.DeviceFound(
                        cards: device.cards.map {
                            Wire.DeviceCard(
                                card: Wire.Card($0.view), declaredSince: $0.known.declaredSince?.wire, seenAt: $0.known.seenAt?.wire)
                        }, more: device.isCut)
                }, lack: found.isFound || found.device?.isCut == true ? nil : found.lack?.rawValue)
        }
        return try .json(Wire.CardSearchResult(items: items))
    }

    func createCustodyAct() async throws -> Answer {
        let asked: Wire.CreateCustodyAct = try decode()
        let selector = try asked.cards.selector()
        let leavingOthers = asked.leavingOthers ?? false
        let outcome: CustodyOutcome
        if asked.kind == CustodyActKind.recall.rawValue {
            outcome = try await installation.recallCards(as: principal(), selector, leavingOthers: leavingOthers)
        } else {
            guard let target = asked.organisation else { throw Refusal.bodyInvalid.with(details: [.fieldMissing.at("/organisation")]) }
            outcome = try await installation.allocateCards(
                as: principal(), selector, to: id(target, at: "/organisation"), leavingOthers: leavingOthers)
        }
        return try .json(custody(outcome))
    }

    func withdrawClaims() async throws -> Answer {
        let asked: Wire.WithdrawClaims = try decode()
        return try .json(
            custody(
                try await installation.withdrawClaims(
                    as: principal(), asked.cards.selector(), leavingOthers: asked.leavingOthers ?? false)))
    }

    private func custody(_ outcome: CustodyOutcome) -> Wire.CustodyOutcome {
        let left = outcome.leftOut.sorted { $0.key.rawValue < $1.key.rawValue }.map { obstacle, cards in
            Wire.CardObstacle(code: obstacle.rawValue, title: obstacle.refusal.reason.text(in: language), cards: cards)
        }
        return Wire.CustodyOutcome(
            moved: outcome.moved, alreadyThere: outcome.alreadyThere, leftOut: left,
            notFoundPositions: outcome.notFoundPositions.map(Int64.init), act: outcome.act?.wire)
    }

    func listCustodyActs() async throws -> Answer {
        let found = try await installation.listCustodyActs(as: principal(), before: cursorNumber(), limit: limit)
        return try page(found, keys: { [String($0)] }, item: { Wire.CustodyAct($0) })
    }

    func readGapReport() async throws -> Answer {
        let found = try await installation.gapReport(
            as: principal(), lacking: queryWord("lacks"), after: cursorKeys(1)?.first, limit: limit)
        let counts = found.counts
        let items = found.lines.map {
            Wire.Gap(
                card: $0.reference, iccid: $0.row.iccid, lacks: $0.row.lacking.map(\.rawValue),
                openedOn: $0.row.openedOn.map { WireDate(number: $0).description }, unitName: $0.row.unitName)
        }
        let next = found.next.map { Cursor.text(operation, [$0]) }
        return try .json(
            Wire.GapReport(
                counts: .init(
                    inService: counts.inService, registered: counts.registered, withoutHolder: counts.lacking[.holder] ?? 0,
                    withoutResponsiblePerson: counts.lacking[.responsiblePerson] ?? 0, withoutEvidence: counts.lacking[.evidence] ?? 0),
                items: items, next: next)
        ).linked(to: next, by: self)
    }
}
