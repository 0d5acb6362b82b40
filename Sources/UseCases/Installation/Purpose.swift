import Numbers
import Records
import Registry
import SQLCore

/// Why somebody reveals or reads: it stands on the trail in clear.
enum Purpose {
    private static let bounds = TextBounds(4...200)

    /// 4 to 200 characters, not just blanks, and no number of a person in it.
    static func demand(_ purpose: String, today: CivilDate, at pointer: String = "/purpose") throws(Refusal) {
        guard bounds.admit(purpose), !purpose.allSatisfy(\.isWhitespace) else { throw .purposeNeeded.at(pointer) }
        try OpenText(today: today).demand(purpose, at: pointer)
    }
}

extension Act {
    /// Text that stands in clear, or that others are shown, must not name the persons it is about.
    func demandOpen(_ text: String?, at pointer: String, names: [String]) throws {
        try OpenText(today: CivilDate(shanghai: now), names: names).demand(text, at: pointer)
    }

    /// Names of the persons behind these identity versions.
    func personNames(_ identities: [IdentityVersionID], yielded: YieldedKeys = YieldedKeys()) throws -> [String] {
        try installation.personNames(identities, yielded: yielded, in: session)
    }
}

extension Installation {
    /// Names of the persons behind these identity versions.
    func personNames(
        _ identities: [IdentityVersionID], yielded: YieldedKeys = YieldedKeys(), in session: any Session
    ) throws -> [String] {
        try identities.compactMap { id in
            try PartyRecords.identity(id, in: session).flatMap { stored in
                guard stored.documentType.subject == .person else { return nil }
                return try SealedIdentity.open(stored, vault: vault, yielded: yielded)?.name
            }
        }
    }

    /// Names of the persons who have a role in the registration at `now`.
    func personNames(
        of registration: RegistrationID, at now: Instant, yielded: YieldedKeys = YieldedKeys(), in session: any Session
    ) throws -> [String] {
        try personNames(
            RoleRecords.inForce(registration, at: now, asKnown: now, in: session).values.compactMap(\.identity), yielded: yielded,
            in: session)
    }
}
