import Pages

/// What a page demands before its work begins.
struct PageAccess: Sendable {
    /// Whose pages they are: their links, cookies and form tokens are kept apart.
    enum Family: Sendable {
        /// Of a person at the entrance of a card.
        case card
        /// Of a person at his part of a unit's application.
        case part
    }

    let needsSeat: Bool
    let body: PageBody
    /// Counted against the address even where a seat is there: whoever opens links may be guessing.
    let countsAddress: Bool
    var family = Family.card

    /// Read by anybody.
    static let open = PageAccess(needsSeat: false, body: .none, countsAddress: false)
    /// Opens something by a secret in the address.
    static let stranger = PageAccess(needsSeat: false, body: .none, countsAddress: true)
    /// Tries a code.
    static let form = PageAccess(needsSeat: false, body: .form, countsAddress: true)
    /// A file of whoever comes.
    static let openUpload = PageAccess(needsSeat: false, body: .upload, countsAddress: true)
    static let openForm = PageAccess(needsSeat: false, body: .form, countsAddress: false)
    static let seat = PageAccess(needsSeat: true, body: .none, countsAddress: false)
    static let seatForm = PageAccess(needsSeat: true, body: .form, countsAddress: false)
    static let seatUpload = PageAccess(needsSeat: true, body: .upload, countsAddress: false)
    static let seatScript = PageAccess(needsSeat: true, body: .script, countsAddress: false)
    static let partStranger = PageAccess(needsSeat: false, body: .none, countsAddress: true, family: .part)
    static let partOpenForm = PageAccess(needsSeat: false, body: .form, countsAddress: false, family: .part)
    static let part = PageAccess(needsSeat: true, body: .none, countsAddress: false, family: .part)
    static let partForm = PageAccess(needsSeat: true, body: .form, countsAddress: false, family: .part)
    static let partUpload = PageAccess(needsSeat: true, body: .upload, countsAddress: false, family: .part)
}
