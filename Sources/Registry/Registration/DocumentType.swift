import Numbers

/// Documents that prove an identity (R-25-07, R-25-09). Whatever is not listed is refused, also what people offer in their place,
/// such as driving licences and customer codes (R-IQ-07).
package enum DocumentType: String, CaseIterable, Codable, Sendable {
    // Persons, R-25-07.
    case residentID = "resident-id"
    case temporaryResidentID = "temporary-resident-id"
    case householdRegister = "household-register"
    case militaryID = "military-id"
    case armedPoliceID = "armed-police-id"
    case hkMacaoPermit = "hk-macao-permit"
    case taiwanPermit = "taiwan-permit"
    case residencePermit = "residence-permit"
    case passport
    case foreignPermanentID = "foreign-permanent-id"
    // Units, R-25-09, R-25-10.
    case businessLicence = "business-licence"
    case organisationCodeCertificate = "organisation-code-certificate"
    case publicInstitutionCertificate = "public-institution-certificate"
    case socialOrganisationCertificate = "social-organisation-certificate"
    case otherLegalProof = "other-legal-proof"
    case sealedLetter = "sealed-letter"

    package enum Subject: String, CaseIterable, Sendable {
        case person
        case unit
    }

    package var subject: Subject {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister, .militaryID, .armedPoliceID, .hkMacaoPermit, .taiwanPermit,
            .residencePermit, .passport, .foreignPermanentID:
            .person
        case .businessLicence, .organisationCodeCertificate, .publicInstitutionCertificate, .socialOrganisationCertificate,
            .otherLegalProof, .sealedLetter:
            .unit
        }
    }

    /// Formats its number may have, the current one first; empty where the number is of free form.
    package var numberKinds: [NumberKind] {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister: [.residentID]
        case .hkMacaoPermit: [.hkMacaoPermit]
        case .taiwanPermit: [.taiwanPermit]
        case .residencePermit: [.residencePermit]
        case .passport: [.passport]
        case .foreignPermanentID: [.foreignPermanentID]
        case .businessLicence: [.creditCode, .businessLicence]
        case .organisationCodeCertificate: [.organisationCode]
        case .publicInstitutionCertificate, .socialOrganisationCertificate, .otherLegalProof: [.creditCode]
        case .militaryID, .armedPoliceID, .sealedLetter: []
        }
    }

    /// Whether a name in Latin letters is usual.
    package var hasLatinName: Bool { self == .passport || self == .foreignPermanentID }

    /// Whether the document says until when it is valid: a household register stands until it is changed.
    package var bearsValidity: Bool { self != .householdRegister }

    /// Whether the document itself bears an address (R-25-11 asks for it where it has one).
    package var bearsAddress: Bool {
        switch self {
        case .residentID, .temporaryResidentID, .householdRegister, .residencePermit: true
        case .businessLicence, .publicInstitutionCertificate, .socialOrganisationCertificate, .organisationCodeCertificate: true
        default: false
        }
    }
}
