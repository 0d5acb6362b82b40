/// Whether a carrier's interface does something, how many cards at once, and what is known about it.
package struct CarrierCapability: Hashable, Sendable {
    package enum Standing: String, CaseIterable, Sendable {
        case offered
        /// Its interface has no such call.
        case absent
        /// There is such a call, but its form is not public: offered once the connection's file says it.
        case notPublic = "not-public"
    }

    package let standing: Standing
    /// Cards in one call; 1 is one by one. 0 where it is not offered.
    package let cardsMax: Int
    /// What the reader should know, the facts' ids among it.
    package let note: LocalText

    package init(_ standing: Standing, cardsMax: Int = 0, en: String = "", zh: String = "") {
        self.standing = standing
        self.cardsMax = cardsMax
        note = LocalText(en: en, zh: zh)
    }

    /// The same call once somebody said what is not public.
    package func offered() -> CarrierCapability {
        CarrierCapability(.offered, cardsMax: max(1, cardsMax), en: note.en, zh: note.zh)
    }
}

/// What one connection can do, row by row; every operation has a row.
package struct CarrierCapabilities: Hashable, Sendable {
    private let rows: [CarrierOperation: CarrierCapability]

    package init(_ rows: [CarrierOperation: CarrierCapability]) { self.rows = rows }

    package subscript(operation: CarrierOperation) -> CarrierCapability { rows[operation] ?? CarrierCapability(.absent) }

    package func offers(_ operation: CarrierOperation) -> Bool { self[operation].standing == .offered }

    package func replacing(_ operation: CarrierOperation, with row: CarrierCapability) -> CarrierCapabilities {
        var rows = rows
        rows[operation] = row
        return CarrierCapabilities(rows)
    }
}
