import Records
import Registry

extension Refusal {
    package static let entranceNotOpen = Refusal(
        "entrance-not-open", .notFound, requirements: ["R-AF-11"],
        en: "This link or code is unknown, has expired, was revoked, or belongs to another card.", zh: "该链接或领取码不存在、已过期、已作废或不属于此卡。",
        mend: LocalText(
            en: "Ask whoever sold the card or device for a new link, or scan the QR code that came with it.",
            zh: "请向售卡方或设备厂商索取新链接，或扫描随卡二维码。"))
    package static let staffMayNotVerify = Refusal(
        "staff-may-not-verify", .forbidden, requirements: ["R-AF-11"],
        en: "Whoever works for the operator or an agent never does the check for a customer, nor on a device he signs in with.",
        zh: "运营商及代理商工作人员不得代客户完成实名核验，也不得使用工作设备办理。",
        mend: LocalText(en: "Let the customer do it on his own phone.", zh: "请由客户本人使用自己的手机办理。"))
    package static let consentNeeded = Refusal(
        "consent-needed", .conflict, requirements: ["R-DP-03", "R-DP-06"],
        en: "Nothing is collected before the notice was read and consented to.",
        zh: "请先阅读告知并同意后再填写或上传。",
        mend: LocalText(en: "Read the notice and consent, or go to a business hall.", zh: "请先阅读并同意，或到营业厅办理。", sendsTo: .hall))
    package static let guardianConsentNeeded = Refusal(
        "guardian-consent-needed", .conflict, requirements: ["R-DP-06"],
        en: "No picture of a child under 14 is taken before the guardian consented, and nobody looks at those taken already.",
        zh: "未满十四周岁，须经监护人同意后方可采集照片；此前已拍摄的照片不会被查看。",
        mend: LocalText(en: "Have the guardian read the notice and consent.", zh: "请监护人阅读告知并同意。"))
    static let guardianConsentOfAnother = Refusal(
        CheckOutcome.guardianAnother.code, .conflict, requirements: ["R-DP-06"], en: CheckOutcome.guardianAnother.text.en,
        zh: CheckOutcome.guardianAnother.text.zh, mend: CheckOutcome.guardianAnother.mend, pointer: CheckOutcome.guardianAnother.subject)
    package static let ageUnknown = Refusal(
        "age-unknown", .conflict, requirements: ["R-DP-06"],
        en: "No picture is taken before it is known whether the holder is under 14.", zh: "请先确认机主是否未满十四周岁，再采集照片。",
        mend: LocalText(
            en: "Answer the question beside the notices, or fill in the number or date of birth first.",
            zh: "请在告知页回答该问题，或先填写证件号码或出生日期。"))
    package static let noticeVersionOld = Refusal(
        "notice-version-old", .conflict, requirements: ["R-DP-03"], en: "The notice has changed since it was shown.", zh: "告知内容已更新。",
        mend: LocalText(en: "Read the present notice.", zh: "请阅读最新告知。"))
    package static let attemptsExhausted = Refusal(
        "attempts-exhausted", .tooMany, requirements: ["R-PH-07", "R-AF-03"], en: "No attempts are left online for this card today.",
        zh: "今日线上办理次数已用完。", mend: LocalText(en: "Go to a business hall, or try again tomorrow.", zh: "请到营业厅办理，或明日再试。", sendsTo: .hall))
    static let deviceAttemptsExhausted = Refusal(
        "device-attempts-exhausted", .tooMany, requirements: ["R-PH-07", "R-AF-03"],
        en: "This device has handed in as often as one may in a day.", zh: "本设备今日办理次数已用完。",
        mend: LocalText(en: "Go to a business hall, or try again tomorrow.", zh: "请到营业厅办理，或明日再试。", sendsTo: .hall))
    package static let inPersonOnly = Refusal(
        "in-person-only", .invalid, requirements: ["R-OP-03", "R-25-07"], en: "This registration is completed at a business hall.",
        zh: "该情形须到营业厅现场办理。",
        mend: LocalText(en: "Take the document and the card to a business hall.", zh: "请携带有效证件和卡到营业厅。", sendsTo: .hall))
    package static let cardUnderApplication = Refusal(
        "card-under-application", .conflict, requirements: ["R-25-02"], en: "Somebody has handed in an application for this card already.",
        zh: "该卡已有办理中的实名申请。",
        mend: LocalText(
            en: "Follow it by its code; if it is not yours, call the operator.", zh: "请凭办理编号查询；如非本人办理，请联系运营商。", sendsTo: .hotline))
    package static let challengeRefused = Refusal(
        "face-challenge-refused", .invalid, requirements: ["R-PH-04", "R-AF-11"],
        en: "The face capture does not answer a challenge of this application: unknown, used, too late, or not in the order asked.",
        zh: "人脸采集与本次挑战不符：挑战无效、已使用、已超时或动作顺序不符。",
        mend: LocalText(en: "Begin the face step again and follow the prompts.", zh: "请重新开始人脸识别并按提示完成动作。"), pointer: "/frames")
    package static let receiptUsed = Refusal(
        "receipt-used", .conflict, requirements: ["R-PH-06"], en: "This receipt stands for another case already.", zh: "该受理编号已用于其他申请。",
        mend: LocalText(en: "Compare with the carrier's list.", zh: "请与运营商受理记录核对。"), pointer: "/receipt")
    package static let notAwaitingCarrier = Refusal(
        "not-awaiting-carrier", .conflict, house: .states, en: "This application does not wait for the carrier.", zh: "该申请不在待运营商受理状态。",
        mend: LocalText(en: "Read it again.", zh: "请重新查看。"))
    package static let notAPicture = Refusal(
        "evidence-kind-unsupported", .invalid, requirements: ["R-25-11"], en: "Only photos are taken here, JPEG or PNG.",
        zh: "此处仅支持 JPEG 或 PNG 照片。",
        mend: LocalText(en: "Take a photo.", zh: "请拍照上传。"))

    package static let faceCaptureOld = Refusal(
        "face-capture-old", .invalid, requirements: ["R-PH-04"], en: "The face was captured more than a day ago.", zh: "人脸采集已超过一天。",
        mend: LocalText(en: "Do the face step again.", zh: "请重新进行人脸识别。"))
    package static let notAPhoto = Refusal(
        "evidence-kind-unsupported", .invalid, requirements: ["R-PH-04"], en: "Frames of a face are taken as JPEG only.",
        zh: "人脸采集画面须为 JPEG 格式。",
        mend: LocalText(en: "Take them with the camera.", zh: "请使用摄像头拍摄。"))

    /// How many there are is not said: whoever types a number need not be its holder.
    static func cardQuotaReached(max: Int) -> Refusal {
        Refusal(
            "card-quota-reached", .conflict, requirements: ["R-PH-03", "R-IC-16"],
            en: "This person has as many cards of this kind with this carrier as one may have: \(max).",
            zh: "该证件在此运营商登记的同类卡已达上限 \(max) 张。", mend: CardQuota.howToRelease, pointer: "/holder/documentNumber")
    }
}

extension TrailAction {
    static let verificationPolicySet = TrailAction("verification-policy.set")
    static let entrancesIssued = TrailAction("entrance.issued")
    static let entranceRevoked = TrailAction("entrance.revoked")
    static let entranceOpened = TrailAction("entrance.opened")
    static let claimCodeTried = TrailAction("entrance.claim-code-tried")
    static let consentGiven = TrailAction("consent.recorded")
    static let pictureCaptured = TrailAction("evidence.captured")
    static let faceChallengeIssued = TrailAction("face-challenge.issued")
    static let verificationRecorded = TrailAction("verification.recorded")
    static let carrierReplyRecorded = TrailAction("carrier-reply.recorded")
}
