import Registry
import SQLCore

/// The organisations on a path, from the operating company down.
package enum OrganisationChain {
    package static func read(
        of path: OrganisationPath, in session: any Session
    ) throws -> [(id: OrganisationID, name: String)] {
        try session.all("SELECT id, name FROM organisation WHERE path IN \(SQLText.list(path.prefixes)) ORDER BY path") {
            (try $0.identifier(0), $0.text(1))
        }
    }
}
