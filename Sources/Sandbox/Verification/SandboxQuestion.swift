import Crypto
import Foundation
import Ledger
import Registry
import UseCases

/// A question as it came, held against the contract.
struct SandboxQuestion: Sendable {
    enum Kind: Sendable {
        case identity(ClaimedIdentity, portrait: [UInt8]?)
        case face(FaceReference, LivenessChallenge, [LiveFrame])
        case capture(FaceReference, returnTo: String)
    }

    let id: VerificationRequestID
    let kind: Kind
    /// Whether a face shall be looked for under other identities.
    let searchesOthers: Bool
    /// Tells another question under the same id; nothing else of the question is kept.
    let digest: [UInt8]
    /// Of the answer; made from the request id alone.
    var serial: String { Hex.text(SHA256.hash(data: id.bytes).prefix(8)) }

    init(_ bytes: [UInt8], at place: SandboxScenario.Place) throws(SandboxProblem) {
        guard let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: SandboxProblem.bodyBytesMax, depth: 8)),
            let members = value.objectValue, let text = members["requestId"]?.stringValue, let id = VerificationRequestID(text),
            id.description == text, let canonical = try? value.canonicalBytes()
        else { throw .malformed }
        self.id = id
        searchesOthers = members["searchOthers"]?.boolValue ?? false
        digest = Array(SHA256.hash(data: canonical)) + Array(place.rawValue.utf8)
        switch place {
        case .identityChecks:
            kind = .identity(try Self.identity(members), portrait: try members["portrait"].map(Self.picture))
        case .faceComparisons:
            kind = .face(try Self.reference(members), try Self.challenge(members), try Self.frames(members))
        case .captures, .all:
            guard let returnTo = members["returnTo"]?.stringValue, let parts = URLComponents(string: returnTo), parts.host != nil,
                returnTo.utf8.allSatisfy({ (0x21...0x7E).contains($0) }), ["zh", "en"].contains(members["language"]?.stringValue)
            else { throw .malformed }
            kind = .capture(try Self.reference(members), returnTo: returnTo)
        }
    }

    private static func identity(_ members: JSONObject) throws(SandboxProblem) -> ClaimedIdentity {
        guard let name = members["name"]?.stringValue, (1...100).contains(name.unicodeScalars.count),
            let number = members["documentNumber"]?.stringValue, (1...40).contains(number.unicodeScalars.count),
            let type = members["documentType"]?.stringValue.flatMap({ DocumentType(rawValue: $0) }), type.subject == .person
        else { throw .malformed }
        // No civil authority has these.
        guard type != .militaryID, type != .armedPoliceID else { throw .documentTypeUnsupported }
        return ClaimedIdentity(name: name, documentType: type, documentNumber: number)
    }

    private static func reference(_ members: JSONObject) throws(SandboxProblem) -> FaceReference {
        guard let reference = members["reference"]?.objectValue else { throw .malformed }
        if let picture = reference["picture"] { return .picture(try Self.picture(picture)) }
        return .held(try identity(reference))
    }

    private static func challenge(_ members: JSONObject) throws(SandboxProblem) -> LivenessChallenge {
        guard let challenge = members["challenge"], let nonce = challenge["nonce"]?.stringValue, (16...128).contains(nonce.utf8.count),
            let seconds = challenge["seconds"]?.integerValue, (1...300).contains(seconds),
            let words = challenge["actions"]?.arrayValue, (1...8).contains(words.count)
        else { throw .malformed }
        let actions = words.compactMap { $0.stringValue.flatMap { LivenessAction(rawValue: $0) } }
        guard actions.count == words.count else { throw .malformed }
        return LivenessChallenge(nonce: nonce, actions: actions, seconds: seconds)
    }

    private static func frames(_ members: JSONObject) throws(SandboxProblem) -> [LiveFrame] {
        guard let values = members["frames"]?.arrayValue, (1...20).contains(values.count) else { throw .malformed }
        var frames: [LiveFrame] = []
        for value in values {
            guard let action = value["action"]?.stringValue.flatMap({ LivenessAction(rawValue: $0) }),
                let milliseconds = value["milliseconds"]?.integerValue, (0...300_000).contains(milliseconds), let picture = value["picture"]
            else { throw .malformed }
            frames.append(LiveFrame(action: action, milliseconds: milliseconds, picture: try Self.picture(picture)))
        }
        return frames
    }

    private static func picture(_ value: JSONValue) throws(SandboxProblem) -> [UInt8] {
        guard let text = value.stringValue, let bytes = Data(base64Encoded: text) else { throw .malformed }
        guard bytes.count <= 2 << 20 else { throw .tooLarge }
        guard bytes.starts(with: [0xFF, 0xD8, 0xFF]), !bytes.holds("sandbox:unusable") else { throw .pictureUnusable }
        return Array(bytes)
    }
}

extension Data {
    func holds(_ mark: String) -> Bool { range(of: Data(mark.utf8)) != nil }
}
