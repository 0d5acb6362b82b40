import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

/// Says that a person's facts were looked at, to whoever takes his pictures next: how old a holder is comes from his number, his date of birth
/// and the pictures of his document, never from whoever asks. It binds the member of staff, the minute, the age and the number of the document,
/// and how like other facts are to these (`FactsLikeness`); nothing of them can be read in it. Of whom the photo is taken by it is noted with the
/// photo (`PieceTaking`): for another it does not count.
struct CounterExamination: Sendable {
    /// A person who stands there is photographed the same day.
    private static let minutesMax: Int64 = 24 * 60

    let age: HolderAge
    /// Whose document it was, to whoever looked at it; empty where no number was there.
    let holder: String
    let likeness: FactsLikeness

    static let nothing = CounterExamination(age: .unknown, holder: "", likeness: .nothing)

    /// What whoever looked at a person's facts is told of it, for `takeInPerson`.
    static func text(
        of content: ApplicationContent, age: HolderAge, for account: AccountID, at now: Instant, by search: SearchIndex
    ) -> String {
        of(content, age: age, for: account, today: CivilDate(shanghai: now), by: search)
            .text(for: account, minute: now.milliseconds / 60_000, by: search)
    }

    private static func of(
        _ content: ApplicationContent, age: HolderAge, for account: AccountID, today: CivilDate, by search: SearchIndex
    ) -> CounterExamination {
        let holder = holder(of: content, for: account, today: today, by: search)
        return CounterExamination(
            age: age, holder: holder,
            likeness: FactsLikeness.of(content.holder, under: holder, for: .counterExamination, today: today, by: search))
    }

    /// Tells one holder's document from every other to one member of staff; empty where no number is there.
    ///
    /// - Parameter type: of the document; as declared unless given.
    static func holder(
        of content: ApplicationContent, as type: DocumentType? = nil, for account: AccountID, today: CivilDate, by search: SearchIndex
    ) -> String {
        guard let number = content.holder?.documentNumber, !number.isEmpty else { return "" }
        let key = (type ?? content.documentType(of: .holder)).holderKey(number, today: today)
        return Hex.text(search.hash("holder\n\(account)\n\(key)", for: .counterExamination))
    }

    private func text(for account: AccountID, minute: Int64, by search: SearchIndex) -> String {
        let seal = search.hash("\(minute)\n\(account)\n\(age.rawValue)\n\(holder)\n\(likeness.text)", for: .counterExamination)
        return "\(minute)-\(holder)-\(likeness.text)-" + Hex.text(seal)
    }

    /// - Parameter text: nil where nothing was looked at: nothing is known then.
    static func read(
        _ text: String?, for account: AccountID, at now: Instant, by search: SearchIndex
    ) throws(Refusal) -> CounterExamination {
        guard let text else { return .nothing }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let minute = Int64(parts[0]), (0...minutesMax).contains(now.milliseconds / 60_000 - minute),
            let found = HolderAge.allCases
                .map({ CounterExamination(age: $0, holder: String(parts[1]), likeness: FactsLikeness(text: String(parts[2]))) })
                .first(where: { $0.text(for: account, minute: minute, by: search) == text })
        else { throw .examinationUnknown }
        return found
    }
}

extension Installation {
    /// How old the holder is by what is on the counter's form, of which some may stand masked, and by the pictures of his document;
    /// for `takeInPerson`.
    package func examinedInPerson(
        as principal: Principal, _ content: ApplicationContent, resuming id: ApplicationID?, persons: [PartyRole: ChangedPerson] = [:]
    ) async throws -> String {
        let now = now()
        let today = CivilDate(shanghai: now)
        return try await look(as: principal, needs: .registrationWrite) { session in
            let resumed = try ResumedInPerson.readIfAny(id, persons, of: principal, at: now, in: self, session)
            let content = resumed?.clear(content, today: today) ?? content
            let age = try holderAge(content, of: resumed, takenBy: principal, today: today, in: session)
            return CounterExamination.text(of: content, age: age, for: principal.account, at: now, by: secrets.search)
        }
    }

    /// By his facts; a picture of his document that says he is a child is believed more than what was typed (R-DP-06).
    ///
    /// - Parameter resumed: the case that is handed in again, of whose pictures the readings are kept with it.
    func holderAge(
        _ content: ApplicationContent, of resumed: ResumedInPerson?, takenBy principal: Principal, today: CivilDate, in session: any Session
    ) throws -> HolderAge {
        let typed = content.holderAge(on: today)
        guard typed != .under14 else { return typed }
        if let resumed, !resumed.isOfAnother(.holder, content, today: today),
            content.isReadAsChild(resumed.readings(of: content), today: today)
        {
            return .under14
        }
        let type = content.documentType(in: .holderIDFront)
        for slot in ApplicationContent.holderSides {
            let named = (content.evidence?[slot.rawValue] ?? []).compactMap { EvidenceID($0) }
            for piece in try EvidenceUse.fresh(named, by: principal.account, in: session) {
                guard let fields = try keptReading(of: piece, as: Self.task(slot, of: type), in: session)?.fields else { continue }
                if content.isReadAsChild([slot.rawValue: fields], today: today) { return .under14 }
            }
        }
        return typed
    }
}

extension ApplicationContent {
    static let holderSides: [EvidenceSlot] = [.holderIDFront, .holderIDBack]

    /// Whether what was read in the pictures of the holder's document says that he is under 14.
    ///
    /// - Parameter readings: by slot, as a machine read them.
    func isReadAsChild(_ readings: [String: [String: String]], today: CivilDate) -> Bool {
        let type = documentType(in: .holderIDFront)
        return Self.holderSides.contains { slot in
            guard let fields = readings[slot.rawValue] else { return false }
            var read = PartyFacts()
            (read.documentType, read.documentNumber, read.birthDate) = (type.rawValue, fields["documentNumber"], fields["birthDate"])
            return read.born(today: today).map { HolderAge(birth: $0, on: today) == .under14 } ?? false
        }
    }
}

extension CheckOutcome {
    static let documentShowsChild = CheckOutcome(
        .failed, "document-shows-child", "R-DP-06", at: "/holder/documentNumber",
        en: "The picture of the document says that the holder is under 14; what was typed says otherwise.",
        zh: "证件照片显示机主未满十四周岁，与填写的信息不符。",
        mend: LocalText(
            en: "Compare with the document: correct what was typed, name the guardian and have him consent; or take the picture again.",
            zh: "请与证件核对：更正所填信息，填写监护人并取得其同意；如照片识别有误，请重新拍摄证件。"))
}

extension Refusal {
    static let examinationUnknown = Refusal(
        "examination-unknown", .conflict, requirements: ["R-DP-06"],
        en: "What was looked at is not known here, or was looked at more than a day ago, or by somebody else.",
        zh: "查验结果无效：不是本系统出具、已超过一天，或由他人查验。",
        mend: LocalText(en: "Examine the person's facts again and name the new examination.", zh: "请重新查验用户信息，并使用新的查验结果。"),
        pointer: "/examined")
}
