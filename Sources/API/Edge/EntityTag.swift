import HTTPTypes
import Registry

/// The version of what people edit, as `ETag` and `If-Match` (RFC 9110 section 8.8.3): a strong tag, `"3"`.
enum EntityTag {
    static func text(_ version: Int64) -> String { "\"\(version)\"" }

    static func version(_ text: String) -> Int64? {
        guard text.utf8.count >= 3, text.hasPrefix("\""), text.hasSuffix("\"") else { return nil }
        return Int64(text.dropFirst().dropLast())
    }
}

extension Call {
    /// The version the caller read. Throws `if-match-missing`, or `changed-meanwhile` for a tag that is none of ours.
    func expectedVersion() throws(Refusal) -> Int64 {
        guard let header = headers[.ifMatch] else { throw .versionMissing }
        guard let version = EntityTag.version(header) else { throw .stale }
        return version
    }
}
