import Client
import Contract

extension Wire.Notice: Shown {
    static var columns: [Column<Self>] {
        [
            Column("notice", "通知") { $0.id }, Column("code", "办理编号") { $0.code }, Column("kind", "内容") { $0.kind },
            Column("day", "日期") { $0.day }, Column("cards", "卡数", number: { $0.cards }),
            Column("channel", "渠道") { $0.channel }, Column("state", "状态") { $0.state },
            Column("tries", "次数", number: { $0.tries }), Column("happened", "发生时间", time: { $0.happenedAt }),
            Column("next", "下次发送", time: { $0.dueAt }), Column("ended", "结束时间", time: { $0.endedAt }),
            Column("failure", "失败原因") { $0.failure }, Column("reason", "退回原因") { $0.reason }, Column("language", "语言") { $0.language },
        ]
    }
}

extension Wire.NoticeWordingInForce: Shown {
    static var columns: [Column<Self>] {
        [
            Column("kind", "内容") { $0.kind }, Column("version", "版本", number: { $0.ordinal }),
            Column("built-in", "内置") { $0.isBuiltIn ? "yes" : "no" }, Column("coming from", "新版生效时间", time: { $0.comingFrom }),
            Column("message", "短信") { $0.message?.both },
            Column("letter", "邮件") { $0.letter?.both },
            Column("placeholders", "占位符") { found in
                found.places.map { places in
                    let marks = places.may.map { "{\($0)}" + (places.must.contains($0) ? "*" : "") }
                    return "\(places.part): " + marks.joined(separator: " ")
                }.joined(separator: "; ")
            },
        ]
    }
}

extension Wire.NoticeWordingVersion: Shown {
    static var columns: [Column<Self>] {
        [
            Column("kind", "内容") { $0.kind }, Column("version", "版本", number: { $0.ordinal }),
            Column("from", "生效时间", time: { $0.validFrom }), Column("message", "短信") { $0.message?.both },
            Column("letter", "邮件") { $0.letter?.both }, Column("set", "设置时间", time: { $0.recordedAt }),
        ]
    }
}

extension Wire.NoticePreview: Shown {
    static var columns: [Column<Self>] {
        [
            Column("language", "语言") { $0.language }, Column("message", "短信") { $0.message }, Column("subject", "邮件主题") { $0.subject },
            Column("body", "邮件正文") { $0.body?.replacing("\n", with: " / ") },
        ]
    }
}

extension Wire.NoticeWords {
    fileprivate var both: String { "\(zh) / \(en)" }
}

extension Wire.NoticeLetterWords {
    fileprivate var both: String { "\(subject.both): \(body.both)".replacing("\n", with: " ") }
}
