import Foundation
import Ledger

/// What a custodian is asked, and what he is shown before he answers.
package struct CustodianRequest: Hashable, Sendable {
    /// Of the largest file that is read: a key takes some 870 bytes of it.
    package static let bytesMax = 64 << 20

    package struct Item: Hashable, Sendable {
        package let place: DepositPlace
        package let sealed: [UInt8]

        package init(place: DepositPlace, sealed: [UInt8]) {
            self.place = place
            self.sealed = sealed
        }
    }

    package let opening: String
    package let code: String
    package let caseNumber: String
    package let reason: String
    /// Logins: a custodian knows people, not numbers.
    package let askedBy: String
    package let approvedBy: String
    /// Milliseconds; until when an answer counts.
    package let until: Int64
    package let side: CustodianSide
    /// The public key of the opening: what the answer is sealed to.
    package let answerTo: [UInt8]
    package let items: [Item]

    package init(
        opening: String, code: String, caseNumber: String, reason: String, askedBy: String, approvedBy: String, until: Int64,
        side: CustodianSide, answerTo: [UInt8], items: [Item]
    ) {
        self.opening = opening
        self.code = code
        self.caseNumber = caseNumber
        self.reason = reason
        self.askedBy = askedBy
        self.approvedBy = approvedBy
        self.until = until
        self.side = side
        self.answerTo = answerTo
        self.items = items
    }

    private static let format = "shiming-opening-request/1"
    private static let bound = Array(format.utf8)

    /// A file with a sealed letter for each key that has something in it. Whoever was custodian on this side before opens what is his. In each
    /// letter stands the signature over all of it, then what is asked.
    package func file(signedBy signer: InstallationSigner) throws -> String {
        let readers = Dictionary(grouping: items) { $0.place.pair[side] }
        let letters = try readers.sorted { $0.key.text < $1.key.text }.map { reader, items in
            let plain = try value(of: items).canonicalBytes()
            let signature = try signer.sign(Self.signed(plain, for: reader))
            let sealed = try SealedLetter.seal(signature + plain, to: reader.key, purpose: "opening-request", bound: Self.bound)
            return ["custodian": .string(reader.text), "sealed": .string(Hex.text(sealed))] as JSONValue
        }
        return try (["format": .string(Self.format), "letters": .array(letters)] as JSONValue).canonicalText() + "\n"
    }

    private static let signatureBytes = 64
    private static func signed(_ plain: [UInt8], for reader: CustodianKey) -> [UInt8] {
        Array("shiming\u{0}opening-request\u{0}".utf8) + reader.bytes + plain
    }

    /// What the file has for this custodian. Throws `fileUnreadable`, `notOpened`, `notSigned`.
    package init(file text: String, for custodian: CustodianSecret, from verifier: InstallationVerifier) throws(CustodianRefusal) {
        let limits = JSONLimits(size: Self.bytesMax)
        guard let value = try? JSONValue(parsing: text.trimmingCharacters(in: .whitespacesAndNewlines), limits: limits),
            value["format"]?.stringValue == Self.format, let letters = value["letters"]?.arrayValue, let own = custodian.publicKey
        else { throw .fileUnreadable }
        guard let sealed = letters.first(where: { $0["custodian"]?.stringValue == own.text })?["sealed"]?.stringValue.flatMap(Hex.bytes)
        else { throw .notOpened }
        let letter = try SealedLetter.open(sealed, with: custodian.key, purpose: "opening-request", bound: Self.bound)
        let (signature, plain) = (Array(letter.prefix(Self.signatureBytes)), Array(letter.dropFirst(Self.signatureBytes)))
        guard verifier.isValid(signature, of: Self.signed(plain, for: own)) else { throw .notSigned }
        guard let read = (try? JSONValue(parsing: plain, limits: limits)).flatMap(Self.read) else { throw .fileUnreadable }
        self = read
    }

    private func value(of items: [Item]) -> JSONValue {
        [
            "answerTo": .string(Hex.text(answerTo)), "approvedBy": .string(approvedBy), "askedBy": .string(askedBy),
            "caseNumber": .string(caseNumber), "code": .string(code),
            "items": .array(
                items.map { item in
                    [
                        "a": .string(item.place.pair.a.text), "b": .string(item.place.pair.b.text),
                        "key": .string(Hex.text(item.place.key)),
                        "pair": .integer(item.place.pair.ordinal), "sealed": .string(Hex.text(item.sealed)),
                        "table": .string(item.place.table),
                    ]
                }), "opening": .string(opening), "reason": .string(reason), "side": .string(side.rawValue), "until": .integer(until),
        ]
    }

    private static func read(_ value: JSONValue) -> CustodianRequest? {
        func text(_ name: String) -> String? { value[name]?.stringValue }
        guard let opening = text("opening"), let code = text("code"), let caseNumber = text("caseNumber"), let reason = text("reason"),
            let askedBy = text("askedBy"), let approvedBy = text("approvedBy"), let until = value["until"]?.integerValue,
            let side = text("side").flatMap(CustodianSide.init(rawValue:)), let answerTo = text("answerTo").flatMap(Hex.bytes),
            let items = value["items"]?.arrayValue
        else { return nil }
        let read = items.compactMap(item)
        guard read.count == items.count else { return nil }
        return CustodianRequest(
            opening: opening, code: code, caseNumber: caseNumber, reason: reason, askedBy: askedBy, approvedBy: approvedBy, until: until,
            side: side, answerTo: answerTo, items: read)
    }

    private static func item(_ value: JSONValue) -> Item? {
        guard let a = value["a"]?.stringValue.flatMap({ CustodianKey($0) }), let b = value["b"]?.stringValue.flatMap({ CustodianKey($0) }),
            let key = value["key"]?.stringValue.flatMap(Hex.bytes), let pair = value["pair"]?.integerValue,
            let sealed = value["sealed"]?.stringValue.flatMap(Hex.bytes), let table = value["table"]?.stringValue
        else { return nil }
        return Item(place: DepositPlace(key: key, table: table, pair: CustodianPair(ordinal: pair, a: a, b: b)), sealed: sealed)
    }
}

/// A custodian's halves, sealed to the key of one opening: of use for nothing else.
package struct CustodianAnswer: Hashable, Sendable {
    package let opening: String
    package let custodian: CustodianKey
    package let side: CustodianSide
    package let sealed: [UInt8]

    package init(opening: String, custodian: CustodianKey, side: CustodianSide, sealed: [UInt8]) {
        self.opening = opening
        self.custodian = custodian
        self.side = side
        self.sealed = sealed
    }

    private static let format = "shiming-opening-answer/1"

    /// Opens his halves of what is asked and seals them to the opening. Throws `fileUnreadable`, `notOpened`.
    package init(to request: CustodianRequest, by custodian: CustodianSecret) throws(CustodianRefusal) {
        guard let own = custodian.publicKey, let reader = CustodianKey(bytes: request.answerTo) else { throw .fileUnreadable }
        var halves: [JSONValue] = []
        for item in request.items {
            let half = try custodian.half(item.sealed, request.side, at: item.place)
            halves.append(["half": .string(Hex.text(half)), "key": .string(Hex.text(item.place.key))])
        }
        opening = request.opening
        self.custodian = own
        side = request.side
        do {
            sealed = try SealedLetter.seal(
                JSONValue.array(halves).canonicalBytes(), to: reader.key, purpose: "opening-answer",
                bound: Self.bound(request.opening, own, request.side))
        } catch {
            throw .fileUnreadable
        }
    }

    package func file() throws -> String {
        let value: JSONValue = [
            "custodian": .string(custodian.text), "format": .string(Self.format), "opening": .string(opening),
            "sealed": .string(Hex.text(sealed)), "side": .string(side.rawValue),
        ]
        return try value.canonicalText() + "\n"
    }

    package init(file text: String) throws(CustodianRefusal) {
        guard
            let value = try? JSONValue(
                parsing: text.trimmingCharacters(in: .whitespacesAndNewlines), limits: JSONLimits(size: 16 << 20)),
            value["format"]?.stringValue == Self.format, let opening = value["opening"]?.stringValue,
            let custodian = value["custodian"]?.stringValue.flatMap({ CustodianKey($0) }),
            let side = value["side"]?.stringValue.flatMap(CustodianSide.init(rawValue:)),
            let sealed = value["sealed"]?.stringValue.flatMap(Hex.bytes)
        else { throw .fileUnreadable }
        self.init(opening: opening, custodian: custodian, side: side, sealed: sealed)
    }

    /// The halves by the key they are of. Throws `notOpened`.
    package func halves(with key: OpeningKey) throws(CustodianRefusal) -> [[UInt8]: [UInt8]] {
        let plain = try SealedLetter.open(
            sealed, with: key.key, purpose: "opening-answer", bound: Self.bound(opening, custodian, side))
        guard let all = (try? JSONValue(parsing: plain, limits: JSONLimits(size: 16 << 20)))?.arrayValue else { throw .notOpened }
        var halves: [[UInt8]: [UInt8]] = [:]
        for value in all {
            guard let key = value["key"]?.stringValue.flatMap(Hex.bytes), let half = value["half"]?.stringValue.flatMap(Hex.bytes) else {
                throw .notOpened
            }
            halves[key] = half
        }
        return halves
    }

    private static func bound(_ opening: String, _ custodian: CustodianKey, _ side: CustodianSide) -> [UInt8] {
        Array("\(opening)\u{0}\(side.rawValue)\u{0}".utf8) + custodian.bytes
    }
}
