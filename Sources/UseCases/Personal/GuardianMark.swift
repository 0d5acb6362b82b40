import Ledger
import Numbers
import Records
import Registry
import Vault

/// Which guardian consented in a case, by the number of his document: tells him from every other, and nothing of him can be read in it (R-DP-06).
/// Marks of two cases cannot be compared.
struct GuardianMark: Sendable {
    private let application: ApplicationID
    /// A keyed hash of the number.
    private let document: String
    private let likeness: FactsLikeness

    /// As it stands in the sealed content.
    var text: String { "\(document)-\(likeness.text)" }

    /// Nil while no number of a document is there.
    init?(_ guardian: PartyFacts?, in application: ApplicationID, today: CivilDate, by search: SearchIndex) {
        guard let guardian, let number = Self.number(of: guardian, today: today) else { return nil }
        self.application = application
        document = Self.document(number, as: guardian.chosenDocument, in: application, today: today, by: search)
        likeness = FactsLikeness.of(guardian, under: document, for: .heardGuardian, today: today, by: search)
    }

    /// Nil for what is none.
    init?(_ text: String, in application: ApplicationID) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        self.application = application
        document = String(parts[0])
        likeness = FactsLikeness(text: String(parts[1]))
    }

    /// Whether somebody else is named now. The number decides: another name, another kind of document, or a slip of the hand in the number under the
    /// same name make him nobody else. What is no number names nobody, and is refused at its own place.
    func isAnother(_ guardian: PartyFacts?, today: CivilDate, by search: SearchIndex) -> Bool {
        guard let guardian, let number = Self.number(of: guardian, today: today) else { return false }
        let isSame = DocumentType.allCases.contains { type in
            Self.document(number, as: type, in: application, today: today, by: search) == document
        }
        return !isSame && !FactsLikeness.of(guardian, under: document, for: .heardGuardian, today: today, by: search).isSlip(of: likeness)
    }

    /// As it was typed; nil where it is none of a document of that kind.
    private static func number(of facts: PartyFacts, today: CivilDate) -> String? {
        facts.documentNumber.flatMap { PartyRules.registered($0, of: facts.chosenDocument, today: today) == nil ? nil : $0 }
    }

    private static func document(
        _ number: String, as type: DocumentType, in application: ApplicationID, today: CivilDate, by search: SearchIndex
    ) -> String {
        Hex.text(search.hash("guardian\n\(application)\n\(type.holderKey(number, today: today))", for: .heardGuardian))
    }
}

extension PersonalCase {
    /// Another guardian is named than the one who consented: he has said nothing yet (R-DP-06).
    var isGuardianAnother: Bool {
        guard isGuardianHeard, let application, let heard = content.guardianHeard,
            let mark = GuardianMark(heard, in: application.id)
        else { return false }
        return mark.isAnother(content.guardian, today: CivilDate(shanghai: now), by: installation.secrets.search)
    }

    /// Whose the guardian's consent is: who was named when it was given, or else is named first after it.
    func guardianHeard(in content: ApplicationContent) -> String? {
        guard content.guardianHeard == nil, isGuardianHeard else { return content.guardianHeard }
        return guardianMark(of: content)
    }

    /// Of the guardian who is named; nil while none is.
    func guardianMark(of content: ApplicationContent) -> String? {
        guard let application else { return nil }
        return GuardianMark(content.guardian, in: application.id, today: CivilDate(shanghai: now), by: installation.secrets.search)?.text
    }

    /// Whether one consented to the present notice, whoever he was.
    private var isGuardianHeard: Bool {
        consents.contains { $0.kind == .guardian && $0.isGiven && $0.version == installation.noticeVersion }
    }
}
