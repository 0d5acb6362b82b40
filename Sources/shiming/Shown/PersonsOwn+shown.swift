import Client
import Contract

extension Wire.CardLookup: Shown {
    static var columns: [Column<Self>] { [Column("carrier", "运营商") { $0.carrier }, Column("way in", "办理入口") { $0.text }] }
}

extension Wire.CardNumber: Shown {
    static var columns: [Column<Self>] { [Column("ICCID", "ICCID") { $0.iccid }] }
}

/// Without what was typed: that is written into a file.
extension Wire.PersonalCase: Shown {
    static var columns: [Column<Self>] { card + asked + standsHere }

    private static var card: [Column<Self>] {
        [
            Column("kind", "类型") { $0.kind }, Column("ICCID", "ICCID") { $0.iccid }, Column("carrier", "运营商") { $0.carrier },
            Column("class", "类别") { $0.cardClass }, Column("product", "套餐") { $0.product }, Column("device", "设备") { $0.deviceType },
            Column("operator", "运营公司") { $0.operatorName }, Column("agent", "代理商") { $0.agentName },
            Column("standing", "状态") { $0.standing }, Column("kept until", "保留至", time: { $0.keptUntil }),
            Column("obstacle", "无法办理原因") { $0.obstacle?.words },
        ]
    }

    private static var asked: [Column<Self>] {
        [
            Column("methods", "核验方式") { $0.needs.methods.joined(separator: ",") },
            Column("without face recognition", "不使用人脸识别时") { $0.needs.withoutFaceRecognition?.joined(separator: ",") },
            Column("hall only", "仅限营业厅") { $0.needs.inPersonOnly ? "yes" : "no" },
            Column("notice version", "告知版本") { $0.notices.first?.version },
            Column("attempts left today", "今日剩余次数", number: { $0.attemptsLeft }), Column("by the limit of", "次数限制") { $0.attemptsLimit },
            Column("cards a person", "每人卡数", number: { $0.needs.cardsMax }), Column("registered", "已登记", number: { $0.quota?.used }),
            Column("none left", "已达上限") { $0.quota.map { $0.reached ? "yes" : "no" } },
            Column("how a place comes free", "如何释放名额") { $0.quota?.howToRelease },
        ]
    }

    private static var standsHere: [Column<Self>] {
        [
            Column("consents", "已同意") { $0.consents.filter(\.given).map(\.kind).joined(separator: ",") },
            Column("guardian asked anew", "须监护人重新同意") { $0.guardianChanged ? "yes" : nil },
            Column("holder's age", "机主年龄") { $0.holderAge },
            Column("pictures", "已提交照片") { $0.content.evidence?.keys.sorted().joined(separator: ",") },
            Column("pictures from before", "复用照片") { $0.reuse }, Column("captured by provider", "服务商采集") { $0.captureWord },
            Column("code", "编号") { $0.code }, Column("state", "办理状态") { $0.state },
        ]
    }
}

extension Wire.PersonalCase {
    fileprivate var captureWord: String? {
        if captured { return "yes" }
        return captureRefused == true ? "refused" : nil
    }
}

extension Wire.InPersonObstacle {
    /// With its code and what helps.
    fileprivate var words: String { "\(text) [\(code)] \(mend)" }
}

extension Wire.SentToProvider: Shown {
    static var columns: [Column<Self>] {
        [Column("address", "采集地址") { $0.address }, Column("until", "有效至", time: { $0.expiresAt })]
    }
}

extension Wire.SentToCarrier: Shown {
    static var columns: [Column<Self>] {
        [Column("address", "办理地址") { $0.address }, Column("until", "有效至", time: { $0.expiresAt })]
    }
}

/// The person's own, in clear.
extension Wire.OwnData: Shown {
    static var columns: [Column<Self>] {
        [
            Column("name", "姓名") { $0.person.name }, Column("document", "证件类型") { $0.person.documentType },
            Column("number", "证件号码") { $0.person.documentNumber }, Column("former number", "原证件号码") { $0.person.formerNumber },
            Column("born", "出生日期") { $0.person.birthDate }, Column("address", "地址") { $0.person.address },
            Column("contact", "联系电话") { $0.person.contact }, Column("valid from", "有效期起") { $0.person.validFrom },
            Column("valid until", "有效期止") { $0.person.validUntil }, Column("recorded", "登记时间", time: { $0.recordedAt }),
            Column("operator", "运营公司") { $0.operatorName }, Column("cards", "卡数", number: { Int64($0.cards.count) }),
            Column("looks", "查看次数", number: { Int64($0.looks.count) }), Column("open until", "可查看至", time: { $0.until }),
        ]
    }
}

extension Wire.OwnCard: Shown {
    static var columns: [Column<Self>] {
        [
            Column("code", "编号") { $0.code }, Column("ICCID", "ICCID") { $0.iccid }, Column("carrier", "运营商") { $0.carrier },
            Column("class", "类别") { $0.cardClass }, Column("product", "套餐") { $0.product }, Column("agent", "代理商") { $0.agentName },
            Column("registered", "登记时间", time: { $0.registeredAt }),
            Column("matter", "办理事项") { $0.matter.map { "\($0.kind): \($0.state)" } },
            Column("next owner's link until", "新用户链接有效至", time: { $0.matter?.transferUntil }),
            Column("cancelled unless brought back", "不撤销则销户", time: { $0.cancelledUnlessBroughtBack }),
        ]
    }
}

extension Wire.OwnLook: Shown {
    static var columns: [Column<Self>] {
        [
            Column("at", "时间", time: { $0.at }), Column("act", "操作") { $0.act }, Column("what", "内容") { $0.text },
            Column("for", "单位") { $0.organisation },
        ]
    }
}

extension Wire.OwnMatter: Shown {
    static var columns: [Column<Self>] {
        [
            Column("code", "编号") { $0.code }, Column("kind", "类型") { $0.kind }, Column("state", "状态") { $0.state },
            Column("since", "起始时间", time: { $0.since }), Column("next owner's link until", "新用户链接有效至", time: { $0.transferUntil }),
            Column("reasons", "原因") { $0.reasons.words },
        ]
    }
}

extension [Wire.StatusReason] {
    /// Each with its place, its code and what helps; nil where there is none.
    var words: String? {
        isEmpty ? nil : map { "\($0.pointer): \($0.text) [\($0.code)]" + ($0.mend.map { " \($0)" } ?? "") }.joined(separator: "; ")
    }
}

/// A next owner's way in, as it is handed on.
struct TransferToHandOn: Shown {
    let code: String
    let state: String
    let link: String
    let expiresAt: String

    /// - Parameter site: where persons reach the pages.
    init(_ offer: Wire.TransferOffer, site: ServerAddress) {
        code = offer.matter.code
        state = offer.matter.state
        link = site.text + offer.path
        expiresAt = offer.expiresAt
    }

    static var columns: [Column<Self>] {
        [
            Column("code", "编号") { $0.code }, Column("state", "状态") { $0.state }, Column("link", "链接") { $0.link },
            Column("until", "有效至", time: { $0.expiresAt }),
        ]
    }
}
