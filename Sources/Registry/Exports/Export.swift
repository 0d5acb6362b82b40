package enum Export {}
package typealias ExportID = Identifier<Export>

/// What is taken out of the installation as a file.
package enum ExportKind: String, CaseIterable, Codable, Sendable {
    case cards
    case trail

    /// What whoever asks for it, approves it and fetches it must be allowed to read.
    package var permission: Permission { self == .cards ? .cardRead : .trailRead }
}

/// Where an export stands.
package enum ExportState: String, CaseIterable, Codable, Sendable {
    /// Waits for a second person.
    case asked
    case refused
    /// The file is being made.
    case approved
    /// The file can be fetched by whoever asked for it.
    case ready
    case failed
    /// Its time is over: the file's key is destroyed.
    case lapsed
}

package enum ExportVerdict: String, CaseIterable, Codable, Sendable {
    case approve
    case refuse
}

/// What an export shows of each row. A card's reference and an entry's id stand first in any case.
package enum ExportColumn: String, CaseIterable, Codable, Sendable {
    case iccid, msisdn, imsi, eid, carrier, product, province
    case realName = "real-name"
    case service, stops, batch, holder, recorded
    case number, at, action, actor, purpose, leaf, entry

    package static func all(of kind: ExportKind) -> [ExportColumn] {
        switch kind {
        case .cards: [.iccid, .msisdn, .imsi, .eid, .carrier, .product, .province, .realName, .service, .stops, .batch, .holder, .recorded]
        case .trail: [.number, .at, .action, .actor, .purpose, .leaf, .entry]
        }
    }

    /// What is shown where nobody chooses.
    package static func usual(of kind: ExportKind) -> [ExportColumn] {
        switch kind {
        case .cards: [.iccid, .msisdn, .carrier, .product, .realName, .service, .batch]
        case .trail: [.number, .at, .action, .actor, .purpose, .leaf]
        }
    }
}
