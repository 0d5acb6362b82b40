import Foundation
import Ledger
import Outbound
import Registry
import UseCases

/// Questions as the contract writes them. What it does not admit is not sent.
enum QuestionBodies {
    static let pictureBytesMax = 2 << 20
    static let bodyBytesMax = 16 << 20
    private static let framesMax = 20

    static func identity(_ question: IdentityQuestion) throws(ProviderFailure) -> [UInt8] {
        var members = try identity(question.identity)
        members["requestId"] = .string(question.id.description)
        if let portrait = question.portrait { members["portrait"] = try picture(portrait) }
        return try bytes(members)
    }

    static func face(_ question: FaceQuestion, maySearch: Bool) throws(ProviderFailure) -> [UInt8] {
        guard (1...framesMax).contains(question.frames.count) else { throw .refused(.malformed) }
        var frames: [JSONValue] = []
        var earlier: Int64 = 0
        for frame in question.frames {
            guard (earlier...max(earlier, 300_000)).contains(frame.milliseconds), frame.milliseconds <= 300_000 else {
                throw .refused(.malformed)
            }
            earlier = frame.milliseconds
            frames.append([
                "action": .string(frame.action.rawValue), "milliseconds": .integer(frame.milliseconds),
                "picture": try picture(frame.picture),
            ])
        }
        var members = JSONObject()
        members["requestId"] = .string(question.id.description)
        members["reference"] = try reference(question.reference)
        members["challenge"] = try challenge(question.challenge)
        members["frames"] = .array(frames)
        if question.searchesOthers, maySearch { members["searchOthers"] = true }
        return try bytes(members)
    }

    static func capture(_ question: CaptureQuestion, maySearch: Bool) throws(ProviderFailure) -> [UInt8] {
        guard question.returnTo.utf8.count <= 2_048, let parts = URLComponents(string: question.returnTo), let host = parts.host,
            parts.scheme == "https" || (parts.scheme == "http" && ProviderAddress.isOwnMachine(host))
        else { throw .refused(.malformed) }
        var members = JSONObject()
        members["requestId"] = .string(question.id.description)
        members["reference"] = try reference(question.reference)
        members["returnTo"] = .string(question.returnTo)
        members["language"] = question.inChinese ? "zh" : "en"
        if question.searchesOthers, maySearch { members["searchOthers"] = true }
        return try bytes(members)
    }

    private static func identity(_ identity: ClaimedIdentity) throws(ProviderFailure) -> JSONObject {
        guard identity.documentType.subject == .person else { throw .refused(.documentTypeUnsupported) }
        guard (1...100).contains(identity.name.unicodeScalars.count), (1...40).contains(identity.documentNumber.unicodeScalars.count) else {
            throw .refused(.malformed)
        }
        var members = JSONObject()
        members["name"] = .string(identity.name)
        members["documentType"] = .string(identity.documentType.rawValue)
        members["documentNumber"] = .string(identity.documentNumber)
        return members
    }

    private static func reference(_ reference: FaceReference) throws(ProviderFailure) -> JSONValue {
        switch reference {
        case .picture(let jpeg): ["picture": try picture(jpeg)]
        case .held(let claimed): .object(try identity(claimed))
        }
    }

    private static func challenge(_ challenge: LivenessChallenge) throws(ProviderFailure) -> JSONValue {
        guard (16...128).contains(challenge.nonce.utf8.count), challenge.nonce.utf8.allSatisfy(isPlain),
            (1...8).contains(challenge.actions.count),
            (1...300).contains(challenge.seconds)
        else { throw .refused(.malformed) }
        return [
            "nonce": .string(challenge.nonce), "actions": .array(challenge.actions.map { .string($0.rawValue) }),
            "seconds": .integer(challenge.seconds),
        ]
    }

    /// A-Z a-z 0-9 - _
    static func isPlain(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x2D || byte == 0x5F
    }

    private static func picture(_ jpeg: [UInt8]) throws(ProviderFailure) -> JSONValue {
        guard jpeg.starts(with: [0xFF, 0xD8, 0xFF]) else { throw .refused(.pictureUnusable) }
        guard jpeg.count <= pictureBytesMax else { throw .refused(.tooLarge) }
        return .string(Data(jpeg).base64EncodedString())
    }

    private static func bytes(_ members: JSONObject) throws(ProviderFailure) -> [UInt8] {
        guard let bytes = try? JSONValue.object(members).canonicalBytes() else { throw .refused(.malformed) }
        guard bytes.count <= bodyBytesMax else { throw .refused(.tooLarge) }
        return bytes
    }
}
