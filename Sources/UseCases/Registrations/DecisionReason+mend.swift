import Registry

extension DecisionReason {
    /// What the applicant can do about it; nil for reasons of the operating company's own, whose words say it.
    package var mend: LocalText? { Self.mends[code] }

    private static let mends: [String: LocalText] = [
        "unreadable": LocalText(
            en: "Take it again in even light, flat and whole in the picture, without glare.", zh: "请在光线均匀处重新拍摄，证件平放、完整入镜、避免反光。"),
        "does-not-match": LocalText(
            en: "Compare what was typed with the document, letter by letter, and correct it.", zh: "请逐字核对填写内容与证件并更正。"),
        "not-sealed": LocalText(en: "Have the unit's seal put on it clearly and hand it in again.", zh: "请加盖清晰公章后重新提交。"),
        "wrong-document": LocalText(en: "Hand in the document that the step names.", zh: "请按该步骤要求提交相应证件。"),
        "expired": LocalText(en: "Hand in a valid one; have it renewed first if need be.", zh: "请换领后提交有效证件。"),
        "not-authorised": LocalText(
            en: "Hand in an authorisation that names this matter, these cards and its period.", zh: "请提交写明办理事项、卡号范围和期限的授权书。"),
        "use-not-plausible": LocalText(
            en: "Say for what and where the card is used, with proof where there is some.", zh: "请说明卡的用途和使用地点，并附相关证明。"),
        "identity-mismatch": LocalText(
            en: "Compare name and number with the document; if both are right, go to a business hall with it.",
            zh: "请核对姓名和证件号码；如均无误，请携带证件到营业厅办理。"),
        "identity-no-record": LocalText(
            en: "Try again after 72 hours if the document is new; else go to a business hall with it.",
            zh: "新办证件请 72 小时后再试；否则请携带证件到营业厅办理。"),
        "document-not-in-service": LocalText(en: "Use the document that you were issued last.", zh: "请使用最新领取的证件。"),
        "guardian-identity-mismatch": LocalText(
            en: "Compare the guardian's name and number with the document; if both are right, go to a business hall with it.",
            zh: "请核对监护人姓名和证件号码；如均无误，请携带证件到营业厅办理。"),
        "guardian-identity-no-record": LocalText(
            en: "Try again after 72 hours if the guardian's document is new; else go to a business hall with it.",
            zh: "监护人新办证件请 72 小时后再试；否则请携带证件到营业厅办理。"),
        "guardian-document-not-in-service": LocalText(
            en: "Use the document that the guardian was issued last, or name another guardian.",
            zh: "请使用监护人最新领取的证件，或更换监护人。"),
        "proxy-identity-mismatch": LocalText(
            en: "Compare the proxy's name and number with the document; if both are right, go to a business hall with it.",
            zh: "请核对代办人姓名和证件号码；如均无误，请携带证件到营业厅办理。"),
        "proxy-identity-no-record": LocalText(
            en: "Try again after 72 hours if the proxy's document is new; else go to a business hall with it.",
            zh: "代办人新办证件请 72 小时后再试；否则请携带证件到营业厅办理。"),
        "proxy-document-not-in-service": LocalText(
            en: "Use the document that the proxy was issued last, or name another proxy.", zh: "请使用代办人最新领取的证件，或更换代办人。"),
        "face-different": LocalText(
            en: "The holder does the face step himself, in good light; or hands in the photo with the document, or goes to a hall.",
            zh: "请由机主本人在光线充足处重新进行人脸识别；也可改用手持证件照片或到营业厅办理。"),
        "liveness-failed": LocalText(
            en: "Do the face step again in good light and follow the prompts, or choose another way.",
            zh: "请在光线充足处按提示重新完成人脸识别，或选择其他方式。"),
        "carrier-refused": LocalText(
            en: "Check what was handed in and hand it in again; if it is right, ask at a business hall.",
            zh: "请核对所提交信息后重新提交；如无误，请到营业厅咨询。"),
        other: LocalText(en: "Follow the reviewer's words, or ask at a business hall.", zh: "请按审核意见处理，或到营业厅咨询。"),
    ]
}
