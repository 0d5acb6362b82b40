import Registry
import SQLCore

extension CustodyRecords {
    /// Makes the partition anew from the acts, which are the truth; `store check` compares it with what stood there.
    package static func rebuild(in session: any Session) throws {
        try session.run("DELETE FROM custody_current")
        let acts: [(CustodyActID, Custodian)] = try session.all(
            """
            SELECT a.id, a.to_organisation, o.path, a.standing FROM custody_act a JOIN organisation o ON o.id = a.to_organisation
            ORDER BY a.number
            """
        ) { row in
            (
                try row.identifier(0),
                Custodian(organisation: try row.identifier(1), path: row.path(2), standing: try row.raw(3))
            )
        }
        for (act, custodian) in acts {
            try place(cards(of: act, in: session), with: custodian, in: session)
        }
    }
}
