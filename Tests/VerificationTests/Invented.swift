import Registry
import UseCases

/// People who do not exist and pictures that show nobody.
enum Invented {
    /// - Parameter order: the last three digits before the check character.
    static func number(_ order: String = "002") -> String {
        let digits = "11010519491231" + order
        let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
        let sum = zip(digits, weights).reduce(0) { $0 + ($1.0.wholeNumberValue ?? 0) * $1.1 }
        return digits + String(Array("10X98765432")[sum % 11])
    }

    static func person(_ order: String = "002", type: DocumentType = .residentID) -> ClaimedIdentity {
        ClaimedIdentity(name: "欧阳青禾", documentType: type, documentNumber: number(order))
    }

    static func id(_ number: UInt64) -> VerificationRequestID {
        VerificationRequestID(high: 0x0190_0000_0000_7000, low: 0x8000_0000_0000_0000 | number)
    }

    /// Begins and ends as a JPEG does; `text` stands in it as in a comment.
    static func picture(_ text: String = "") -> [UInt8] { [0xFF, 0xD8, 0xFF, 0xFE] + Array(text.utf8) + [0xFF, 0xD9] }

    static func identity(_ order: String = "002", id: UInt64 = 1, portrait: [UInt8]? = nil) -> IdentityQuestion {
        IdentityQuestion(id: Self.id(id), identity: person(order), portrait: portrait)
    }

    static let challenge = LivenessChallenge(
        nonce: "bm9uY2Utb2YtdGVzdHM", actions: [.faceForward, .turnLeft, .blink], seconds: 10)

    static func frames(_ actions: [LivenessAction] = challenge.actions, mark: String = "", step: Int64 = 900) -> [LiveFrame] {
        actions.enumerated().map { number, action in
            LiveFrame(action: action, milliseconds: Int64(number + 1) * step, picture: picture("frame \(number) \(mark)"))
        }
    }

    static func face(
        _ reference: FaceReference = .picture(picture("chip")), id: UInt64 = 2, frames: [LiveFrame] = frames(), searchesOthers: Bool = false
    ) -> FaceQuestion {
        FaceQuestion(id: Self.id(id), reference: reference, challenge: challenge, frames: frames, searchesOthers: searchesOthers)
    }

    static func capture(
        id: UInt64 = 3, returnTo: String = "https://shiming.example/back", searchesOthers: Bool = false
    ) -> CaptureQuestion {
        CaptureQuestion(
            id: Self.id(id), reference: .held(person()), returnTo: returnTo, inChinese: true, searchesOthers: searchesOthers)
    }
}
