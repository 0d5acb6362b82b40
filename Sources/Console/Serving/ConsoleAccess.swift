import Pages

/// What a page of the console demands before its work begins.
struct ConsoleAccess: Sendable {
    enum Seat: Sendable {
        case nobody
        /// Signed in, be it without the second factor the role demands.
        case incomplete
        case complete
    }

    let seat: Seat
    let body: PageBody
    /// Whether the body is a large file, which takes its time.
    var streams = false
    /// Counted against the address whoever asks: passwords and tokens are tried here.
    var countsAddress = false

    static let open = ConsoleAccess(seat: .nobody, body: .none)
    static let openForm = ConsoleAccess(seat: .nobody, body: .form)
    static let strangerForm = ConsoleAccess(seat: .nobody, body: .form, countsAddress: true)
    static let incomplete = ConsoleAccess(seat: .incomplete, body: .none)
    static let incompleteForm = ConsoleAccess(seat: .incomplete, body: .form)
    static let signedIn = ConsoleAccess(seat: .complete, body: .none)
    static let signedInForm = ConsoleAccess(seat: .complete, body: .form)
    static let signedInUpload = ConsoleAccess(seat: .complete, body: .upload, streams: true)
    /// A long form, whose page is shown again with what was typed also where the form is not of it (`ConsoleVisit.formFault`).
    static let signedInPapers = ConsoleAccess(seat: .complete, body: .papers, streams: true)
    /// The page reads its body itself, as it comes.
    static let signedInTransfer = ConsoleAccess(seat: .complete, body: .none, streams: true)
}
