import Numbers

/// A number by which a card is found, told apart by its form.
package enum CardNumber: Hashable, Sendable {
    case iccid(NumberText)
    /// An ICCID typed without its last character; stands for a card only when exactly one begins so (R-NF-01).
    case iccidStart(NumberText)
    case msisdn(Int64)
    case imsi(Int64)

    /// Nil when the text has the form of none of them. An IMSI has 15 digits, a card's number 11 or 13, an ICCID 19 or 20 characters,
    /// so no text has two forms.
    package init?(_ text: String, today: CivilDate) {
        if let number = ICCID.check(text, today: today).value {
            self = .iccid(number.text)
        } else if let number = MSISDN.check(text, today: today).value {
            self = .msisdn(number.int64)
        } else if let number = IMSI.check(text, today: today).value {
            self = .imsi(number.int64)
        } else if let start = ICCID.lookupPrefix(text) {
            self = .iccidStart(start)
        } else {
            return nil
        }
    }
}

/// How cards are chosen for an act.
package enum CardSelector: Hashable, Sendable {
    /// All cards that came in under a batch label.
    case batch(String)
    /// ICCIDs from one to another, both included.
    case range(from: String, to: String)
    /// Numbers of any kind, or card references.
    case numbers([String])
}

/// The cards a selector found within somebody's scope.
package struct CardSelection: Hashable, Sendable {
    package var intervals: CardIntervals
    /// Positions in the list, from 0, for which there is no card in scope; at most `positionsMax` of them.
    package var notFoundPositions: [Int]
    package var notFound: Int
    /// Numbers that name a card named before in the list.
    package var repeated: Int

    package static let positionsMax = 1_000

    package init(intervals: CardIntervals, notFoundPositions: [Int] = [], notFound: Int = 0, repeated: Int = 0) {
        self.intervals = intervals
        self.notFoundPositions = notFoundPositions
        self.notFound = notFound
        self.repeated = repeated
    }
}

extension Refusal {
    package static let iccidRangeInvalid = Refusal(
        "iccid-range-invalid", .invalid, requirements: ["R-NF-01"],
        en: "A range needs two ICCIDs of the same length, the first not after the second.", zh: "号段须为两个长度相同且先小后大的ICCID。",
        mend: LocalText(en: "Check both ends.", zh: "请核对起止ICCID。"))

    package static func selectionTooLarge(_ max: Int) -> Refusal {
        Refusal(
            "selection-too-large", .tooLarge, house: .limits, en: "More than \(max) cards at once.", zh: "一次选择的卡超过\(max)张。",
            mend: LocalText(en: "Divide the selection.", zh: "请分批处理。"))
    }
}
