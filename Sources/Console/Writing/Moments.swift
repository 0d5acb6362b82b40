import Foundation
import Numbers
import Pages
import Records
import Registry
import UseCases
import Vault
import Web

extension ConsoleVisit {
    /// What a field for day and time holds, as China's clocks show it; nil where it is empty.
    func moment(_ field: String) throws(Refusal) -> Instant? {
        guard let text = form[field], !text.isEmpty else { return nil }
        let parts = text.split(separator: "T", maxSplits: 1).map(String.init)
        guard parts.count == 2, let day = CivilDate(parts[0]) else { throw .momentUnreadable.at("/\(field)") }
        let clock = parts[1].split(separator: ":").map { Int64($0) ?? -1 }
        guard (2...3).contains(clock.count), (0..<24).contains(clock[0]), clock.dropFirst().allSatisfy({ (0..<60).contains($0) }) else {
            throw .momentUnreadable.at("/\(field)")
        }
        let seconds = clock[0] * 3_600 + clock[1] * 60 + (clock.count == 3 ? clock[2] : 0)
        return Instant(milliseconds: day.shanghaiMidnight).adding(seconds: seconds)
    }

    /// A day in the address; nil where none is given.
    func day(_ name: Substring) throws(Refusal) -> CivilDate? {
        guard let text = query(name) else { return nil }
        guard let day = CivilDate(text) else { throw .momentUnreadable.at(String(name)) }
        return day
    }

    /// A whole number in a field; nil where it is empty.
    func number(_ field: String) throws(Refusal) -> Int64? {
        guard let text = form[field]?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
        guard let number = Int64(text) else { throw .numberUnreadable.at("/\(field)") }
        return number
    }

    /// A place in a list as an address names it: its pieces between dots.
    func place(_ pieces: Int) throws(Refusal) -> [String]? {
        guard let text = query("after") else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == pieces else { throw .cursorUnknown }
        return parts
    }

    /// The cards behind these references, each with what a list shows of it; those out of reach are left out.
    func cardRows(_ references: [String]) async throws -> [String: CardView] {
        let asked = Array(Set(references))
        guard !asked.isEmpty else { return [:] }
        let found = try await installation.searchCards(as: principal(), numbers: asked).compactMap(\.self)
        return Dictionary(found.map { ($0.reference, $0) }, uniquingKeysWith: { first, _ in first })
    }

    func reference(_ subscription: Int64) throws -> String {
        try installation.secrets.references.text(for: subscription)
    }

    /// What a list shows of a card that is named beside something else.
    func named(_ reference: String, in cards: [String: CardView]) -> [String: Any] {
        ["href": ConsoleLink.card(reference).address, "iccid": cards[reference]?.card.iccid ?? words["common.outOfReach"]]
    }
}

extension Refusal {
    static let momentUnreadable = Refusal(
        "moment-unreadable", .invalid, house: .form, en: "The day or time cannot be read.", zh: "日期或时间无法识别。",
        mend: LocalText(en: "Write it as 2026-11-30, or choose it in the calendar.", zh: "请按 2026-11-30 的格式填写，或在日历中选择。"))
    static let numberUnreadable = Refusal(
        "number-unreadable", .invalid, house: .form, en: "A whole number is expected here.", zh: "此处应填写整数。",
        mend: LocalText(en: "Write digits only, or leave it empty.", zh: "请只填写数字，或留空。"))
}
