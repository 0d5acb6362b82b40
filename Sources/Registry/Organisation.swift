/// A member of the tree: the operating company at the root, its agents in tiers, its halls, and enterprises that see their own cards.
package enum Organisation {}
package typealias OrganisationID = Identifier<Organisation>

package enum OrganisationKind: String, CaseIterable, Sendable {
    case operatingCompany = "operating-company"
    case agent
    case hall
    /// A unit's own seat: it sees the cards registered in its name, whichever agents sold them.
    case enterprise

    /// Which kinds may stand directly below.
    package var children: Set<OrganisationKind> {
        switch self {
        case .operatingCompany: [.agent, .hall, .enterprise]
        case .agent: [.agent, .enterprise]
        case .hall, .enterprise: []
        }
    }
}

package enum OrganisationStatus: String, CaseIterable, Sendable {
    case active
    /// Acts no more, is still seen.
    case suspended
    case ended
}

/// The place in the tree as text: `/1/7/`; a subtree is everything whose path begins with its root's.
package struct OrganisationPath: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    package init(_ text: String) {
        self.text = text
    }

    package static let root = OrganisationPath("/1/")

    package func child(_ number: Int64) -> OrganisationPath {
        OrganisationPath("\(text)\(number)/")
    }

    package func contains(_ other: OrganisationPath) -> Bool {
        other.text.hasPrefix(text)
    }

    /// The first text after every path of this subtree: `/` is followed by `0`.
    package var upperBound: String { text.dropLast() + "0" }

    package var description: String { text }
}

/// A carrier: one of the four, or a reseller by its own code.
package struct Carrier: Hashable, Sendable, CustomStringConvertible {
    package let code: String

    /// Lower-case letters, digits and hyphens, 2 to 32; otherwise nil.
    package init?(_ code: String) {
        let allowed = code.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard allowed, (2...32).contains(code.utf8.count), code.first != "-" else { return nil }
        self.code = code
    }

    private init(known code: String) {
        self.code = code
    }

    package static let mobile = Carrier(known: "mobile")
    package static let telecom = Carrier(known: "telecom")
    package static let unicom = Carrier(known: "unicom")
    package static let broadnet = Carrier(known: "broadnet")

    /// The four, as a form offers them.
    package static let usual: [Carrier] = [.mobile, .telecom, .unicom, .broadnet]

    package var description: String { code }
}
