import Contract
import Foundation
import Ledger
import Registry
import UseCases
import Web

/// Where a page ended: the operation and the keys of its last row, base64url of canonical JSON. It opens nothing: the scope is asked
/// again on every page. Keys are identifiers, ordinals and times, never personal data.
enum Cursor {
    static func text(_ operation: Operation, _ keys: [String]) -> String {
        let value: JSONValue = .array(([operation.rawValue] + keys).map(JSONValue.string))
        let bytes = (try? value.canonicalBytes()) ?? []
        return Base64.urlText(bytes)
    }

    /// Throws `cursor-invalid` unless it was made for this operation with as many keys.
    static func keys(_ text: String, of operation: Operation, count: Int) throws(Refusal) -> [String] {
        let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
        let plain = text.replacingOccurrences(of: "-", with: "+").replacingOccurrences(of: "_", with: "/") + padding
        guard let bytes = Base64.bytes(plain), let value = try? JSONValue(parsing: bytes, limits: JSONLimits(size: 512, depth: 1)),
            let parts = value.arrayValue?.compactMap(\.stringValue), parts.count == count + 1, parts.first == operation.rawValue
        else { throw .cursorInvalid }
        return Array(parts.dropFirst())
    }
}

extension Call {
    /// The keys of the last row of the page before; nil on the first page.
    func cursorKeys(_ count: Int) throws(Refusal) -> [String]? {
        guard let text = query["cursor"] else { return nil }
        return try Cursor.keys(text, of: operation, count: count)
    }

    /// The usual cursor: the identifier of the last row.
    func cursorID<Noun>(_: Noun.Type = Noun.self) throws(Refusal) -> Identifier<Noun>? {
        guard let key = try cursorKeys(1)?.first else { return nil }
        guard let id = Identifier<Noun>(key) else { throw .cursorInvalid }
        return id
    }

    /// The usual cursor of rows with a number: that of the last row.
    func cursorNumber() throws(Refusal) -> Int64? {
        guard let key = try cursorKeys(1)?.first else { return nil }
        guard let number = Int64(key) else { throw .cursorInvalid }
        return number
    }

    /// A page: `rows` holds one more than `limit` when there is another page. `keys` names the keys of a row for the cursor.
    func page<Row, Item: Codable & Sendable & WireJSON>(
        _ rows: [Row], keys: (Row) -> [String], item: (Row) throws -> Item
    ) throws -> Answer {
        try page(rows.prefix(limit).map(item), next: rows.count > limit ? rows.prefix(limit).last.map(keys) : nil)
    }

    /// A page of a use case that knows itself where the next one begins.
    func page<Row: Sendable, Position: Sendable, Item: Codable & Sendable & WireJSON>(
        _ found: UseCases.Page<Row, Position>, keys: (Position) -> [String], item: (Row) throws -> Item
    ) throws -> Answer {
        try page(found.rows.map(item), next: found.next.map(keys))
    }

    private func page(_ items: [some Codable & Sendable & WireJSON], next: [String]?) throws -> Answer {
        guard let next else { return try .json(Contract.Page(items: items)) }
        let cursor = Cursor.text(operation, next)
        return try .json(Contract.Page(items: items, next: cursor)).linked(to: cursor, by: self)
    }

    fileprivate func nextAddress(_ cursor: String) -> String {
        var kept = query
        kept["cursor"] = cursor
        var components = URLComponents()
        components.path = path.reduce(operation.facts.path) { $0.replacingOccurrences(of: "{\($1.key)}", with: $1.value) }
        components.queryItems = kept.sorted { $0.key < $1.key }.map { URLQueryItem(name: $0.key, value: $0.value) }
        return components.string ?? operation.facts.path
    }
}

extension Answer {
    /// `Link` to the page that begins at `cursor`, while there is one.
    func linked(to cursor: String?, by call: Call) -> Answer {
        cursor.map { with(.link, "<\(call.nextAddress($0))>; rel=\"next\"") } ?? self
    }
}
