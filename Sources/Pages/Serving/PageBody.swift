/// How the body of a page's request comes, if one is taken.
package enum PageBody: Sendable {
    case none
    /// `application/x-www-form-urlencoded`, or multipart of a few fields.
    case form
    /// Multipart with a file that is held in memory.
    case upload
    /// JSON of a page's own script; its form token stands in a header.
    case script
}
