import Foundation

/// Where the objects are: bucket, prefix, and how the service is reached.
package struct S3Place: Hashable, Sendable {
    /// Whether the bucket stands in the path or in the name of the host.
    package enum Addressing: String, Sendable, CaseIterable {
        case path
        case host
    }

    package let bucket: String
    /// Without slashes at its ends; empty for none.
    package let prefix: String
    package let region: String
    package let addressing: Addressing
    /// PEM file of the authority to trust in place of the system's.
    package let authority: String?
    private let scheme: String
    private let serviceHost: String

    /// - Parameters:
    ///   - location: `s3://bucket` or `s3://bucket/prefix`.
    ///   - endpoint: `https://host[:port]`; nil for AWS's own in that region. Plain HTTP only on the own machine.
    ///   - addressing: nil for what is usual: the host's name at AWS, the path elsewhere.
    /// Throws `S3PlaceRefusal`.
    package init(
        _ location: String, endpoint: String? = nil, region: String = "us-east-1", addressing: Addressing? = nil, authority: String? = nil
    ) throws(S3PlaceRefusal) {
        guard location.hasPrefix("s3://") else { throw .location(location) }
        let parts = location.dropFirst(5).split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard let bucket = parts.first, Self.isBucket(bucket) else { throw .bucket }
        let folders = parts.dropFirst().filter { !$0.isEmpty }
        guard folders.allSatisfy(Self.isPlain) else { throw .location(location) }
        guard Self.isPlain(region) else { throw .region }
        let address = endpoint ?? "https://s3.\(region).amazonaws.com"
        guard let components = URLComponents(string: address), let scheme = components.scheme, let host = components.host, !host.isEmpty,
            components.path.isEmpty || components.path == "/", components.query == nil, components.user == nil,
            scheme == "https" || scheme == "http"
        else { throw .endpoint(address) }
        guard scheme == "https" || Self.isOwnMachine(host) else { throw .plain(address) }
        self.bucket = bucket
        prefix = folders.joined(separator: "/")
        self.region = region
        self.addressing = addressing ?? (endpoint == nil ? .host : .path)
        self.authority = authority
        self.scheme = scheme
        let bracketed = host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host
        serviceHost = components.port.map { "\(bracketed):\($0)" } ?? bracketed
    }

    /// As it goes into the `Host` header.
    var host: String { addressing == .host ? "\(bucket).\(serviceHost)" : serviceHost }
    var origin: String { "\(scheme)://\(host)" }

    /// The path of an object, or of the bucket itself.
    func path(of location: String?) -> String {
        let root = addressing == .path ? "/\(bucket)" : ""
        guard let location else { return root.isEmpty ? "/" : root }
        return "\(root)/\(key(of: location))"
    }

    func key(of location: String) -> String { prefix.isEmpty ? location : "\(prefix)/\(location)" }

    /// What `key(of:)` made; nil for an object that is none of ours.
    func location(ofKey key: String) -> String? {
        if prefix.isEmpty { return key }
        return key.hasPrefix(prefix + "/") ? String(key.dropFirst(prefix.utf8.count + 1)) : nil
    }

    /// By its own names and addresses; a name may begin like an address and be anybody's.
    private static func isOwnMachine(_ host: String) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        let isLoopback = parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
        return isLoopback || ["localhost", "[::1]", "::1"].contains(host)
    }

    private static func isBucket(_ name: String) -> Bool {
        (3...63).contains(name.utf8.count)
            && name.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E }
    }

    private static func isPlain(_ name: String) -> Bool {
        !name.isEmpty && name != "." && name != ".."
            && name.utf8.allSatisfy {
                (0x61...0x7A).contains($0) || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0)
            }
    }
}

package enum S3PlaceRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    case location(String)
    case bucket
    case region
    case endpoint(String)
    case plain(String)

    package var description: String {
        switch self {
        case .location(let text): "\(text) is not s3://bucket or s3://bucket/prefix"
        case .bucket: "a bucket's name has 3 to 63 of a-z, 0-9, hyphen and dot"
        case .region: "the region is not a plain word"
        case .endpoint(let text): "\(text) is not https://host or https://host:port"
        case .plain(let text): "\(text) is plain HTTP to another machine: use https"
        }
    }
}
