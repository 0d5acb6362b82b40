/// How the body of a page's request comes, if one is taken.
package enum PageBody: Sendable {
    case none
    /// `application/x-www-form-urlencoded`, or multipart of a few fields.
    case form
    /// Multipart with a file that is held in memory.
    case upload
    /// Multipart of a long form with several files, each held in memory up to the most that a file may have; of a larger one only that it
    /// was, so that what was typed beside it is not lost.
    case papers
    /// JSON of a page's own script; its form token stands in a header.
    case script
}
