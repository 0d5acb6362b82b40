import Contract
import Records
import Registry
import UseCases
import Web

extension Wire.Card {
    init(_ view: CardView) { self.init(view.card, reference: view.reference) }

    init(_ card: CardRecord, reference: String) {
        self.init(
            card: reference, iccid: card.iccid, carrier: card.carrier.code, product: card.product.text, productName: card.productName,
            origin: card.origin.name, batch: card.batch, realName: card.registration == nil ? "vacant" : "registered",
            recordedAt: card.recordedAt.wire, msisdn: card.msisdn.map(String.init), imsi: card.imsi.map(IMSIText.text), eid: card.eid,
            province: card.province, custodian: card.custodian?.organisation.wire, standing: card.custodian?.standing.rawValue,
            serviceState: card.service.state.name, stops: card.service.stops.reasons.map(\.name),
            registration: card.registration?.wire)
    }
}

/// An IMSI has fifteen digits; the number that stands for it has lost its leading zeros.
enum IMSIText {
    static func text(_ number: Int64) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 15 - digits.count)) + digits
    }
}

extension Wire.CustodyAct {
    init(_ record: CustodyActRecord) {
        self.init(
            id: record.id.wire, kind: record.kind.rawValue, to: record.to.wire, cards: record.cards, selection: record.selector,
            effectiveFrom: record.effectiveFrom.wire, recordedAt: record.recordedAt.wire, recordedBy: record.recordedBy.wire,
            from: record.from?.wire)
    }
}

extension Wire.Intake {
    init(_ record: IntakeRecord, in language: ReaderLanguage) {
        let progress = record.progress
        self.init(
            id: record.id.wire, organisation: record.organisation.wire, kind: record.kind.rawValue, batch: record.batch,
            state: record.state.rawValue,
            counts: Wire.IntakeCounts(
                done: progress.taken + progress.known + progress.repeated + progress.failed, taken: progress.taken, known: progress.known,
                repeated: progress.repeated, failed: progress.failed,
                total: progress.rowsTotal),
            bytes: record.fileBytes, format: record.format, createdAt: record.createdAt.wire, province: record.province,
            failure: record.failure, failureReason: record.failureText?.reason.text(in: language),
            failureMend: record.failureText?.mend.text(in: language), startedAt: record.startedAt?.wire,
            finishedAt: record.finishedAt?.wire,
            repairUntil: record.spool == nil ? nil : record.repairExpiresAt?.wire)
    }
}

extension Wire.CardSelection {
    /// Throws `body-invalid` unless it names exactly one way to choose.
    func selector() throws(Refusal) -> CardSelector {
        if let batch { return .batch(batch) }
        if let range { return .range(from: range.from, to: range.to) }
        if let numbers { return .numbers(numbers) }
        throw .bodyInvalid.with(details: [.tooFewItems.at("/cards")])
    }
}
