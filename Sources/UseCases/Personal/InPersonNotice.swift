import Registry

/// What a person reads, or is read, at a counter. There his pictures are taken by whoever stands before him, so the words are others than
/// on his own page, and have a version of their own.
extension PersonalNotice {
    /// Of the notices that name nobody besides, and no contact.
    package static let inPersonVersion = "2026-12.1-counter"

    /// - Parameters:
    ///   - name: of the operating company.
    ///   - hall: of the organisation whose staff take what is handed in.
    /// - Returns: nil for what is not done at a counter: no face is recognised there.
    fileprivate static func inPerson(
        _ kind: ConsentKind, operator name: String, at hall: String, _ parties: NoticeParties
    ) -> PersonalNotice? {
        inPersonWords(kind, parties.controller(name), hall, parties.toAuthority).map {
            PersonalNotice(kind: kind, version: inPersonVersion + parties.mark, text: $0)
        }
    }

    private static func inPersonWords(
        _ kind: ConsentKind, _ controller: LocalText, _ hall: String, _ toAuthority: LocalText
    ) -> LocalText? {
        switch kind {
        case .face: nil
        case .privacy:
            LocalText(
                en: """
                    \(controller.en) and the carrier of the card process your name, date of birth, document, address and telephone number to register \
                    the card in your name, as the law demands (MIIT Order 25, Anti-Telecom and Online Fraud Law), and tell you by message, \
                    through a message service, how it stands. \(toAuthority.en)The staff of \(hall) before you look at your document, take the pictures and type \
                    what stands on it; once it is handed in, the pictures are opened only by those who review it. Whoever sold the card learns \
                    whether you are registered. What is registered is kept while the card is in service and two years after, then locked away; what \
                    is not registered is destroyed. You may ask the operator to show and to correct your data and to tell who looked at it, \
                    and complain to the operator or to 12321.
                    """,
                zh: """
                    为依法办理物联网卡实名登记（工业和信息化部令第25号、反电信网络诈骗法），\(controller.zh)及该卡所属运营商处理您的姓名、出生日期、证件、住址和联系电话，\
                    并委托短信服务商以短信告知办理进度。\(toAuthority.zh)\
                    现场由\(hall)的工作人员查验您的证件、拍摄照片并录入证件信息；提交后，照片仅由审核人员查看。售卡方仅获知登记结果。\
                    登记信息在服务期间及终止后两年内保存，此后封存；未完成登记的信息按期销毁。\
                    您可以请求运营商提供、更正您的信息并告知查看记录，或向运营商及12321投诉。
                    """)
        case .sensitiveData:
            LocalText(
                en: """
                    Your document number, the pictures of your document and the photo that is taken of you here are sensitive data. They are needed \
                    because a card may be used only in the name of somebody who was seen with his document. People compare you with it: the photo is \
                    not used for face recognition. They are encrypted, and every look at them is recorded.
                    """,
                zh: "您的证件号码、证件照片和现场拍摄的本人照片属于敏感个人信息。依法须核对人证一致后方可开通该卡，因此需要处理。"
                    + "由工作人员人工核对，现场照片不用于人脸识别。信息加密保存，每次查看均有记录。")
        case .guardian:
            LocalText(
                en: """
                    As the guardian I consent that the data of a child under 14 is processed for this registration, the photo taken of the child \
                    here included.
                    """,
                zh: "本人作为监护人，同意为办理本登记处理未满十四周岁儿童的个人信息，包括现场拍摄的儿童照片。")
        }
    }
}

extension Installation {
    /// Of the notices that are shown at a counter: no face is recognised there, so nobody who compares faces is named.
    package var inPersonNoticeVersion: String { PersonalNotice.inPersonVersion + partiesInPerson.mark }

    func inPersonNotice(_ kind: ConsentKind, operator name: String, at hall: String) -> PersonalNotice? {
        PersonalNotice.inPerson(kind, operator: name, at: hall, partiesInPerson)
    }

    private var partiesInPerson: NoticeParties {
        NoticeParties(contact: contact, authority: verification?.authorityRecipient, face: nil, capturesFaces: false)
    }
}
