import Ledger

/// A page of a list; `next` is the cursor of the next one.
package struct Page<Item: Codable & Sendable>: Codable, Sendable {
    package var items: [Item]
    package var next: String?

    package init(items: [Item], next: String? = nil) {
        self.items = items
        self.next = next
    }
}

extension Page: WireJSON where Item: WireJSON {
    package init(json: JSONValue) throws(WireMismatch) {
        self.init(items: try json.member("items"), next: try json.memberIfAny("next"))
    }

    package func write(to writer: inout CanonicalJSONWriter) throws(JSONRefusal) {
        writer.beginObject()
        try writer.member("items", items)
        try writer.memberIfAny("next", next)
        writer.endObject()
    }
}
