/// A way to make sure that the person who registers is the person on the document (REQUIREMENTS §2, §8.5). There is no uniform
/// standard: the operator sets a floor, agents add to it.
package enum VerificationMethod: String, CaseIterable, Codable, Sendable, Comparable {
    /// Document type, name, number and address as on the document, put to an identity authority where one is connected.
    case documentData = "document-data"
    /// Both sides of the document, photographed.
    case documentPhotos = "document-photos"
    /// The person holding the document beside the face.
    case handHeldPhoto = "hand-held-photo"
    /// Face recognition with a liveness challenge.
    case face
    /// Face recognition by a provider's own capture, which a page cannot be fed with (docs/verification-providers.md).
    case providerCapture = "provider-capture"
    /// Before staff, with a document reader or an on-site photo.
    case inPerson = "in-person"
    /// The guardian's consent and identity.
    case guardian
    /// A proxy's identity beside that of the person.
    case proxy

    package static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// Whether its verdict says that a living person was there.
    package var provesLiveness: Bool { self == .face || self == .providerCapture }

    /// Whether faces are recognised by machine (R-OP-03: never the only way).
    package var recognisesFaces: Bool { provesLiveness }

    /// Whom the identity authority is asked about in its name; nil where the authority is not asked. A provider's word of the kinds `guardian`
    /// and `proxy` is the authority's about that person, as that of the kind `document-data` is about the holder (R-25-06, R-DP-06).
    package var askedAbout: PartyRole? {
        switch self {
        case .documentData: .holder
        case .guardian: .guardian
        case .proxy: .proxy
        case .documentPhotos, .handHeldPhoto, .face, .providerCapture, .inPerson: nil
        }
    }

    /// Evidence a person hands in for it.
    package var slots: [EvidenceSlot] {
        switch self {
        case .documentPhotos: [.holderIDFront, .holderIDBack]
        case .handHeldPhoto: [.handHeldPhoto]
        case .face: [.faceCapture]
        case .inPerson: [.holderOnSitePhoto]
        case .guardian: [.guardianIDFront, .guardianIDBack]
        case .proxy: [.proxyIDFront, .proxyIDBack]
        case .documentData, .providerCapture: []
        }
    }

    /// What it is, in words for the person it is asked of.
    package var text: LocalText {
        switch self {
        case .documentData: LocalText(en: "The data on your document", zh: "证件信息")
        case .documentPhotos: LocalText(en: "Photos of both sides of your document", zh: "证件正反面照片")
        case .handHeldPhoto: LocalText(en: "A photo of you holding the document", zh: "手持证件照片")
        case .face: LocalText(en: "Face recognition on this phone", zh: "人脸识别（活体检测）")
        case .providerCapture: LocalText(en: "Face recognition by the verification service", zh: "认证服务机构人脸识别")
        case .inPerson: LocalText(en: "Coming to a business hall in person", zh: "本人到营业厅现场核验")
        case .guardian: LocalText(en: "A guardian's consent and document", zh: "监护人同意及证件")
        case .proxy: LocalText(en: "The proxy's document beside yours", zh: "代办人证件及本人证件")
        }
    }
}

/// How likely a card is to be misused, by where and for what it is sold (R-AF-04, R-PH-07).
package enum RiskLevel: String, CaseIterable, Codable, Sendable, Comparable {
    case low
    case ordinary
    case high

    package static func < (left: Self, right: Self) -> Bool { left.position < right.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
