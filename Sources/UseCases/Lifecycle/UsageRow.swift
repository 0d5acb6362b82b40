import Numbers
import Records
import Registry

/// A field of a line about a card's use, by the names people and carriers give it.
enum UsageField: String, CaseIterable, Sendable {
    case number
    case usedAt
    case month
    case kilobytes
    case imei
    case region

    private var names: [String] {
        switch self {
        case .number: ["number", "iccid", "msisdn", "imsi", "card", "卡号", "接入号", "接入号码", "号码"]
        case .usedAt: ["usedat", "lastuse", "lastused", "time", "最近使用时间", "最后使用时间", "使用时间", "时间"]
        case .month: ["month", "billingmonth", "账期", "月份"]
        case .kilobytes: ["kilobytes", "kb", "volume", "流量", "流量kb", "月流量kb", "已用流量kb"]
        case .imei: ["imei", "device", "设备号", "设备imei"]
        case .region: ["region", "cellregion", "区域", "小区区域", "地区编码"]
        }
    }

    /// What a heading means; nil when nobody knows.
    static func named(_ heading: String) -> UsageField? {
        let folded = heading.lowercased().filter { !" _-()（）\u{FEFF}".contains($0) }
        return allCases.first { $0.names.contains(folded) }
    }
}

/// A line taken apart, judged field by field.
struct UsageRow: Sendable {
    let row: Int64
    var number: CardNumber?
    var fact: UsageFact?
    var problem: UsageProblem?

    /// A use an hour ahead of the clock is a wrong clock somewhere.
    static let aheadSeconds: Int64 = 3_600

    init(_ row: Int64, _ cells: [UsageField: String], _ reading: UsageReading) {
        self.row = row
        do throws(UsageFault) {
            let number = try reading.number(cells[.number])
            let fact = try reading.fact(cells)
            (self.number, self.fact) = (number, fact)
        } catch {
            problem = UsageProblem(row: row, field: error.field.rawValue, code: error.code)
        }
    }

    init(_ row: Int64, unreadable code: String) {
        self.row = row
        problem = UsageProblem(row: row, field: "", code: code)
    }
}

struct UsageFault: Error {
    let field: UsageField
    let code: String
}

/// How lines are read on a day.
struct UsageReading: Sendable {
    let today: CivilDate
    let now: Instant
    private let context: NumberContext

    init(today: CivilDate, now: Instant) {
        self.today = today
        self.now = now
        context = NumberContext(today: today)
    }

    func number(_ text: String?) throws(UsageFault) -> CardNumber {
        guard let text, !text.isEmpty else { throw UsageFault(field: .number, code: "missing") }
        switch CardNumber(text, today: today) {
        case .iccid(let iccid): return .iccid(iccid)
        case .msisdn(let number): return .msisdn(number)
        case .imsi(let number): return .imsi(number)
        case .iccidStart, nil: throw UsageFault(field: .number, code: "not-a-card-number")
        }
    }

    func fact(_ cells: [UsageField: String]) throws(UsageFault) -> UsageFact {
        guard let text = cells[.usedAt], !text.isEmpty else { throw UsageFault(field: .usedAt, code: "missing") }
        guard let at = UsageTime.parse(text) else { throw UsageFault(field: .usedAt, code: "not-a-time") }
        guard at <= now.adding(seconds: UsageRow.aheadSeconds) else { throw UsageFault(field: .usedAt, code: "in-the-future") }
        var fact = UsageFact(at: at)
        fact.month = try month(cells[.month])
        fact.kilobytes = try volume(cells[.kilobytes])
        // A volume without its month would be the whole life's.
        if fact.kilobytes != nil, fact.month == nil { fact.month = Self.month(of: at) }
        if fact.kilobytes == nil { fact.month = nil }
        fact.device = try device(cells[.imei])
        fact.region = try region(cells[.region])
        return fact
    }

    private static func month(of at: Instant) -> Int64? {
        CivilDate(shanghaiAt: at.milliseconds).map { Int64($0.yyyymmdd) / 100 }
    }

    private func month(_ text: String?) throws(UsageFault) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        guard let number = Int64(text.filter { $0 != "-" && $0 != "/" }), CivilDate(yyyymmdd: Int(number) * 100 + 1) != nil else {
            throw UsageFault(field: .month, code: "not-a-month")
        }
        return number
    }

    private func volume(_ text: String?) throws(UsageFault) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        // Parts of a kilobyte are rounded down.
        let whole = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        guard let number = Int64(whole), number >= 0, text.utf8.allSatisfy({ $0 == 46 || (48...57).contains($0) }) else {
            throw UsageFault(field: .kilobytes, code: "not-a-volume")
        }
        return number
    }

    private func device(_ text: String?) throws(UsageFault) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        // Without its check digit too: networks report fourteen digits and a zero (R-NF-03).
        guard let imei = IMEI.check(text, in: context).value, let number = Int64(imei.deviceKey.description) else {
            throw UsageFault(field: .imei, code: "not-an-imei")
        }
        return number
    }

    private func region(_ text: String?) throws(UsageFault) -> Int64? {
        guard let text, !text.isEmpty else { return nil }
        guard text.utf8.count >= 4, text.utf8.count <= 12, text.utf8.allSatisfy({ (48...57).contains($0) }),
            let number = Int64(text.prefix(4)), (1_100...8_299).contains(number)
        else { throw UsageFault(field: .region, code: "not-a-region") }
        return number
    }
}
