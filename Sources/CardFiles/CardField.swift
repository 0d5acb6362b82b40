/// What a column of a card file can hold.
package enum CardField: String, CaseIterable, Sendable {
    case iccid
    case msisdn
    case imsi
    case imei
    case eid
    case carrier
    case province
    case product
    case batch
    /// The person who uses the card (使用人).
    case actualUser = "actual-user"
    case note

    // What is known of cards that are in service already (R-25-24).
    case openedOn = "opened-on"
    case unitName = "unit-name"
    case unitCode = "unit-code"
    case responsiblePerson = "responsible-person"
    case responsibleDocument = "responsible-document"
    case evidence

    package static let prior: [CardField] = [.openedOn, .unitName, .unitCode, .responsiblePerson, .responsibleDocument, .evidence]

    package var english: String {
        switch self {
        case .iccid: "ICCID"
        case .msisdn: "Card number (MSISDN)"
        case .imsi: "IMSI"
        case .imei: "IMEI"
        case .eid: "EID"
        case .carrier: "Carrier"
        case .province: "Province"
        case .product: "Product"
        case .batch: "Batch"
        case .actualUser: "Actual user"
        case .note: "Note"
        case .openedOn: "In service since"
        case .unitName: "Unit"
        case .unitCode: "Credit code of the unit"
        case .responsiblePerson: "Responsible person"
        case .responsibleDocument: "Responsible person's document"
        case .evidence: "Evidence at hand"
        }
    }

    package var chinese: String {
        switch self {
        case .iccid: "ICCID"
        case .msisdn: "接入号"
        case .imsi: "IMSI"
        case .imei: "IMEI"
        case .eid: "EID"
        case .carrier: "运营商"
        case .province: "省份"
        case .product: "套餐"
        case .batch: "批次"
        case .actualUser: "使用人"
        case .note: "备注"
        case .openedOn: "入网日期"
        case .unitName: "单位名称"
        case .unitCode: "统一社会信用代码"
        case .responsiblePerson: "责任人"
        case .responsibleDocument: "责任人证件号码"
        case .evidence: "有无凭证"
        }
    }

    var index: Int {
        switch self {
        case .iccid: 0
        case .msisdn: 1
        case .imsi: 2
        case .imei: 3
        case .eid: 4
        case .carrier: 5
        case .province: 6
        case .product: 7
        case .batch: 8
        case .actualUser: 9
        case .note: 10
        case .openedOn: 11
        case .unitName: 12
        case .unitCode: 13
        case .responsiblePerson: 14
        case .responsibleDocument: 15
        case .evidence: 16
        }
    }
}
