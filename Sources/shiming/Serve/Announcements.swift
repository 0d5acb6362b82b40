import Foundation

/// What a starting server tells the people before it; never logged.
struct Announcements: Sendable {
    /// The address it listens at.
    var listening: @Sendable (String) -> Void
    /// The one-time token of the first administrator, while nobody has enrolled.
    var firstStart: @Sendable (String) -> Void

    static let printed = Announcements(
        listening: { address in
            print("Listening at \(address)")
            fflush(nil)
        },
        firstStart: { token in
            print("One-time token of the first administrator (accept it with `shiming enrol TOKEN`): \(token)")
            fflush(nil)
        })
}
