import Registry

/// What a person of a unit reads before anything is taken of him (R-DP-03, R-DP-06): another than the holder of a card reads, because he
/// stands for a unit. A change of the words is a new version: whoever consented to the old one is asked again.
enum PartNotice {
    private static let base = "unit-2026-12.1"

    /// Of the notices that name this contact of the operating company: nobody else is given anything.
    static func version(_ parties: NoticeParties) -> String { base + parties.mark }

    /// Nothing is asked that is not needed: no face is compared here.
    static let kinds: [ConsentKind] = [.privacy, .sensitiveData]

    static func of(_ kind: ConsentKind, _ role: PartyRole, unit: String, operator name: String, agent: String, _ parties: NoticeParties)
        -> PersonalNotice
    {
        let text: LocalText =
            switch kind {
            case .sensitiveData: sensitive
            default: privacy(role, unit, parties.controller(name), agent)
            }
        return PersonalNotice(kind: kind, version: version(parties), text: text)
    }

    private static func privacy(_ role: PartyRole, _ unit: String, _ controller: LocalText, _ agent: String) -> LocalText {
        let (en, zh) = standing(role)
        return LocalText(
            en: """
                \(agent) registers IoT cards in the name of \(unit) with \(controller.en) and the cards' carrier, and names you as \(en). For \
                that your name, document, address and telephone number are processed, as the law demands (MIIT Order 25, Anti-Telecom and \
                Online Fraud Law). What you fill in here goes into that application when you say that it is right, and \(agent) sees it masked; \
                until then nobody sees it, and it is destroyed when the link ends. What is registered is kept while the cards are in service and \
                two years after, then locked away; what is not registered is destroyed. You may ask the operator to show and to correct your data \
                and to tell who looked at it, and complain to the operator or to 12321.
                """,
            zh: """
                \(agent)正以\(unit)的名义向\(controller.zh)及卡所属运营商办理物联网卡实名登记，并将您列为\(zh)。为此依法（工业和信息化部令第25号、反电信网络诈骗法）\
                处理您的姓名、证件、住址和联系电话。您在此填写的内容在您确认无误后写入该申请，\(agent)仅能看到脱敏信息；确认之前任何人不可见，链接失效后即销毁。\
                登记信息在服务期间及终止后两年内保存，此后封存；未完成登记的信息按期销毁。您可以请求运营商提供、更正您的信息并告知查看记录，\
                或向运营商及12321投诉。
                """)
    }

    private static let sensitive = LocalText(
        en: """
            Your document number and the pictures of your document are sensitive data. They are needed because whoever stands for a unit \
            must be somebody whose document was looked at. They are encrypted, and every look at them is recorded.
            """,
        zh: "您的证件号码和证件照片属于敏感个人信息。依法须查验代表单位办理或承担责任人员的证件，因此需要处理。信息加密保存，每次查看均有记录。")

    private static func standing(_ role: PartyRole) -> (en: String, zh: String) {
        switch role {
        case .handler: ("its handler, who hands in for it", "经办人，代表单位办理")
        case .responsiblePerson: ("its responsible person, who answers for the cards", "责任人，对这些卡负责")
        default: ("the person who uses the cards", "实际使用人")
        }
    }
}

extension Installation {
    /// Persons of a unit are put to no authority, and their faces to nobody.
    var partNoticeParties: NoticeParties { NoticeParties(contact: contact, authority: nil, face: nil, capturesFaces: false) }

    var partNoticeVersion: String { PartNotice.version(partNoticeParties) }
}
