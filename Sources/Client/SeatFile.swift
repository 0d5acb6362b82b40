import Contract
import Foundation

/// A person's seat at a card's entrance, or at his part of a unit's application, as a device keeps it.
package struct SavedSeat: Codable, Hashable, Sendable {
    package var server: String
    package var token: String
    package var expiresAt: String
    /// The device's secret: by it what was begun is found again.
    package var device: String

    package init(_ opened: Wire.OpenedSeat, at server: ServerAddress) {
        self.server = server.text
        token = opened.token
        expiresAt = opened.expiresAt
        device = opened.device
    }

    package init(_ opened: Wire.OpenedPart, at server: ServerAddress) {
        self.server = server.text
        token = opened.token
        expiresAt = opened.expiresAt
        device = opened.device
    }
}

/// The file of one seat, beside the session's unless it is named; for its owner's eyes only.
package struct SeatFile: Sendable {
    package let path: String

    package init(path: String) {
        self.path = path
    }

    /// nil without a home.
    package static func usual(environment: [String: String]) -> SeatFile? { besideSession("seat.json", environment) }

    /// Where the part is kept that a person completes; nil without a home.
    package static func usualPart(environment: [String: String]) -> SeatFile? { besideSession("part.json", environment) }

    private static func besideSession(_ name: String, _ environment: [String: String]) -> SeatFile? {
        SessionFile.usual(environment: environment).map { session in
            SeatFile(path: (session.path as NSString).deletingLastPathComponent + "/" + name)
        }
    }

    /// nil where there is none.
    package func read() throws(ClientFailure) -> SavedSeat? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        do {
            return try JSONDecoder().decode(SavedSeat.self, from: data)
        } catch {
            throw .file(path: path, reason: "not a seat's file; name another, or remove it and come in again")
        }
    }

    package func keep(_ seat: SavedSeat) throws(ClientFailure) { try OwnersFile.replace(path, with: seat) }
}
