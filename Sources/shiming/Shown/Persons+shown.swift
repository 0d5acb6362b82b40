import Client
import Contract
import Pages

extension Wire.VerificationPolicyVersion: Shown {
    static var columns: [Column<Self>] {
        [
            Column("version", "版本", number: { $0.ordinal }), Column("valid from", "生效时间", time: { $0.validFrom }),
            Column("rules", "规则数", number: { Int64($0.policy.rules.count) }), Column("approval", "审批") { $0.policy.approval },
            Column("cards a person", "每人卡数") { $0.policy.cardsPerPerson?.words },
            Column("attempts a day", "每日次数", number: { $0.policy.attemptsMax }),
            Column("reuse days", "复用天数", number: { $0.policy.reuseDays }), Column("recorded", "登记时间", time: { $0.recordedAt }),
            Column("policy", "规则编号") { $0.id }, Column("organisation", "组织") { $0.organisation },
        ]
    }
}

extension [String: Int64] {
    /// `phone=5, wearable=10`
    fileprivate var words: String { sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ") }
}

/// A rule of a policy as one line; its reason in the reader's language.
struct PolicyRuleLine: Shown {
    let version: Int64
    let place: Int64
    let methods: String
    let condition: String
    let requirement: String?
    let reason: String

    init(_ rule: Wire.VerificationRule, at place: Int, of version: Int64, in language: Language) {
        self.version = version
        self.place = Int64(place)
        methods = rule.methods.joined(separator: ",")
        condition = rule.condition?.words ?? ""
        requirement = rule.requirement
        reason = language.choose(rule.reasonEn, rule.reasonZh)
    }

    static var columns: [Column<Self>] {
        [
            Column("version", "版本", number: { $0.version }), Column("rule", "规则", number: { $0.place }),
            Column("methods", "核验方式") { $0.methods }, Column("where", "适用情形") { $0.condition },
            Column("clause", "依据") { $0.requirement }, Column("why", "说明") { $0.reason },
        ]
    }
}

extension Wire.VerificationCondition {
    /// `cardClasses=wearable,phone uses=voice-or-sms`; empty where it narrows nothing.
    fileprivate var words: String {
        let named: [(String, [String]?)] = [
            ("cardClasses", cardClasses), ("uses", uses), ("deviceTypes", deviceTypes), ("documentTypes", documentTypes),
            ("provinces", provinces.map { $0.map { String($0) } }), ("riskAtLeast", riskAtLeast.map { [$0] }),
        ]
        return named.compactMap { name, words in words.map { name + "=" + $0.joined(separator: ",") } }.joined(separator: " ")
    }
}

extension Wire.VerificationNeeds: Shown {
    static var columns: [Column<Self>] {
        [
            Column("methods", "核验方式") { $0.methods.joined(separator: ",") }, Column("approval", "审批") { $0.approval },
            Column("cards a person", "每人卡数", number: { $0.cardsMax }), Column("attempts a day", "每日次数", number: { $0.attemptsMax }),
            Column("hall only", "仅限营业厅") { $0.inPersonOnly ? "yes" : "no" },
            Column("without face recognition", "不使用人脸识别时") { $0.withoutFaceRecognition?.joined(separator: ",") },
        ]
    }
}

extension Wire.VerificationNeed: Shown {
    static var columns: [Column<Self>] {
        [
            Column("method", "核验方式") { $0.method }, Column("what", "内容") { $0.text }, Column("clause", "依据") { $0.requirement },
            Column("whose rule", "规则来源") { $0.organisation.map { "agent \($0)" } ?? $0.owner }, Column("why", "说明") { $0.reason },
        ]
    }
}

extension Wire.InPersonOutlook: Shown {
    static var columns: [Column<Self>] {
        [
            Column("ICCID", "ICCID") { $0.iccid }, Column("card", "卡") { $0.card }, Column("carrier", "运营商") { $0.carrier },
            Column("class", "类别") { $0.cardClass }, Column("product", "套餐") { $0.product },
            Column("free", "可登记") { $0.obstacle == nil ? "yes" : "no" }, Column("why not", "不能登记的原因") { $0.obstacle?.text },
            Column("what helps", "处理办法") { $0.obstacle?.mend }, Column("obstacle", "原因代码") { $0.obstacle?.code },
            Column("methods", "核验方式") { $0.needs.methods.joined(separator: ",") },
            Column("papers", "所需材料") { $0.slots.joined(separator: ",") },
            Column("cards a person", "每人卡数", number: { $0.needs.cardsMax }), Column("holder's age", "机主年龄") { $0.holderAge },
            Column("notice version", "告知版本") { $0.noticeVersion }, Column("examined", "查验结果") { $0.examined },
        ]
    }
}

extension Wire.CardCount: Shown {
    static var columns: [Column<Self>] {
        [
            Column("at most", "上限", number: { $0.max }), Column("registered", "已登记", number: { $0.used }),
            Column("none left", "已达上限") { $0.reached ? "yes" : "no" }, Column("how a place comes free", "如何释放名额") { $0.howToRelease },
        ]
    }
}

extension Wire.CapturedPicture: Shown {
    static var columns: [Column<Self>] {
        [
            Column("evidence", "凭证") { $0.evidence }, Column("slot", "材料") { $0.slot },
            Column("faults", "照片问题") { $0.problems.isEmpty ? nil : $0.problems.joined(separator: ",") },
        ]
    }
}

extension Wire.ReadField: Shown {
    static var columns: [Column<Self>] { [Column("field", "字段") { $0.name }, Column("read", "识别结果") { $0.value }] }
}

/// A way in as it is handed on: the code as people type it, the link as a browser takes it.
struct EntranceToHandOn: Shown {
    let iccid: String
    let kind: String
    let code: String
    let link: String?
    let expiresAt: String
    let entrance: String

    /// - Parameter site: where persons reach the pages.
    init(_ issued: Wire.IssuedEntrance, kind: String, site: ServerAddress) {
        iccid = issued.iccid
        self.kind = kind
        code = kind == EntranceKind.claimCode.rawValue ? EntranceSheet.inFours(issued.code) : issued.code
        link = issued.path.map { site.text + $0 }
        expiresAt = issued.expiresAt
        entrance = issued.id
    }

    /// For the printer.
    var line: EntranceSheet.Line {
        EntranceSheet.Line(iccid: iccid, kind: kind, code: code, link: link, expires: expiresAt, entrance: entrance)
    }

    static var columns: [Column<Self>] {
        [
            Column("ICCID", "ICCID") { $0.iccid }, Column("code", "代码") { $0.code }, Column("link", "链接") { $0.link },
            Column("until", "有效至", time: { $0.expiresAt }), Column("entrance", "入口") { $0.entrance },
        ]
    }
}

extension Wire.Entrance: Shown {
    static var columns: [Column<Self>] {
        [
            Column("entrance", "入口") { $0.id }, Column("kind", "类型") { $0.kind }, Column("card", "卡") { $0.card },
            Column("device", "设备") { $0.deviceType }, Column("issued", "发放时间", time: { $0.issuedAt }),
            Column("until", "有效至", time: { $0.expiresAt }), Column("revoked", "作废时间", time: { $0.revokedAt }),
            Column("organisation", "组织") { $0.organisation }, Column("standing", "状态") { $0.standing },
        ]
    }
}

extension Wire.PersonalStatus: Shown {
    static var columns: [Column<Self>] {
        [
            Column("code", "编号") { $0.code }, Column("kind", "类型") { $0.kind }, Column("stage", "进度") { $0.stage },
            Column("since", "起始时间", time: { $0.since }),
            Column("submitted", "提交时间", time: { $0.submittedAt }), Column("effective", "生效时间", time: { $0.effectiveAt }),
            Column("usually within hours", "预计小时数", number: { $0.expectedHours }),
            Column("usually within working days", "预计工作日数", number: { $0.expectedWorkingDays }),
            Column("stages", "各阶段") {
                $0.stages.map { "\($0.stage): \($0.until ?? $0.since ?? $0.state)" }.joined(separator: "; ")
            },
            Column("attempts left today", "今日剩余次数", number: { $0.attemptsLeft }),
            Column("on the carrier's page", "运营商页面办理") { $0.hasCarrierPage ? "yes" : nil },
            Column("reasons", "原因") { $0.reasons.words },
        ]
    }
}
