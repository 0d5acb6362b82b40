import Numbers
import Records
import Registry
import SQLCore
import Vault

/// What staff see before they hand in for the person before them: the card, what it needs and why, what is missing or wrong still.
package struct InPersonOutlook: Sendable {
    /// Of the card.
    package let reference: String
    package let iccid: String
    package let carrier: Carrier
    package let cardClass: CardClass
    package let productName: String
    /// Why nobody can have the card registered now; nil where it is free.
    package let obstacle: Refusal?
    package let needs: VerificationNeeds
    package let holderAge: HolderAge
    /// What the person reads, or is read, before anything is taken of him.
    package let notices: [PersonalNotice]
    /// Of these notices.
    package let noticeVersion: String
    /// The pictures and papers that are needed, in the order of the methods.
    package let slots: [EvidenceSlot]
    /// What the rules say of what is there.
    package let outcomes: [CheckOutcome]
    /// Of the pieces named, those that are needed and that this member of staff took for nobody else.
    let pieces: [(slot: EvidenceSlot, evidence: EvidenceID)]
    /// What was looked at: nothing of it is masked.
    let content: ApplicationContent
    /// The case that is handed in again; nil for a new one.
    let resumed: ResumedInPerson?
    /// Those of `outcomes` that are about whom the photo was taken of.
    let photo: [CheckOutcome]
    /// For `takeInPerson`, by the same member of staff, within a day.
    package let examined: String

    package var failures: [CheckOutcome] { outcomes.filter { $0.verdict == .failed } }
}

extension Installation {
    /// Looks at what staff are about to hand in by `registerInPerson`, with the same rules, and keeps nothing of it.
    /// Throws `not-found` for a card out of reach, `verification-undetermined`, `channel-not-allowed`, also for a program, which stands before nobody.
    ///
    /// - Parameters:
    ///   - card: ICCID, number or card reference.
    ///   - channel: nil for the only one there is.
    ///   - resuming: a case that was sent back; `content` is as `readInPersonCase` shows it, with what was mended. Throws what that throws, and
    ///     `card-of-another-case`.
    ///   - persons: of that case, who they are whose document is another now. Throws `persons-without-case` where there is none.
    package func examineInPerson(
        as principal: Principal, card: String, channel: Channel?, _ shown: ApplicationContent, consents: Set<ConsentKind>,
        resuming id: ApplicationID? = nil, persons: [PartyRole: ChangedPerson] = [:]
    ) async throws -> InPersonOutlook {
        let now = now()
        return try await look(as: principal, needs: .registrationWrite) { session in
            let open = try ChannelRule.open(to: principal, in: session).subtracting([.api])
            guard principal.means != .apiKey else { throw Refusal.channelNotAllowed }
            let resumed = try ResumedInPerson.readIfAny(id, persons, of: principal, at: now, in: self, session)
            // A case keeps the way by which it came in.
            guard let channel = channel ?? resumed?.registration.channel ?? open.first, open.contains(channel),
                resumed.map({ $0.registration.channel == channel }) ?? true
            else { throw Refusal.channelNotAllowed }
            let today = CivilDate(shanghai: now)
            let content = resumed?.clear(shown, today: today) ?? shown
            let card = try personalCard(card, for: principal, in: session)
            guard resumed == nil || resumed?.card.subscription == card.subscription else { throw Refusal.cardOfAnotherCase }
            let asked = try InPersonNeeds.read(content, card, for: principal, at: now, in: session)
            let age = try holderAge(content, of: resumed, takenBy: principal, today: today, in: session)
            let evidence = try EvidenceUse.handedIn(
                content, for: asked.needs, takenBy: principal, standing: resumed?.standing(for: content, age: age, today: today) ?? [],
                in: session)
            let judgement = PersonalContentRules(today: today, warningDays: Int(settings.expiryWarningDays)).judge(
                content, age: age, needs: asked.needs, evidenceSlots: Set(evidence.map(\.slot)), consents: consents)
            var outcomes = resumed?.outcomes(for: content, today: today) ?? []
            outcomes += judgement.outcomes
            if age == .under14, content.holderAge(on: today) == .fourteenOrOlder { outcomes.append(.documentShowsChild) }
            let photo = try CounterPhoto(
                installation: self, principal: principal, content: content, pieces: evidence, resumed: resumed, today: today
            ).outcomes(age: age, in: session)
            outcomes += photo
            let company = try OrganisationRecords.root(in: session)?.name ?? ""
            let hall = try OrganisationRecords.find(principal.organisation, within: .everything, in: session)?.name ?? company
            let registration =
                resumed?.registration ?? StoredRegistration(fresh: fresh(), code: "", channel, of: .person, by: principal, at: now)
            outcomes += try CardReservation.remarks(of: card.subscription, for: registration, at: now, in: session)
            return InPersonOutlook(
                reference: try secrets.references.text(for: card.subscription), iccid: card.iccid, carrier: card.product.carrier,
                cardClass: card.product.cardClass, productName: card.product.name,
                obstacle: try CardFreedom.obstacle(of: card.subscription, for: registration, at: now, in: session), needs: asked.needs,
                holderAge: age,
                notices: ConsentKind.needed(for: asked.needs, isOfChild: age == .under14).compactMap {
                    inPersonNotice($0, operator: company, at: hall)
                },
                noticeVersion: inPersonNoticeVersion,
                slots: asked.needs.methods.sorted().flatMap(\.slots).filter {
                    !(content.documentType(of: .holder).isOneSided && $0 == .holderIDBack)
                },
                outcomes: outcomes, pieces: evidence, content: content,
                resumed: resumed,
                photo: photo,
                examined: CounterExamination.text(of: content, age: age, for: principal.account, at: now, by: secrets.search))
        }
    }

    /// A card within reach, as the rules about persons see it. Throws `not-found`.
    func personalCard(_ text: String, for principal: Principal, in session: any Session) throws -> PersonalCard {
        guard let subscription = try selecting(principal.scope, in: session).card(text),
            let card = try PersonalCardRecords.find(subscription, in: session)
        else { throw Refusal.notFound.at("/card") }
        return card
    }
}

/// What a card needs where the person stands before staff: by the policies of whoever has it in his hands, which may be an agent below the
/// one that registers.
struct InPersonNeeds: Sendable {
    let outlook: VerificationOutlook
    let needs: VerificationNeeds

    static func read(
        _ content: ApplicationContent, _ card: PersonalCard, for principal: Principal, at now: Instant, in session: any Session
    ) throws -> InPersonNeeds {
        let custodian = try CustodyRecords.custodian(of: card.subscription, scope: principal.scope, in: session)
        let path = custodian?.path ?? principal.scope.path
        let outlook = try VerificationOutlook.read(for: path, at: now, in: session)
        let today = CivilDate(shanghai: now)
        let needs = try outlook.chain.needs(
            in: VerificationSituation(
                product: card.product, documentType: content.documentType(of: .holder), province: card.province,
                age: content.holder?.born(today: today)?.age(on: today), hasProxy: content.proxy != nil,
                hasOrdinaryNumber: card.hasOrdinaryNumber)
        ).inPerson
        return InPersonNeeds(outlook: outlook, needs: needs)
    }
}

/// Whether a card may come into somebody's name now.
enum CardFreedom {
    /// Why not, and what may be done then; nil where it may.
    static func obstacle(
        of subscription: Int64, for registration: StoredRegistration, at now: Instant, in session: any Session
    ) throws -> Refusal? {
        let sorting = try CardSorting(registration: registration, among: [subscription...subscription], at: now, in: session)
        guard let facts = try HoldingRecords.facts(subscription...subscription, in: session).first else { return .notFound }
        // A card that somebody answers for keeps its place in his name as well.
        if let exclusion = try sorting.exclusion(facts, from: now) { return refusal(exclusion) }
        let other = try CardSlotRecords.registration(of: subscription, at: now, in: session)
        return other == nil || other == registration.id ? nil : .cardUnderApplication.at("/card")
    }

    static func refusal(_ exclusion: CardSorting.Exclusion) -> Refusal {
        Refusal(
            exclusion.code, .conflict, requirements: [exclusion.requirement], en: exclusion.text.en, zh: exclusion.text.zh,
            mend: mend(of: exclusion), pointer: "/card")
    }

    private static func mend(of exclusion: CardSorting.Exclusion) -> LocalText {
        switch exclusion {
        case .alreadyRegistered, .alreadyHere:
            LocalText(
                en:
                    "A former holder gives it up first. Whoever did not register it and has the card tells the operator by the card's link.",
                zh: "如由前机主登记，须由其先行解除；如非本人登记而持有此卡，可打开该卡链接向运营商反映。", sendsTo: .hotline)
        case .keptForNextOwner:
            LocalText(
                en:
                    "Register it by the link that the holder gave out. Without that link ask him for it, or go with card and document to a business hall of the operator. The card is free once the link is declined, revoked or over.",
                zh: "请使用原用户提供的过户链接办理；没有链接的，请向原用户索取，或携带卡和有效证件到运营商营业厅办理。新用户放弃、链接作废或到期后，此卡可照常登记。", sendsTo: .hall)
        case .cancelled: LocalText(en: "Take another card.", zh: "请更换其他卡办理。")
        case .notHeld: LocalText(en: "Have it allocated, or its claim confirmed, first.", zh: "请先划拨该卡，或完成申领确认。")
        case .contractMissing: LocalText(en: "Have the contract recorded first.", zh: "请先录入有效合同。")
        default: LocalText(en: "Compare the number with the card, then call the operator.", zh: "请与卡面核对号码后联系运营商。", sendsTo: .hotline)
        }
    }
}
