/// Why a number was refused or needs a second look. The raw values are stable: they stand in files, answers and the trail,
/// are never renamed and never given another meaning.
package enum Reason: String, CaseIterable, Error {
    // Any kind
    case empty
    case character = "character-not-allowed"
    case invalidUTF8 = "invalid-utf8"
    case lineTooLong = "line-too-long"
    case placeholder = "number-placeholder"

    // Cards and devices
    case iccidLength = "iccid-length"
    case iccidPrefix = "iccid-prefix"
    case iccidLuhn = "iccid-luhn"
    case msisdnLength = "msisdn-length"
    case msisdnRange = "msisdn-range"
    case msisdnRangeUnknown = "msisdn-range-unknown"
    case msisdnOrdinaryPhone = "msisdn-ordinary-phone"
    case imsiLength = "imsi-length"
    case imsiCountry = "imsi-country"
    case imsiNetworkUnknown = "imsi-network-unknown"
    case imsiTestNetwork = "imsi-test-network"
    case imeiLength = "imei-length"
    case imeiLuhn = "imei-luhn"
    case imeiNoCheckDigit = "imei-no-check-digit"
    case imeiCheckDigitZero = "imei-check-digit-zero"
    case imeiPlaceholder = "imei-placeholder"
    case eidLength = "eid-length"
    case eidPrefix = "eid-prefix"
    case eidCheckDigits = "eid-check-digits"

    // Persons
    case birthDateInvalid = "birth-date-invalid"
    case birthDateFuture = "birth-date-future"
    case ageImplausible = "age-implausible"
    case ageUnusual = "age-unusual"
    case regionUnknown = "region-unknown"
    case regionOutOfYears = "region-out-of-years"
    case residentIDLength = "resident-id-length"
    case residentIDFifteenDigits = "resident-id-15-digits"
    case residentIDCheckDigit = "resident-id-check-digit"
    case isResidencePermit = "is-residence-permit"
    case isForeignPermanentID = "is-foreign-permanent-id"
    case residencePermitLength = "residence-permit-length"
    case residencePermitRegion = "residence-permit-region"
    case residencePermitCheckDigit = "residence-permit-check-digit"
    case foreignPermanentIDForm = "foreign-permanent-id-form"
    case foreignPermanentIDCheckDigit = "foreign-permanent-id-check-digit"
    case hkMacaoPermitForm = "hk-macao-permit-form"
    case hkMacaoPermitLetterMissing = "hk-macao-permit-letter-missing"
    case taiwanPermitForm = "taiwan-permit-form"
    case passportLength = "passport-length"

    // Units
    case creditCodeLength = "credit-code-length"
    case creditCodeAlphabet = "credit-code-alphabet"
    case creditCodeRegion = "credit-code-region"
    case creditCodeCheckDigit = "credit-code-check-digit"
    case creditCodeOrganisationCheckDigit = "credit-code-organisation-check-digit"
    case creditCodeAuthorityUnknown = "credit-code-authority-unknown"
    case organisationCodeLength = "organisation-code-length"
    case organisationCodeCheckDigit = "organisation-code-check-digit"
    case businessLicenceLength = "business-licence-length"
    case businessLicenceCheckDigit = "business-licence-check-digit"

    // Contacts
    case contactPhoneForm = "contact-phone-form"
}
