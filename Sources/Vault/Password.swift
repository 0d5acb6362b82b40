import Crypto
import CryptoExtras
import Foundation

/// A password as it is stored: `$scrypt$ln=15,r=8,p=1$salt$hash` (RFC 7914; salt and hash in base64).
package enum Password {
    private static let blockSize = 8
    private static let hashBytes = 32

    /// - Parameters:
    ///   - costLog2: rounds as a power of two, 1 to 20; 15 takes 32 MiB.
    ///   - salt: 16 bytes of chance.
    package static func hash(_ password: String, costLog2: Int, salt: [UInt8]) throws -> String {
        let key = try derive(password, costLog2: costLog2, salt: salt)
        return "$scrypt$ln=\(costLog2),r=\(blockSize),p=1$\(Data(salt).base64EncodedString())$\(Data(key).base64EncodedString())"
    }

    /// False also when `stored` is not in the form above.
    package static func matches(_ password: String, _ stored: String) throws -> Bool {
        let parts = stored.split(separator: "$").map(String.init)
        guard parts.count == 4, parts[0] == "scrypt", let cost = cost(parts[1]), let salt = Data(base64Encoded: parts[2]),
            let expected = Data(base64Encoded: parts[3]), expected.count == hashBytes
        else { return false }
        let derived = try derive(password, costLog2: cost, salt: [UInt8](salt))
        return zip(derived, expected).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private static func cost(_ parameters: String) -> Int? {
        guard parameters.hasPrefix("ln="), parameters.hasSuffix(",r=\(blockSize),p=1") else { return nil }
        return Int(parameters.dropFirst(3).prefix(while: { $0 != "," })).flatMap { (1...20).contains($0) ? $0 : nil }
    }

    private static func derive(_ password: String, costLog2: Int, salt: [UInt8]) throws -> [UInt8] {
        // The same text typed on two keyboards may be composed differently (RFC 8265 OpaqueString asks for NFC).
        let text = Array(password.precomposedStringWithCanonicalMapping.utf8)
        let key = try KDF.Scrypt.deriveKey(
            from: text, salt: salt, outputByteCount: hashBytes, rounds: 1 << costLog2, blockSize: blockSize, parallelism: 1)
        return key.withUnsafeBytes { [UInt8]($0) }
    }
}
