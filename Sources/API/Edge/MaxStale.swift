import HTTPTypes

/// How old an answer the caller accepts: `Cache-Control: max-stale=SECONDS` of a request (RFC 9111 section 5.2.1.2), bounded by its
/// `max-age` and taken back by `no-cache`. What cannot be read allows nothing.
enum MaxStale {
    /// The most that delta-seconds can say (RFC 9111 section 1.2.2); `max-stale` without a value means any age.
    private static let mostSeconds: Int64 = 2_147_483_648

    /// Nil: the answer must be of now.
    static func seconds(_ headers: HTTPFields) -> Int64? {
        var stale: Int64?
        var most = mostSeconds
        for directive in headers[values: .cacheControl].joined(separator: ",").split(separator: ",") {
            let parts = directive.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(trimmed)
            switch parts[0].lowercased() {
            case "max-stale":
                // Said twice, the stricter holds.
                guard let seconds = parts.count == 1 ? mostSeconds : deltaSeconds(parts[1]) else { return nil }
                stale = min(stale ?? seconds, seconds)
            case "max-age":
                guard parts.count == 2, let seconds = deltaSeconds(parts[1]) else { return nil }
                most = min(most, seconds)
            case "no-cache": return nil
            default: break
            }
        }
        return stale.map { min($0, most) }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var rest = text.drop { $0 == " " || $0 == "\t" }
        while let last = rest.last, last == " " || last == "\t" { rest.removeLast() }
        return rest
    }

    /// Digits, quoted or not; too many mean the most.
    private static func deltaSeconds(_ text: Substring) -> Int64? {
        let digits = text.count > 2 && text.first == "\"" && text.last == "\"" ? text.dropFirst().dropLast() : text
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return min(Int64(digits) ?? mostSeconds, mostSeconds)
    }
}
