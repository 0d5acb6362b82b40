import Foundation

/// A page of a listing (`ListObjectsV2`, keys asked for in URL encoding, so that no markup can stand in them).
struct S3Listing: Hashable {
    let keys: [String]
    /// Where the next page begins; nil on the last.
    let next: String?

    /// Nil when the answer is not such a page.
    init?(_ body: [UInt8]) {
        let text = String(decoding: body, as: UTF8.self)
        guard text.contains("<ListBucketResult") else { return nil }
        keys = Self.values(of: "Key", in: text).compactMap(PercentEncoding.decoded)
        if Self.values(of: "IsTruncated", in: text).first == "true" {
            guard let token = Self.values(of: "NextContinuationToken", in: text).first else { return nil }
            next = token
        } else {
            next = nil
        }
    }

    /// What stands between the tags of this name; these elements hold text only.
    static func values(of name: String, in text: String) -> [String] {
        text.components(separatedBy: "<\(name)>").dropFirst().compactMap { part in
            part.range(of: "</\(name)>").map { unescaped(String(part[..<$0.lowerBound])) }
        }
    }

    private static func unescaped(_ text: String) -> String {
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#34;", "\""), ("&#39;", "'"), ("&amp;", "&")].reduce(text) {
            $0.replacingOccurrences(of: $1.0, with: $1.1)
        }
    }
}
