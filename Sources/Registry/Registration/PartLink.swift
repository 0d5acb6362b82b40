import Numbers

package enum PartLink {}
package typealias PartLinkID = Identifier<PartLink>

/// Who came in by the link to one person's part of a unit's application. It has no account; the link's own key stands in an account's place.
package struct PartSeat: Hashable, Sendable {
    package let link: PartLinkID
    package let application: ApplicationID
    package let role: PartyRole
    /// The organisation whose application it is, and its place in the tree.
    package let organisation: OrganisationID
    package let path: OrganisationPath
    /// The keyed hash of the device whose token was shown; nil where the device shows its secret with each request, as a browser does.
    package let device: [UInt8]?

    package init(
        link: PartLinkID, application: ApplicationID, role: PartyRole, organisation: OrganisationID, path: OrganisationPath,
        device: [UInt8]? = nil
    ) {
        self.link = link
        self.application = application
        self.role = role
        self.organisation = organisation
        self.path = path
        self.device = device
    }

    /// The same, on the device of a token.
    package func on(_ device: [UInt8]) -> PartSeat {
        PartSeat(link: link, application: application, role: role, organisation: organisation, path: path, device: device)
    }

    package var account: AccountID { link.retyped() }
}

extension PartyRole {
    /// Who may complete his part of a unit's application himself.
    package static let withPart: [PartyRole] = [.handler, .responsiblePerson, .actualUser]

    /// Where the pictures of this person's document stand; empty for a unit.
    package var documentSlots: [EvidenceSlot] {
        switch self {
        case .unit: []
        case .handler: [.handlerIDFront, .handlerIDBack]
        case .responsiblePerson: [.responsiblePersonIDFront, .responsiblePersonIDBack]
        // No clause asks for the back.
        case .actualUser: [.actualUserIDFront]
        case .proxy: [.proxyIDFront, .proxyIDBack]
        case .holder: [.holderIDFront, .holderIDBack]
        case .guardian: [.guardianIDFront, .guardianIDBack]
        }
    }
}

extension EvidenceSlot {
    /// Whose document it shows a side of; nil for every other.
    package var documentOwner: PartyRole? { PartyRole.allCases.first { $0.documentSlots.contains(self) } }

    /// Whether it is the second side of somebody's document.
    package var isDocumentBack: Bool { documentOwner.map { $0.documentSlots.first != self } ?? false }
}

/// One person's part of a unit's application: his facts and the pictures of his document, judged as the whole is.
package struct ApplicationPart: Sendable {
    package let role: PartyRole
    /// What of the application's demands he meets.
    package let demands: [UnitPolicy.Demand]

    /// nil where the application has no such part: the role is none that completes one, or nobody has it.
    package init?(_ role: PartyRole, of content: ApplicationContent, in situation: UnitPolicy.Situation) {
        guard PartyRole.withPart.contains(role) else { return nil }
        let own = UnitPolicy.demands(in: situation).filter { demand in
            switch demand.need {
            case .party(let party): party == role
            case .evidence(let slot): slot.documentOwner == role
            // A department has no document.
            case .userOrDepartment: role == .actualUser && content.actualUser != nil
            case .authorisation, .use, .notice, .cards: false
            }
        }
        guard !own.isEmpty else { return nil }
        self.role = role
        demands = own
    }

    /// What handing in would refuse of it.
    ///
    /// - Parameter slots: in which a picture is.
    package func failures(_ facts: PartyFacts, slots: Set<EvidenceSlot>, today: CivilDate, warningDays: Int) -> [CheckOutcome] {
        let lacking = demands.compactMap { demand -> CheckOutcome? in
            guard case .evidence(let slot) = demand.need, !slots.contains(slot) else { return nil }
            return .lacking(demand)
        }
        let (_, findings) = PartyRules(today: today, warningDays: warningDays).judge(facts, as: role)
        return findings.filter { $0.verdict == .failed } + lacking
    }
}
