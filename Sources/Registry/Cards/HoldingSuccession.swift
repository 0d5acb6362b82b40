/// Who answers for one card from when: the links of its holding.
///
/// At any time that link counts which begins last up to then; of links that begin at the same instant the one that was recorded last.
/// So what was planned for a later day stays as planned when something else is decided for a day before it.
package struct HoldingSuccession: Hashable, Sendable {
    package struct Link: Hashable, Sendable {
        /// In the order of recording, from 0.
        package let ordinal: Int64
        /// nil: nobody answers from then on.
        package let registration: RegistrationID?
        package let effectiveFrom: Instant

        package init(ordinal: Int64, registration: RegistrationID?, effectiveFrom: Instant) {
            self.ordinal = ordinal
            self.registration = registration
            self.effectiveFrom = effectiveFrom
        }
    }

    /// A time in which one registration answers; without an end when nothing follows.
    package struct Stretch: Hashable, Sendable {
        package let from: Instant
        package let until: Instant?
    }

    /// In the order of recording.
    private var links: [Link] = []

    package init(_ links: [Link] = []) {
        self.links = links
    }

    package mutating func append(_ link: Link) { links.append(link) }

    package var nextOrdinal: Int64 { (links.last?.ordinal ?? -1) + 1 }

    /// Registrations that answer at `instant` or, as things stand, at any time after it.
    package func holders(from instant: Instant) -> Set<RegistrationID> {
        Set(stretches.filter { $0.stretch.until.map { instant < $0 } ?? true }.compactMap(\.registration))
    }

    /// When the registration answers from `instant` on, the oldest first.
    package func stretches(of registration: RegistrationID, from instant: Instant) -> [Stretch] {
        stretches.filter { $0.registration == registration }.compactMap { _, stretch in
            let from = max(stretch.from, instant)
            if let until = stretch.until, until <= from { return nil }
            return Stretch(from: from, until: stretch.until)
        }
    }

    /// When the registration that answers at `instant` ceases to; nil when it does not, or none answers.
    package func end(at instant: Instant) -> Instant? {
        let stretches = stretches
        guard let place = stretches.lastIndex(where: { $0.stretch.from <= instant }), let holder = stretches[place].registration else {
            return nil
        }
        return stretches[place...].first { $0.registration != holder }?.stretch.from
    }

    private var stretches: [(registration: RegistrationID?, stretch: Stretch)] {
        guard !links.isEmpty else { return [] }
        var counting: [Link] = []
        for link in links.sorted(by: { ($0.effectiveFrom, $0.ordinal) < ($1.effectiveFrom, $1.ordinal) }) {
            if counting.last?.effectiveFrom == link.effectiveFrom { counting.removeLast() }
            counting.append(link)
        }
        return counting.indices.map { place in
            let next = place + 1 < counting.count ? counting[place + 1].effectiveFrom : nil
            return (counting[place].registration, Stretch(from: counting[place].effectiveFrom, until: next))
        }
    }
}
