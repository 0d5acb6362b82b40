import Crypto
import CryptoExtras
import Foundation

/// Cost of scrypt (RFC 7914 §2).
package struct ScryptParameters: Sendable, Equatable {
    /// Binary logarithm of the cost N.
    package let logCost: Int
    package let blockSize: Int
    package let parallelism: Int

    static let hashLength = 32

    /// 32 MiB a call. OWASP lists p = 3 for this memory: raise it where logins are few, and old hashes are renewed at the next login.
    package init() {
        logCost = 15
        blockSize = 8
        parallelism = 1
    }

    /// nil outside the bounds: below, the hash is no protection worth the name; above, a stored text could stop the server (at most
    /// 256 MiB and p = 4).
    package init?(logCost: Int, blockSize: Int, parallelism: Int) {
        guard (10...18).contains(logCost), (1...16).contains(blockSize), (1...4).contains(parallelism),
            128 * blockSize << logCost <= 256 << 20
        else { return nil }
        self.logCost = logCost
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// nil when there is not memory enough.
    func derive(from password: [UInt8], salt: [UInt8], count: Int = hashLength) -> [UInt8]? {
        let memory = 128 * blockSize * ((1 << logCost) + parallelism + 2) + (1 << 20)
        let key = try? KDF.Scrypt.deriveKey(
            from: password, salt: salt, outputByteCount: count, rounds: 1 << logCost, blockSize: blockSize,
            parallelism: parallelism, maxMemory: memory)
        return key?.withUnsafeBytes { Array($0) }
    }
}

/// A stored hash in the PHC string format, whose parameters can be read back. Unpadded base64, parameters in one fixed order and
/// spelling, so each hash has exactly one text.
struct PasswordHash: Equatable {
    let parameters: ScryptParameters
    let salt: [UInt8]
    let hash: [UInt8]

    var text: String {
        "$scrypt$ln=\(parameters.logCost),r=\(parameters.blockSize),p=\(parameters.parallelism)$\(Self.base64(salt))$\(Self.base64(hash))"
    }

    init(parameters: ScryptParameters, salt: [UInt8], hash: [UInt8]) {
        self.parameters = parameters
        self.salt = salt
        self.hash = hash
    }

    init?(_ text: String) {
        guard text.utf8.count <= 256 else { return nil }
        let fields = text.split(separator: "$", omittingEmptySubsequences: false)
        guard fields.count == 5, fields[0].isEmpty, fields[1] == "scrypt" else { return nil }
        let values = fields[2].split(separator: ",", omittingEmptySubsequences: false)
        guard values.count == 3, let logCost = Self.value(values[0], "ln="), let blockSize = Self.value(values[1], "r="),
            let parallelism = Self.value(values[2], "p="),
            let parameters = ScryptParameters(logCost: logCost, blockSize: blockSize, parallelism: parallelism),
            let salt = Self.bytes(fields[3]), let hash = Self.bytes(fields[4]),
            (8...64).contains(salt.count), (16...64).contains(hash.count)
        else { return nil }
        self.init(parameters: parameters, salt: salt, hash: hash)
        guard self.text == text else { return nil }
    }

    private static func value(_ text: Substring, _ name: String) -> Int? {
        text.hasPrefix(name) ? Int(text.dropFirst(name.count)) : nil
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        String(Data(bytes).base64EncodedString().prefix { $0 != "=" })
    }

    private static func bytes(_ text: Substring) -> [UInt8]? {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        return Data(base64Encoded: text + padding).map(Array.init)
    }
}
