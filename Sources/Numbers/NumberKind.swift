/// The formats that `check` knows; the raw values are the names in the command line and the API.
package enum NumberKind: String, CaseIterable, Sendable, Codable {
    case iccid
    case msisdn
    case imsi
    case imei
    case eid
    case residentID = "resident-id"
    case residencePermit = "residence-permit"
    case foreignPermanentID = "foreign-permanent-id"
    case hkMacaoPermit = "hk-macao-permit"
    case taiwanPermit = "taiwan-permit"
    case passport
    case creditCode = "credit-code"
    case organisationCode = "organisation-code"
    case businessLicence = "business-licence"

    package var english: String {
        switch self {
        case .iccid: "ICCID"
        case .msisdn: "Card number (MSISDN)"
        case .imsi: "IMSI"
        case .imei: "IMEI"
        case .eid: "EID"
        case .residentID: "Resident ID number"
        case .residencePermit: "Residence permit for Hong Kong, Macao and Taiwan residents"
        case .foreignPermanentID: "Foreign permanent resident ID number"
        case .hkMacaoPermit: "Mainland travel permit for Hong Kong and Macao residents"
        case .taiwanPermit: "Mainland travel permit for Taiwan residents"
        case .passport: "Passport number"
        case .creditCode: "Unified social credit code"
        case .organisationCode: "Organisation code"
        case .businessLicence: "Business licence registration number"
        }
    }

    package var chinese: String {
        switch self {
        case .iccid: "ICCID（卡号）"
        case .msisdn: "物联网号码"
        case .imsi: "IMSI"
        case .imei: "IMEI（设备号）"
        case .eid: "EID"
        case .residentID: "居民身份证号码"
        case .residencePermit: "港澳台居民居住证号码"
        case .foreignPermanentID: "外国人永久居留身份证号码"
        case .hkMacaoPermit: "港澳居民来往内地通行证号码"
        case .taiwanPermit: "台湾居民来往大陆通行证号码"
        case .passport: "护照号码"
        case .creditCode: "统一社会信用代码"
        case .organisationCode: "组织机构代码"
        case .businessLicence: "营业执照注册号"
        }
    }
}
