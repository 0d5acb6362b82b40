/// The members of a JSON object, each name once, in the order of RFC 8785 section 3.2.3.
package struct JSONObject: Hashable, Sendable {
    package struct Member: Hashable, Sendable {
        package let key: String
        package let value: JSONValue

        package init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }

        package static func == (left: Member, right: Member) -> Bool {
            left.key.utf8.elementsEqual(right.key.utf8) && left.value == right.value
        }

        package func hash(into hasher: inout Hasher) {
            key.utf8.forEach { hasher.combine($0) }
            hasher.combine(value)
        }
    }

    /// Sorted by name.
    package private(set) var members: [Member] = []

    package init() {}

    /// The members in any order; nothing when a name stands twice.
    package init?(members: [Member]) {
        let sorted =
            Self.isStrictlySorted(members) ? members : members.sorted { KeyOrder.precedes($0.key, $1.key) }
        guard Self.isStrictlySorted(sorted) else { return nil }
        self.members = sorted
    }

    /// Setting nothing takes the member away; a JSON null is `.null`.
    package subscript(key: String) -> JSONValue? {
        get {
            let place = place(of: key)
            return holds(key, at: place) ? members[place].value : nil
        }
        set {
            let place = place(of: key)
            let old = holds(key, at: place) ? place..<(place + 1) : place..<place
            members.replaceSubrange(old, with: newValue.map { [Member(key: key, value: $0)] } ?? [])
        }
    }

    private func holds(_ key: String, at place: Int) -> Bool {
        place < members.count && members[place].key.utf8.elementsEqual(key.utf8)
    }

    /// The first place whose name does not precede `key`.
    private func place(of key: String) -> Int {
        var low = 0
        var high = members.count
        while low < high {
            let middle = (low + high) / 2
            if KeyOrder.precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
        }
        return low
    }

    private static func isStrictlySorted(_ members: [Member]) -> Bool {
        zip(members, members.dropFirst()).allSatisfy { KeyOrder.precedes($0.key, $1.key) }
    }
}
