import Registry

/// The notices a person reads, each with the version that a consent names (R-DP-03, R-DP-06, R-OP-03, R-AF-10). A change of the words
/// is a new version: whoever consented to the old one is asked again.
package struct PersonalNotice: Hashable, Sendable {
    package let kind: ConsentKind
    package let version: String
    package let text: LocalText

    /// - Parameter searchesFaces: whether faces are looked for under other identities, which is a notice of its own.
    fileprivate static func of(
        _ kind: ConsentKind, operator name: String, agent: String, _ parties: NoticeParties, searchesFaces: Bool
    ) -> PersonalNotice {
        var text = words(kind, name, agent, parties)
        if kind == .face, searchesFaces { text = LocalText(en: text.en + " " + search.en, zh: text.zh + search.zh) }
        return PersonalNotice(kind: kind, version: version(parties, searchesFaces: searchesFaces), text: text)
    }

    /// Of the notices that name nobody besides the operating company, and no contact of it.
    package static let version = "2026-12.3"

    /// Of the notices that name these, and where faces are looked for under other identities.
    fileprivate static func version(_ parties: NoticeParties, searchesFaces: Bool) -> String {
        version + parties.mark + (searchesFaces ? searchMark : "")
    }

    private static let searchMark = "-search"

    package static func tellsOfSearch(_ version: String) -> Bool { version.hasSuffix(searchMark) }

    /// Whether both notices name the same words and parties, whatever they say of the search.
    static func nameTheSame(_ one: String, _ other: String) -> Bool { withoutSearch(one) == withoutSearch(other) }

    private static func withoutSearch(_ version: String) -> Substring {
        tellsOfSearch(version) ? version.dropLast(searchMark.count) : version[...]
    }

    private static let search = LocalText(
        en: """
            It is also looked for among the faces that were shown under other identities; when it is found there, a person decides, and \
            you are not told of anybody else.
            """,
        zh: "同时会查找该人脸是否曾以其他身份出现；如有，将由人工审核，不会向您透露他人信息。")

    private static func words(_ kind: ConsentKind, _ name: String, _ agent: String, _ parties: NoticeParties) -> LocalText {
        switch kind {
        case .privacy: privacy(parties.controller(name), agent, parties.toAuthority)
        case .sensitiveData:
            LocalText(
                en: """
                    Your document number and the pictures of your document are sensitive data. They are needed because a card may be used \
                    only in the name of somebody whose document was looked at. They are encrypted, and every look at them is recorded.
                    """,
                zh: "您的证件号码和证件照片属于敏感个人信息。依法须查验证件后方可开通该卡，因此需要处理。信息加密保存，每次查看均有记录。")
        case .face: face(parties, name)
        case .guardian:
            LocalText(
                en: "As the guardian I consent that the data of a child under 14 is processed for this registration.",
                zh: "本人作为监护人，同意为办理本登记处理未满十四周岁儿童的个人信息。")
        }
    }

    private static func privacy(_ controller: LocalText, _ agent: String, _ toAuthority: LocalText) -> LocalText {
        LocalText(
            en: """
                \(controller.en) and the carrier of the card process your name, date of birth, document, address and telephone number to \
                register the card in your name, as the law demands (MIIT Order 25, Anti-Telecom and Online Fraud Law), and tell you by \
                message, through a message service, how it stands. \(toAuthority.en)\(agent) sold the card and learns \
                whether you are registered; it does not see your pictures unless its rules say that it reviews them. What is registered \
                is kept while the card is in service and two years after, then locked away; what is not registered is destroyed. You may \
                ask the operator to show and to correct your data and to tell who looked at it, and complain to the operator or to 12321.
                """,
            zh: """
                为依法办理物联网卡实名登记（工业和信息化部令第25号、反电信网络诈骗法），\(controller.zh)及该卡所属运营商处理您的姓名、出生日期、证件、住址和联系电话，\
                并委托短信服务商以短信告知办理进度。\(toAuthority.zh)\
                售卡方\(agent)仅获知登记结果，除其规则注明由其审核外，看不到您的照片。登记信息在服务期间及终止后两年内保存，此后封存；\
                未完成登记的信息按期销毁。您可以请求运营商提供、更正您的信息并告知查看记录，或向运营商及12321投诉。
                """)
    }

    /// What is compared with what depends on who is asked (R-DP-04, R-OP-03).
    private static func face(_ parties: NoticeParties, _ name: String) -> LocalText {
        let how = parties.face.map { compared(by: $0.told, for: name, parties.capturesFaces) } ?? lookedAt
        return LocalText(
            en: """
                This is to make sure that nobody registers in your name. \(how.en) The pictures kept here are destroyed when their time is \
                over; only the outcome is kept. You need not agree: instead you may hand in a photo with the document and be looked at by a \
                person, or go to a business hall.
                """,
            zh: """
                为防止他人冒用您的身份，需要核对您的人脸。\(how.zh)本系统保存的采集画面到期销毁，仅保留结论。\
                您可以不同意：可改为提交手持证件照片由人工审核，或到营业厅办理。
                """)
    }

    private static func compared(by provider: LocalText, for name: String, _ capturesFaces: Bool) -> LocalText {
        let page = LocalText(
            en: " Where the card demands it, you are sent to its own page, where it takes the pictures itself.",
            zh: "该卡要求时，将转到其自有页面，由其直接采集。")
        return LocalText(
            en: """
                The pictures your camera takes while you do what is asked, your name, and your document's type and number are sent to \
                \(provider.en). It compares your face with the portrait that it holds or obtains under that name and number, judges whether \
                somebody alive is before the camera, and tells \(name) the verdict.\(capturesFaces ? page.en : "") Where it reaches none, \
                people who review the case compare the pictures with your document by eye. Your consent here is consent to that sending.
                """,
            zh: """
                您按提示完成动作时采集的画面以及您的姓名、证件类型和证件号码将提供给\(provider.zh)，由其与其在该姓名和号码下持有或调取的人像进行比对、\
                判断是否为活体，并将结论告知\(name)。\(capturesFaces ? page.zh : "")未得出结论的，由审核人员人工核对画面与证件。\
                勾选同意即单独同意上述提供。
                """)
    }

    private static let lookedAt = LocalText(
        en: """
            No machine compares your face, and no face recognition service is given it: people who review the case compare the pictures your \
            camera takes with your document by eye, and look whether you did what was asked. A machine only sees that each shows one face.
            """,
        zh: "人脸不由系统比对，也不提供给任何人脸识别服务机构：由审核人员人工核对采集画面与证件，并查看是否按提示完成动作；系统仅检查画面中有且只有一张人脸。")

    /// What R-AF-10 has everybody told at the point of business.
    package static let legal = LocalText(
        en: """
            Selling, renting or lending the card, or letting others register in your name, is against the law (Anti-Telecom and Online \
            Fraud Law, articles 31 and 44) and can bring fines, detention and a ban on new cards.
            """,
        zh: "买卖、出租、出借物联网卡或提供实名核验帮助属违法行为（反电信网络诈骗法第三十一条、第四十四条），可能面临罚款、拘留及限制办卡。")
}

extension Installation {
    /// Of the notices that are shown on the person's page.
    package var noticeVersion: String { PersonalNotice.version(noticeParties, searchesFaces: searchesFaces) }

    package func notice(_ kind: ConsentKind, operator name: String, agent: String) -> PersonalNotice {
        .of(kind, operator: name, agent: agent, noticeParties, searchesFaces: searchesFaces)
    }

    /// Where nobody is shown faces, nobody looks for them.
    private var searchesFaces: Bool { settings.verificationFaceSearch > 0 && verification?.faceRecipient != nil }
}
