import Registry
import Synchronization
import UseCases

/// Pages that are followed live hold a connection open; so they are counted, of the server and of each sign-in.
final class LivePlaces: Sendable {
    static let mostOfServer = 100
    /// A browser opens six connections to a server, and needs some for its pages.
    static let mostOfSession = 3

    private let taken = Mutex<[SessionID: Int]>([:])

    /// Gives itself back once nobody holds it: also where the reader was gone before the stream began.
    final class Place: Sendable {
        private let session: SessionID
        private let places: LivePlaces

        fileprivate init(_ session: SessionID, in places: LivePlaces) {
            self.session = session
            self.places = places
        }

        deinit { places.give(back: session) }
    }

    /// Throws `live-places-taken`.
    func take(for session: SessionID) throws(Refusal) -> Place {
        let isFree = taken.withLock { taken in
            let own = taken[session, default: 0]
            guard own < Self.mostOfSession, taken.values.reduce(0, +) < Self.mostOfServer else { return false }
            taken[session] = own + 1
            return true
        }
        guard isFree else { throw .livePlacesTaken }
        return Place(session, in: self)
    }

    private func give(back session: SessionID) {
        taken.withLock { taken in
            let left = taken[session, default: 1] - 1
            taken[session] = left > 0 ? left : nil
        }
    }
}

extension Refusal {
    static let livePlacesTaken = Refusal(
        "live-places-taken", .tooMany, house: .limits, en: "Too many pages are being followed live.", zh: "实时刷新的页面过多。",
        mend: LocalText(en: "Close other tabs, or load the page again from time to time.", zh: "请关闭其他标签页，或手动刷新本页。"),
        retryAfterSeconds: 30)
}
