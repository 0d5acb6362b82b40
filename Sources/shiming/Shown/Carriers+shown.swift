import Client
import Foundation
import Registry
import UseCases

/// A row of the capability matrix.
struct ShownCapability: Shown {
    let operation: String
    let what: String
    let standing: String
    let cards: Int64
    let note: String

    init(_ operation: CarrierOperation, _ row: CarrierCapability, _ language: Language) {
        self.operation = operation.rawValue
        what = language.choose(operation.text.en, operation.text.zh)
        standing = row.standing.rawValue
        cards = Int64(row.cardsMax)
        note = language.choose(row.note.en, row.note.zh)
    }

    static let columns = [
        Column<Self>("Operation", "操作") { $0.operation }, Column("What", "说明") { $0.what }, Column("Standing", "支持情况") { $0.standing },
        Column("Cards", "每次卡数", number: { $0.cards }), Column("Note", "备注") { $0.note },
    ]
}

/// What a carrier answered about one card.
struct ShownReply: Shown {
    let about: String
    let card: String
    let verdict: String
    /// In words, where it is an answer.
    let word: String
    /// The carrier's own.
    let code: String

    init<Value>(_ about: String, _ card: String, _ reply: CarrierReply<Value>, _ language: Language, _ text: (Value) -> LocalText)
    where Value: CodedByCarrier {
        self.about = about
        self.card = card
        switch reply {
        case .done(let value):
            (verdict, word, code) = ("answered", language.choose(text(value).en, text(value).zh), value.code)
        case .accepted(let serial): (verdict, word, code) = ("accepted", "", serial)
        case .refused(let refusal, let said):
            (verdict, word, code) = (refusal.code, language.choose(refusal.reason.en, refusal.reason.zh), said)
        case .locked: (verdict, word, code) = ("locked", "", "")
        case .overQuota: (verdict, word, code) = ("over-quota", "", "")
        case .unreachable: (verdict, word, code) = ("unreachable", "", "")
        case .unclear(.lost): (verdict, word, code) = ("no-answer", "", "")
        case .unclear(.fault(let fault)): (verdict, word, code) = ("unclear", "", fault.rawValue)
        }
    }

    static let columns = [
        Column<Self>("About", "项目") { $0.about }, Column("Card", "卡") { $0.card }, Column("Verdict", "结果") { $0.verdict },
        Column("Word", "含义") { $0.word }, Column("Code", "返回码") { $0.code },
    ]
}

protocol CodedByCarrier {
    var code: String { get }
}

extension CarrierCardState: CodedByCarrier {}
extension CarrierRealName: CodedByCarrier {}

/// What a carrier calls a risk about one card.
struct ShownRisks: Hashable, Sendable, CodedByCarrier {
    /// Its codes, one after the other.
    let code: String
    private let count: Int

    init(_ risks: [CarrierRisk]) {
        code = risks.map(\.code).joined(separator: " ")
        count = risks.count
    }

    var text: LocalText {
        count == 0
            ? LocalText(en: "No risk", zh: "无风险提示") : LocalText(en: count == 1 ? "1 risk" : "\(count) risks", zh: "\(count)项风险提示")
    }
}
