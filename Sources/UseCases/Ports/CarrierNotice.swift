import Registry

/// What came to a connection's door of its own accord, as it came. It may hold a person's data in clear: it is sealed at once, never
/// logged, and never believed. It is a reason to ask the carrier.
package struct CarrierNotice: Sendable, Unshown {
    /// The three headers of Standard Webhooks.
    package struct Signature: Hashable, Sendable {
        package let id: String
        package let timestamp: String
        package let signatures: String

        package init(id: String, timestamp: String, signatures: String) {
            self.id = id
            self.timestamp = timestamp
            self.signatures = signatures
        }
    }

    /// The last part of the address it was sent to, where the carrier does not sign.
    package let word: String?
    package let signature: Signature?
    package let body: [UInt8]

    package static let bytesMax = 64 << 10

    package init(word: String?, signature: Signature?, body: [UInt8]) {
        self.word = word
        self.signature = signature
        self.body = body
    }
}

/// Whether a notice is the carrier's.
package enum CarrierNoticeVerdict: Hashable, Sendable {
    /// - Parameter mark: the same for the same notice sent again.
    case authentic(mark: String)
    case refused
    /// The connection takes none.
    case absent
}
