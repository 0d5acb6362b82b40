/// What a card's custodian is to it.
package enum CustodyStanding: String, CaseIterable, Sendable {
    /// In the operating company's own hands.
    case stock
    /// An agent says it has the card; nobody has confirmed it.
    case claimed
    /// Handed to the agent or hall by an act on record.
    case allocated
    /// A claim that was wrong, taken out by the operating company: the entry stays, its numbers are free for the card's right data.
    case withdrawn
}

package enum CustodyActKind: String, CaseIterable, Sendable {
    case intake, claim, allocate, recall, withdraw
}

package enum CustodyAct {}
package typealias CustodyActID = Identifier<CustodyAct>

/// Who has a card: an organisation, its place in the tree, and in what standing.
package struct Custodian: Hashable, Sendable {
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let standing: CustodyStanding

    package init(organisation: OrganisationID, path: OrganisationPath, standing: CustodyStanding) {
        self.organisation = organisation
        self.path = path
        self.standing = standing
    }
}

/// An organisation as custody sees it.
package struct CustodySeat: Hashable, Sendable {
    package let organisation: OrganisationID
    package let path: OrganisationPath
    package let kind: OrganisationKind
    package let status: OrganisationStatus

    package init(organisation: OrganisationID, path: OrganisationPath, kind: OrganisationKind, status: OrganisationStatus) {
        self.organisation = organisation
        self.path = path
        self.kind = kind
        self.status = status
    }
}

/// The rules of handing cards on (划拨) and taking them back (回收).
package enum CustodyRules {
    package enum Judgement: Hashable, Sendable {
        case moves
        /// It is where it shall be; nothing changes.
        case alreadyThere
        case refused(CustodyObstacle)
    }

    /// May the act be tried at all?
    package static func demand(_ kind: CustodyActKind, from actor: CustodySeat, to target: CustodySeat) throws(Refusal) {
        guard kind == .allocate else { return }
        guard actor.path.contains(target.path), actor.path != target.path else { throw .notFound }
        guard target.kind == .agent || target.kind == .hall else { throw .custodyTargetKind }
        guard target.status == .active else { throw .custodyTargetInactive }
    }

    /// What `allocate` by `actor` to `target` does with a card that `holder` has.
    ///
    /// One hands on what one holds. The operating company also confirms a claim, by allocating the card to who claims it.
    package static func allocate(by actor: CustodySeat, to target: CustodySeat, heldBy holder: Custodian) -> Judgement {
        if holder.organisation == target.organisation {
            guard holder.standing == .claimed else { return .alreadyThere }
            return actor.kind == .operatingCompany ? .moves : .refused(.claimed)
        }
        if holder.standing == .claimed { return .refused(.claimed) }
        if holder.standing == .withdrawn { return .refused(.withdrawn) }
        return holder.organisation == actor.organisation ? .moves : .refused(.inOtherHands)
    }

    /// What `recall` by `actor` does with a card that `holder` has. A claim is only the operating company's to undo.
    package static func recall(by actor: CustodySeat, heldBy holder: Custodian) -> Judgement {
        if holder.standing == .withdrawn { return .refused(.withdrawn) }
        if holder.organisation == actor.organisation { return .alreadyThere }
        guard actor.path.contains(holder.path) else { return .refused(.inOtherHands) }
        if holder.standing == .claimed, actor.kind != .operatingCompany { return .refused(.claimed) }
        return .moves
    }
}

extension CustodyRules {
    /// What `withdraw` by `actor` does with a card that `holder` has: only a claim is withdrawn, and only by the operating company.
    package static func withdraw(by actor: CustodySeat, heldBy holder: Custodian) -> Judgement {
        switch holder.standing {
        case .withdrawn: .alreadyThere
        case .claimed: actor.kind == .operatingCompany ? .moves : .refused(.claimed)
        case .stock, .allocated: .refused(.notClaimed)
        }
    }
}

/// Why a card does not move.
package enum CustodyObstacle: String, CaseIterable, Sendable {
    case inOtherHands = "card-in-other-hands"
    case claimed = "card-claimed"
    case notClaimed = "card-not-claimed"
    case registered = "card-registered"
    case withdrawn = "card-withdrawn"
    case notFound = "card-not-found"

    package var refusal: Refusal {
        switch self {
        case .inOtherHands:
            Refusal(
                rawValue, .conflict, house: .hands, en: "The card is not in your own hands.", zh: "该卡不在您名下。",
                mend: LocalText(en: "Recall it first, or leave it out.", zh: "请先回收，或从清单中去除。"))
        case .claimed:
            Refusal(
                rawValue, .conflict, house: .hands, en: "The card is claimed and not yet confirmed.", zh: "该卡为申领状态，尚未确认。",
                mend: LocalText(en: "The operating company allocates it to who claims it, or recalls it.", zh: "由运营公司划拨给申领方予以确认，或回收。"))
        case .notClaimed:
            Refusal(
                rawValue, .conflict, house: .hands, en: "The card is no unconfirmed claim.", zh: "该卡不是待确认的申领卡。",
                mend: LocalText(en: "Only a claim is withdrawn; recall the card otherwise.", zh: "只能撤销申领；其他情况请办理回收。"))
        case .registered:
            Refusal(
                rawValue, .conflict, requirements: ["R-25-14"], en: "Somebody answers for the card.", zh: "该卡已登记。",
                mend: LocalText(en: "End its registration first.", zh: "请先终止登记。"))
        case .withdrawn:
            Refusal(
                rawValue, .conflict, house: .hands, en: "The claim of this card was withdrawn.", zh: "该卡的申领已撤销。",
                mend: LocalText(en: "Take the card in with its right data.", zh: "请以正确资料重新入库。"))
        case .notFound:
            Refusal(
                rawValue, .notFound, house: .scope, en: "There is no such card within your scope.", zh: "在您的权限范围内没有该卡。",
                mend: LocalText(en: "Check the number.", zh: "请核对号码。"))
        }
    }
}

extension Refusal {
    package static let custodyTargetKind = Refusal(
        "custody-target-kind", .invalid, house: .names, en: "Cards are allocated to agents and halls only.", zh: "只能划拨给代理商或营业厅。",
        mend: LocalText(en: "Name an agent or a hall.", zh: "请选择代理商或营业厅。"))

    package static let custodyTargetInactive = Refusal(
        "custody-target-inactive", .conflict, requirements: ["R-AF-01"], en: "This organisation is suspended or ended.",
        zh: "该机构已暂停或终止。", mend: LocalText(en: "Name an active one.", zh: "请选择正常状态的机构。"))

    package static let custodyNothing = Refusal(
        "custody-nothing-selected", .invalid, house: .choice, en: "The selection holds no card that would move.", zh: "所选范围内没有需要变更的卡。",
        mend: LocalText(en: "Check the batch, range or list.", zh: "请核对批次、号段或清单。"))

    /// Nothing was moved; the details say how many cards stand in the way, and why.
    package static func custodyRefused(_ details: [Refusal]) -> Refusal {
        Refusal(
            "cards-not-movable", .conflict, house: .hands, en: "Some of the cards cannot be moved; nothing was changed.",
            zh: "部分卡无法变更，未作任何修改。",
            mend: LocalText(en: "Leave those cards out, or ask to move the others only.", zh: "请去除这些卡，或选择仅处理其余的卡。")
        ).with(details: details)
    }
}
