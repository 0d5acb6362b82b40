import Numbers
import Records
import Registry

extension StoredCheck {
    /// What was found, in the reader's words; the code itself where no rule has it any more. The code is what is kept, so that a better
    /// wording reaches old findings too.
    package func text(in language: ReaderLanguage) -> String {
        (Self.found[code] ?? picture ?? number ?? Refusal.exclusion(code)?.reason ?? passed)?.text(in: language) ?? code
    }

    private var passed: LocalText? { verdict == "passed" ? LocalText(en: "Meets the rule.", zh: "符合要求。") : nil }

    private var picture: LocalText? {
        guard code.hasPrefix("picture-") else { return nil }
        return LocalText(ofPicture: String(code.dropFirst("picture-".count)))
    }

    private var number: LocalText? {
        guard let explanation = Reason(rawValue: code)?.explanation else { return nil }
        return LocalText(en: explanation.english, zh: explanation.chinese)
    }

    private static let found: [String: LocalText] = [
        "validity-not-of-age": LocalText(en: "A card issued at that age has another period.", zh: "有效期与签发时年龄不符。"),
        "validity-of-age": LocalText(en: "The period fits the age at issue.", zh: "有效期与签发时年龄相符。"),
        "birth-date": LocalText(en: "The date of birth is declared.", zh: "已填写出生日期。"),
        "age-answer-differs": LocalText(
            en: "Whether the holder is under 14 was answered otherwise before the pictures.", zh: "拍摄前关于机主是否未满十四周岁的回答与证件不符。"),
        "of-age": LocalText(en: "Of age.", zh: "已成年。"),
        "document-type": LocalText(en: "The document proves an identity here.", zh: "证件类型有效。"),
        "name-form": LocalText(en: "The name has the form of a name.", zh: "姓名格式符合要求。"),
        "document-number-form": LocalText(en: "The number has the form of one.", zh: "证件号码格式符合要求。"),
        "address-form": LocalText(en: "The address is whole enough.", zh: "地址格式符合要求。"),
        "contact-phone": LocalText(en: "The phone number can be called.", zh: "联系电话格式符合要求。"),
        "validity": LocalText(en: "Valid on that day.", zh: "在有效期内。"),
        "expires-soon": LocalText(en: "It expires soon.", zh: "即将到期。"),
        "present": LocalText(en: "What is needed is there.", zh: "所需材料已提供。"),
        "sealed-letter-body": LocalText(en: "A body that may show a sealed letter.", zh: "可使用介绍信的机关。"),
        "cards-registrable": LocalText(en: "Cards that can be registered.", zh: "可登记的卡。"),
        "person-on-other-units": LocalText(en: "This person also stands for other units.", zh: "该人员同时登记于其他单位。"),
        "reading-differs": LocalText(en: "The picture was read otherwise than confirmed.", zh: "确认内容与照片识别结果不一致。"),
        "device-used-by-many": LocalText(en: "One device handed in for many persons.", zh: "同一设备为多人办理实名。"),
        "picture-used-before": LocalText(en: "The same picture was handed in elsewhere.", zh: "相同照片曾在其他申请中使用。"),
        "pictures-reused": LocalText(en: "Pictures of an earlier case of the same person count again.", zh: "沿用同一人此前申请的证件照片。"),
        CheckOutcome.formerNumberGiven.code: CheckOutcome.formerNumberGiven.text,
        CheckOutcome.noRegister(for: .guardian).code: CheckOutcome.noRegister(for: .guardian).text,
        "refused-by-provider-before": LocalText(en: "A provider said no to an earlier submission.", zh: "此前提交曾被认证机构判定不通过。"),
        "holder-proved-by-number": LocalText(
            en: "The number given is that of the document registered.", zh: "所填号码与登记证件号码一致。"),
        "identity-proved-again": LocalText(en: "The person proved again who he is.", zh: "本人已重新核验身份。"),
        CheckOutcome.personCorrected(.holder).code: CheckOutcome.personCorrected(.holder).text,
        CheckOutcome.photoUploaded.code: CheckOutcome.photoUploaded.text,
        CheckOutcome.photoBeforeCorrection.code: CheckOutcome.photoBeforeCorrection.text,
        Refusal.documentUnderOtherName.code: Refusal.documentUnderOtherName.reason,
    ]
}

extension LocalText {
    /// What a machine noticed in a picture.
    ///
    /// - Parameter finding: a `PictureProblem` or `PictureFlag`, as it is kept.
    init(ofPicture finding: String) {
        self =
            PictureProblem(rawValue: finding)?.words.reason ?? PictureFlag(rawValue: finding)?.reason
            ?? LocalText(en: "A machine noticed something about the picture.", zh: "系统对照片有提示。")
    }
}
