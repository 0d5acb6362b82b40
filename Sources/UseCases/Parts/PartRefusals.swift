import Records
import Registry

extension Refusal {
    package static let partLinkNotOpen = Refusal(
        "part-link-not-open", .notFound, house: .scope, en: "This link is unknown or has been closed.", zh: "该链接不存在或已关闭。",
        mend: LocalText(en: "Ask whoever sent it for a new one.", zh: "请向发送人索取新链接。"))
    package static let partLinkExpired = Refusal(
        "part-link-expired", .notFound, requirements: ["R-DP-01"],
        en: "This link has expired. What was filled in and not completed has been destroyed.",
        zh: "该链接已过期，未确认的填写内容已销毁。", mend: LocalText(en: "Ask whoever sent it for a new one.", zh: "请向发送人索取新链接。"))
    package static let partCompleted = Refusal(
        "part-completed", .conflict, house: .states, en: "The person has completed this part.", zh: "本人已完成该部分。",
        mend: LocalText(
            en: "If something in it is wrong, a new link lets the person complete it anew.", zh: "如内容有误，可重新发放链接由本人再次填写。"))
    static let partNotThere = Refusal(
        "part-not-there", .invalid, requirements: ["R-25-09", "R-IC-04"],
        en: "This application has no such person whose part could be handed over.", zh: "该申请中没有可由其本人填写的此类人员。",
        mend: LocalText(
            en: "Choose the handler, the responsible person, or the actual user the application names.", zh: "请选择经办人、责任人或申请中已列的实际使用人。"),
        pointer: "/role")
    static let unitNotNamed = Refusal(
        "unit-not-named", .conflict, requirements: ["R-DP-03"],
        en: "The application does not yet say which unit it is for, and the person must be told.", zh: "申请尚未填写单位名称，须先告知本人所代表的单位。",
        mend: LocalText(en: "Fill in the unit's name first.", zh: "请先填写单位名称。"))
    static let partLinksTooMany = Refusal(
        "part-links-too-many", .conflict, house: .limits, en: "As many links were made for this application as may be.",
        zh: "该申请发放的链接数量已达上限。",
        mend: LocalText(en: "Fill the part in yourself, or begin another application.", zh: "请自行填写，或另建申请。"))
    static let partPicturesTooMany = Refusal(
        "part-pictures-too-many", .conflict, house: .limits, en: "As many pictures were taken by this link as may be.",
        zh: "通过该链接拍摄的照片数量已达上限。",
        mend: LocalText(en: "Ask whoever sent it for a new one.", zh: "请向发送人索取新链接。"))
}

extension TrailAction {
    static let partLinkIssued = TrailAction("part-link.issued")
    static let partLinkRevoked = TrailAction("part-link.revoked")
    static let partLinkOpened = TrailAction("part-link.opened")
    static let partConsentRecorded = TrailAction("part.consent-recorded")
    static let partSaved = TrailAction("part.saved")
    static let partCompleted = TrailAction("part.completed")
    static let partLeft = TrailAction("part.left")
    static let partsPurged = TrailAction("parts.purged")
}
