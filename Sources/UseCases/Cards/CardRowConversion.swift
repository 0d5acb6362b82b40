import CardFiles
import Numbers
import Records
import Registry

/// From the rows of a file to rows for the stock: products by code or name, provinces, batch labels.
struct CardRowConversion {
    private struct Named {
        let number: Int64
        let carrier: Carrier
    }

    private let standard: Named?
    private let province: Int64?
    private let isExisting: Bool
    private let context: NumberContext
    private var products: [String: Named] = [:]
    private(set) var labels: [String]
    private var labelPlaces: [String: Int32] = [:]
    private var lastBatch: (text: String, place: Int32)?

    init(intake: IntakeRecord, products: [ProductRecord], context: NumberContext) {
        self.context = context
        province = intake.province
        isExisting = intake.kind == .existing
        labels = [intake.batch]
        labelPlaces = [intake.batch: 0]
        standard = products.first { $0.number == intake.product }.map { Named(number: $0.number, carrier: $0.facts.carrier) }
        // A code goes above a name, the older product above the newer.
        for product in products.reversed() {
            self.products[product.facts.name] = Named(number: product.number, carrier: product.facts.carrier)
        }
        for product in products { self.products[product.code.text] = Named(number: product.number, carrier: product.facts.carrier) }
    }

    mutating func add(_ line: CardLine, to batch: inout IntakeBatch) {
        switch line {
        case .card(let card): add(card, to: &batch)
        case .repetition(let row, let first):
            batch.repeated += 1
            batch.problems.append(
                IntakeProblem(
                    row: Int64(row), field: "iccid", code: RowCode.repeatInFile.rawValue, otherRow: Int64(first), severity: .repeated))
        case .problem(let row, let findings):
            batch.failed += 1
            for finding in findings { batch.problems.append(IntakeProblem(finding, row: row, severity: .refused)) }
        }
    }

    private mutating func add(_ card: CardRow, to batch: inout IntakeBatch) {
        switch product(of: card) {
        case .failure(let problem):
            batch.failed += 1
            batch.problems.append(
                IntakeProblem(row: Int64(card.rowNumber), field: StockField.product.rawValue, code: problem.code.rawValue))
        case .success(let product):
            var prior: PriorFacts?
            if isExisting {
                let reading = PriorReading(card, context: context)
                guard reading.problems.isEmpty else {
                    batch.failed += 1
                    batch.problems += reading.problems
                    return
                }
                prior = reading.facts
            }
            for finding in card.warnings { batch.problems.append(IntakeProblem(finding, row: card.rowNumber, severity: .warning)) }
            batch.rows.append(
                StockRow(
                    row: Int64(card.rowNumber), iccid: card.iccid.text, msisdn: card.msisdn?.int64, imsi: card.imsi?.int64,
                    eid: card.eid?.text, product: product, province: card.province.map { Int64($0.code) } ?? province,
                    batch: label(card.batch), prior: prior))
        }
    }

    private struct ProductProblem: Error {
        let code: IntakeProblemCode
    }

    private func product(of card: CardRow) -> Result<Int64, ProductProblem> {
        let named: Named
        if let written = card.product {
            guard let found = products[written] else { return .failure(ProductProblem(code: .productUnknown)) }
            named = found
        } else {
            guard let standard else { return .failure(ProductProblem(code: .productMissing)) }
            named = standard
        }
        if let carrier = card.carrier, carrier.text != named.carrier.code {
            return .failure(ProductProblem(code: .carrierOfAnotherProduct))
        }
        return .success(named.number)
    }

    private mutating func label(_ written: String?) -> Int32 {
        guard let written else { return 0 }
        // Rows of one batch mostly stand together.
        if let lastBatch, lastBatch.text == written { return lastBatch.place }
        let place = labelPlaces[written] ?? Int32(labels.count)
        if Int(place) == labels.count {
            labels.append(written)
            labelPlaces[written] = place
        }
        lastBatch = (written, place)
        return place
    }
}

extension IntakeProblem {
    fileprivate init(_ finding: RowFinding, row: Int, severity: Severity) {
        self.init(
            row: Int64(row), field: finding.field?.rawValue ?? "", code: finding.code.rawValue, otherRow: finding.otherRow.map(Int64.init),
            severity: severity)
    }
}
