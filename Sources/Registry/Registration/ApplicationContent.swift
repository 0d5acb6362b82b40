/// What an applicant declares, as typed; every field may be missing until the policy asks for it.
package struct ApplicationContent: Codable, Hashable, Sendable {
    package var unit: PartyFacts?
    package var handler: PartyFacts?
    package var responsiblePerson: PartyFacts?
    package var actualUser: PartyFacts?
    /// The department that uses the cards, where no single person does.
    package var usingDepartment: String?
    package var proxy: PartyFacts?
    /// In whose own name the card stands.
    package var holder: PartyFacts?
    package var guardian: PartyFacts?
    /// Which guardian the consent is of: tells the document he had from every other, and says nothing of it (R-DP-06). Nil until it is known.
    package var guardianHeard: String?
    /// The answer to the question that is asked before the first picture; what the document says counts before it (R-DP-06).
    package var holderIsUnder14: Bool?
    /// The person does not want the face recognised; a reviewer compares instead (R-OP-03).
    package var declinesFaceRecognition: Bool?
    /// What a machine read from a picture, by slot, then by field: kept beside what the person confirmed.
    package var readings: [String: [String: String]]?
    package var authorisation: Authorisation?
    package var use: DeclaredUse?
    /// Evidence by slot: identifiers of what was uploaded.
    package var evidence: [String: [String]]?
    /// The legal notice of R-AF-10 was shown and accepted.
    package var noticeAccepted: Bool?
    /// From when a change shall count, `yyyy-MM-dd`; by default from the decision.
    package var effectiveFrom: String?
    /// For a change of role: which one.
    package var role: PartyRole?
    /// The application, decided lately, whose pictures of the document count for this one too (`reuseDays` of a policy).
    package var picturesOf: String?

    package init() {}

    package func party(_ role: PartyRole) -> PartyFacts? {
        switch role {
        case .unit: unit
        case .handler: handler
        case .responsiblePerson: responsiblePerson
        case .actualUser: actualUser
        case .proxy: proxy
        case .holder: holder
        case .guardian: guardian
        }
    }

    package mutating func set(_ facts: PartyFacts?, as role: PartyRole) {
        switch role {
        case .unit: unit = facts
        case .handler: handler = facts
        case .responsiblePerson: responsiblePerson = facts
        case .actualUser: actualUser = facts
        case .proxy: proxy = facts
        case .holder: holder = facts
        case .guardian: guardian = facts
        }
    }
}

/// One party as declared.
package struct PartyFacts: Codable, Hashable, Sendable {
    package var name: String?
    package var documentType: String?
    package var documentNumber: String?
    /// Of the document before, where the new one prints it, as the foreign permanent resident card does (R-NF-08).
    package var formerNumber: String?
    /// `yyyy-MM-dd`, where the number of the document does not tell it.
    package var birthDate: String?
    package var address: String?
    package var contact: String?
    /// `yyyy-MM-dd`
    package var validFrom: String?
    /// `yyyy-MM-dd`, or `long-term` (长期).
    package var validUntil: String?

    package init() {}

    package init(
        name: String, documentType: DocumentType, documentNumber: String, address: String, contact: String, validFrom: String? = nil,
        validUntil: String? = nil
    ) {
        self.name = name
        self.documentType = documentType.rawValue
        self.documentNumber = documentNumber
        self.address = address
        self.contact = contact
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// A person's document as declared, or the resident ID until one is.
    package var chosenDocument: DocumentType { documentType.flatMap(DocumentType.init(rawValue:)) ?? .residentID }
}

extension ApplicationContent {
    /// A person's document as declared, or the resident ID until one is.
    package func documentType(of role: PartyRole) -> DocumentType { party(role)?.chosenDocument ?? .residentID }
}

/// The unit's letter for its handler: what for, from when, until when (R-25-09).
package struct Authorisation: Codable, Hashable, Sendable {
    package var purpose: String?
    package var validFrom: String?
    package var validUntil: String?

    package init(purpose: String? = nil, validFrom: String? = nil, validUntil: String? = nil) {
        self.purpose = purpose
        self.validFrom = validFrom
        self.validUntil = validUntil
    }
}

/// Where and for what the cards work (R-AF-04: functions, scenes, devices).
package struct DeclaredUse: Codable, Hashable, Sendable {
    package enum Traffic: String, Codable, CaseIterable, Sendable {
        case directed
        case general
    }

    package var deviceType: String?
    package var deviceModel: String?
    package var scene: String?
    package var traffic: Traffic?
    package var voice: Bool?
    package var sms: Bool?
    package var monthlyMegabytes: Int?
    /// Province code of GB/T 2260, two or six digits, or `CN` for the whole country.
    package var region: String?

    package init() {}
}

/// What a piece of evidence shows.
package enum EvidenceSlot: String, CaseIterable, Codable, Sendable {
    case unitDocument = "unit-document"
    case sealedLetter = "sealed-letter"
    case authorisationLetter = "authorisation-letter"
    case handlerIDFront = "handler-id-front"
    case handlerIDBack = "handler-id-back"
    case responsiblePersonIDFront = "responsible-person-id-front"
    case responsiblePersonIDBack = "responsible-person-id-back"
    case actualUserIDFront = "actual-user-id-front"
    case proxyIDFront = "proxy-id-front"
    case proxyIDBack = "proxy-id-back"
    case purchaseVoucher = "purchase-voucher"
    case handlerOnSitePhoto = "handler-on-site-photo"
    case deviceData = "device-data"
    case changeGround = "change-ground"
    case holderIDFront = "holder-id-front"
    case holderIDBack = "holder-id-back"
    case handHeldPhoto = "hand-held-photo"
    /// A frame of the liveness challenge, the first in which the face is straight.
    case faceCapture = "face-capture"
    case holderOnSitePhoto = "holder-on-site-photo"
    case guardianIDFront = "guardian-id-front"
    case guardianIDBack = "guardian-id-back"
}

extension EvidenceSlot {
    /// Who is shown by it or its document, of those who answer for a person's card; nil for every other.
    package var shownPerson: PartyRole? {
        switch self {
        case .holderIDFront, .holderIDBack, .holderOnSitePhoto, .handHeldPhoto, .faceCapture: .holder
        case .guardianIDFront, .guardianIDBack: .guardian
        case .proxyIDFront, .proxyIDBack: .proxy
        default: nil
        }
    }
}
