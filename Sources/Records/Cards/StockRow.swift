import Numbers
import Registry

/// A row of a file of cards whose text is in order, on its way into the stock. Holds no allocation of its own unless the card was in
/// service before.
package struct StockRow: Sendable {
    /// The row's number in the file, from 1.
    package var row: Int64
    package var iccid: NumberText
    package var msisdn: Int64?
    package var imsi: Int64?
    package var eid: NumberText?
    package var product: Int64
    package var province: Int64?
    /// Which of the batch labels that travel with the rows.
    package var batch: Int32
    package var prior: PriorFacts?

    package init(
        row: Int64, iccid: NumberText, msisdn: Int64? = nil, imsi: Int64? = nil, eid: NumberText? = nil, product: Int64,
        province: Int64? = nil, batch: Int32 = 0, prior: PriorFacts? = nil
    ) {
        self.row = row
        self.iccid = iccid
        self.msisdn = msisdn
        self.imsi = imsi
        self.eid = eid
        self.product = product
        self.province = province
        self.batch = batch
        self.prior = prior
    }
}

/// What is known of a card that was in service before it came here (R-25-24).
package final class PriorFacts: Sendable {
    /// `yyyymmdd`
    package let openedOn: Int64?
    package let unitCode: String?
    package let unitName: String?
    package let hasResponsiblePerson: Bool
    package let hasEvidence: Bool
    /// The responsible person's name and document, to be sealed; canonical JSON.
    package let person: [UInt8]?

    package init(
        openedOn: Int64?, unitCode: String?, unitName: String?, hasResponsiblePerson: Bool, hasEvidence: Bool, person: [UInt8]?
    ) {
        self.openedOn = openedOn
        self.unitCode = unitCode
        self.unitName = unitName
        self.hasResponsiblePerson = hasResponsiblePerson
        self.hasEvidence = hasEvidence
        self.person = person
    }
}

/// A row of a file that was not taken, or taken with a doubt; never the value itself.
package struct IntakeProblem: Hashable, Sendable {
    package enum Severity: String, CaseIterable, Sendable {
        case refused
        case warning
        /// An identical repeat: in once, noted.
        case repeated
    }

    package let row: Int64
    package let field: String
    package let code: String
    /// The row it contradicts or repeats, if it is one of the same file.
    package let otherRow: Int64?
    package let severity: Severity

    package init(row: Int64, field: String, code: String, otherRow: Int64? = nil, severity: Severity = .refused) {
        self.row = row
        self.field = field
        self.code = code
        self.otherRow = otherRow
        self.severity = severity
    }
}
