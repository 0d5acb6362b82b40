import SQLCore

/// What must be done to a stretch of a table so that it holds what another store's holds.
package struct Stretch: Sendable {
    package private(set) var missing: [[SQLValue]] = []
    package private(set) var changed: [[SQLValue]] = []
    package private(set) var surplus: [CopiedTable.Key] = []

    package var isEqual: Bool { missing.isEmpty && changed.isEmpty && surplus.isEmpty }

    package init(_ table: CopiedTable, wanted: [[SQLValue]], found: [[SQLValue]]) {
        if found.isEmpty {
            missing = wanted
            return
        }
        if found == wanted { return }
        var there = Dictionary(found.map { (table.key(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
        for row in wanted {
            guard let known = there.removeValue(forKey: table.key(of: row)) else {
                missing.append(row)
                continue
            }
            if known != row { changed.append(row) }
        }
        surplus = Array(there.keys)
    }

    /// Throws `CopyRefusal.differs` where the target would have to change what is never changed.
    package func mend(_ table: CopiedTable, in session: any Session) throws {
        try Self.mend([(table, self)], in: session)
    }

    /// Several tables in the order of the schema: what names others goes before what it names, and comes after it.
    package static func mend(_ stretches: [(table: CopiedTable, stretch: Stretch)], in session: any Session) throws {
        for (table, stretch) in stretches.reversed() {
            if table.schema.isAppendOnly, !stretch.changed.isEmpty || !stretch.surplus.isEmpty { throw CopyRefusal.differs(table.name) }
            for key in stretch.surplus { try table.delete(key, in: session) }
        }
        for (table, stretch) in stretches {
            for row in stretch.changed { try table.update(row, in: session) }
            try table.append(table.schema.namesItself ? namedFirst(stretch.missing, table) : stretch.missing, in: session)
        }
    }

    /// Rows that others of the same table name come before them: those that name none of the rest first.
    private static func namedFirst(_ rows: [[SQLValue]], _ table: CopiedTable) -> [[SQLValue]] {
        var waiting = rows
        var ordered: [[SQLValue]] = []
        while !waiting.isEmpty {
            let keys = Set(waiting.compactMap { table.key(of: $0).first })
            let isFree = { (row: [SQLValue]) in
                row.enumerated().allSatisfy { place, value in table.schema.key.contains(place) || value == .null || !keys.contains(value) }
            }
            let free = waiting.filter(isFree)
            // Rows that name each other in a circle cannot be put in order; the engine says so.
            guard !free.isEmpty else { return ordered + waiting }
            ordered += free
            waiting.removeAll(where: isFree)
        }
        return ordered
    }
}

/// Why data cannot be copied.
package enum CopyRefusal: Error, Hashable, Sendable, CustomStringConvertible {
    /// The two are not at the schema of this program.
    case schema(String)
    /// The target holds another installation, or one that did not come from this source.
    case targetInUse
    /// The target has rows that never change and are other than the source's.
    case differs(String)
    /// Counts or digests are not equal at the end.
    case unequal(String)
    /// Another move from the same source began, or this one was given up.
    case overtaken
    /// So many files of cards, and of what cards used, are held or wait to be taken in: they lie in the folder of a server of the source.
    case filesWait(cards: Int, use: Int)
    case nothing

    package var description: String {
        switch self {
        case .schema(let which): "the \(which) is not at the schema of this program: start its server with this program once"
        case .targetInUse: "the target holds data that did not come from this source"
        case .differs(let table): "the target's \(table) has rows that never change and are not the source's"
        case .unequal(let table): "\(table) is not the same in both stores; the source may be written again"
        case .overtaken: "another move of the same source began, or somebody gave this one up; begin it again"
        case .filesWait(let cards, let use):
            "\(cards) files of cards and \(use) of use wait in the source, in its server's spool, which is in no copy: let them be taken in (confirm or cancel those that are held), then begin again; what is copied already is kept"
        case .nothing: "there is no installation in the source"
        }
    }
}
