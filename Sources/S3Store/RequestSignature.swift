import Crypto
import Foundation
import Ledger

/// A request as it is signed: path and query not yet encoded.
struct SignedRequest {
    let method: String
    /// From `/` on, as the object is called; encoded here once, as S3 wants it.
    let path: String
    var query: [(name: String, value: String)] = []
    /// All of them are signed. `host` must be among them.
    var headers: [(name: String, value: String)]
    /// SHA-256 of the body, hexadecimal.
    let payloadHash: String
}

/// AWS Signature Version 4 in the `Authorization` header (AWS General Reference, "Create a signed AWS API request").
struct RequestSignature {
    let credentials: S3Credentials
    let region: String
    let service: String
    /// `yyyyMMdd'T'HHmmss'Z'`
    let time: String

    private var day: String { String(time.prefix(8)) }
    private var scope: String { "\(day)/\(region)/\(service)/aws4_request" }

    func authorization(of request: SignedRequest) -> String {
        "AWS4-HMAC-SHA256 Credential=\(credentials.accessKeyID)/\(scope),SignedHeaders=\(Self.names(of: request)),"
            + "Signature=\(signature(of: request))"
    }

    func signature(of request: SignedRequest) -> String {
        let hash = SHA256.hash(data: Data(Self.canonical(request).utf8))
        let text = "AWS4-HMAC-SHA256\n\(time)\n\(scope)\n\(Hex.text(hash))"
        return Hex.text(Self.mac(text, under: signingKey))
    }

    private var signingKey: SymmetricKey {
        [region, service, "aws4_request"].reduce(
            Self.key(Self.mac(day, under: SymmetricKey(data: Data("AWS4\(credentials.secretAccessKey)".utf8))))
        ) {
            Self.key(Self.mac($1, under: $0))
        }
    }

    private static func mac(_ text: String, under key: SymmetricKey) -> HMAC<SHA256>.MAC {
        HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: key)
    }

    private static func key(_ mac: HMAC<SHA256>.MAC) -> SymmetricKey { SymmetricKey(data: Data(mac)) }

    // MARK: The canonical request

    static func canonical(_ request: SignedRequest) -> String {
        let headers = sorted(request).map { "\($0.name):\($0.value)\n" }.joined()
        return [
            request.method, PercentEncoding.path(request.path), PercentEncoding.query(request.query), headers, names(of: request),
            request.payloadHash,
        ].joined(separator: "\n")
    }

    private static func names(of request: SignedRequest) -> String { sorted(request).map(\.name).joined(separator: ";") }

    private static func sorted(_ request: SignedRequest) -> [(name: String, value: String)] {
        request.headers.map { (name: $0.name.lowercased(), value: trimmed($0.value)) }.sorted { $0.name < $1.name }
    }

    /// Without spaces around, and runs of them as one.
    private static func trimmed(_ value: String) -> String {
        value.split(separator: " ", omittingEmptySubsequences: true).joined(separator: " ")
    }
}

/// `A-Z a-z 0-9 - _ . ~` stay, everything else is `%XX` (RFC 3986, as AWS asks).
enum PercentEncoding {
    static func path(_ path: String) -> String { encoded(path, keeps: UInt8(ascii: "/")) }

    /// Sorted by encoded name, then value.
    static func query(_ parameters: [(name: String, value: String)]) -> String {
        parameters.map { (encoded($0.name), encoded($0.value)) }.sorted { $0 < $1 }.map { "\($0.0)=\($0.1)" }.joined(separator: "&")
    }

    static func encoded(_ text: String, keeps kept: UInt8? = nil) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "~"):
                bytes.append(byte)
            case kept: bytes.append(byte)
            default: bytes += Array("%\(Hex.text([byte]).uppercased())".utf8)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The text of an encoded one; nil when it is malformed.
    static func decoded(_ text: String) -> String? { text.replacing("+", with: " ").removingPercentEncoding }
}
