import Registry

/// Something in the store that is not as the trail, the keys or its own references say. Names table and key, never personal data.
package struct StoreFinding: Hashable, Sendable, CustomStringConvertible {
    package enum Kind: String, CaseIterable, Sendable {
        /// An entry's text no longer hashes to its leaf.
        case entryChanged = "entry-changed"
        /// A number stands in the sequence, its entry is gone.
        case entryMissing = "entry-missing"
        /// An entry that is neither numbered nor waiting to be.
        case entryUnnumbered = "entry-unnumbered"
        /// An entry is not canonical JSON of the trail's form.
        case entryUnreadable = "entry-unreadable"
        /// An entry's columns or subjects say other than its text.
        case entryColumnsDiffer = "entry-columns-differ"
        /// A number is missing in the sequence.
        case numberGap = "number-gap"
        /// A recorded head is not the root over the leaves up to it.
        case headDiffers = "head-differs"
        /// A stored inner hash of the tree is not what the leaves give.
        case nodeDiffers = "node-differs"
        /// A row that an entry commits to has other values.
        case rowChanged = "row-changed"
        case rowMissing = "row-missing"
        /// A row that no entry commits to.
        case rowUncommitted = "row-uncommitted"
        /// Among the rows of a bulk act something was changed, taken away or added.
        case bulkDiffers = "bulk-differs"
        /// One of these rows of a bulk act was changed: `key` names the first and the last of at most sixteen.
        case rowAmongChanged = "row-among-changed"
        /// Of the rows of a bulk act, this one does not look like the others.
        case rowSuspected = "row-suspected"
        /// The key of something sealed does not exist.
        case keyMissing = "key-missing"
        /// A key that only custodians should open is wrapped here as well.
        case keyExposed = "key-exposed"
        /// Something sealed does not open.
        case sealedUnreadable = "sealed-unreadable"
        /// Evidence whose file is missing, damaged or not what was uploaded.
        case fileUnreadable = "file-unreadable"
        /// A piece in the store of evidence that no row wants.
        case fileOrphaned = "file-orphaned"
        /// A row points at one that does not exist.
        case referenceBroken = "reference-broken"
        /// A card has two custodians, or its custodian is not who the acts say.
        case custodyDiffers = "custody-differs"
    }

    package let kind: Kind
    package let table: String
    /// The row's key, its parts joined by `/`; blobs hexadecimal.
    package let key: String
    /// Number of the trail entry that says so, where one does and is numbered.
    package let entry: Int64?
    /// What was expected and what is there, without values.
    package let note: String

    package init(_ kind: Kind, table: String, key: String, entry: Int64? = nil, note: String = "") {
        self.kind = kind
        self.table = table
        self.key = key
        self.entry = entry
        self.note = note
    }

    package var description: String {
        var text = "\(kind.rawValue)\t\(table)\t\(key)"
        text += "\t\(entry.map { "entry \($0)" } ?? "-")"
        return note.isEmpty ? text : text + "\t\(note)"
    }
}

/// Gathers findings; keeps the first thousand and counts the rest, so that a ruined store does not fill the memory.
package final class StoreFindings {
    package static let keptMax = 1_000
    package private(set) var kept: [StoreFinding] = []
    package private(set) var count = 0

    package init() {}

    package func add(_ finding: StoreFinding) {
        count += 1
        if kept.count < Self.keptMax { kept.append(finding) }
    }

    package func add(_ kind: StoreFinding.Kind, _ table: String, _ key: String, entry: Int64? = nil, _ note: String = "") {
        add(StoreFinding(kind, table: table, key: key, entry: entry, note: note))
    }
}
