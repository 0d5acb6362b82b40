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
        }
    }
}
