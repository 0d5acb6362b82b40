import Contract
import Foundation

/// What the server answered, when it did what was asked.
package struct Answer: Sendable {
    package let status: Int
    package let body: Data
    package let entityTag: String?
    package let mediaType: String?

    package func decode<Value: Decodable>(_: Value.Type = Value.self) throws(ClientFailure) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: body)
        } catch {
            throw .unreadable(status: status)
        }
    }
}
