import Crypto
import Ledger
import Registry

/// Of whom the notices tell a person: how the operating company is reached, and who besides it is given what (R-DP-03, R-DP-04, R-OP-03).
struct NoticeParties: Hashable, Sendable {
    /// Of the operating company; nil where nobody said.
    let contact: String?
    let authority: DataRecipient?
    let face: DataRecipient?
    /// Whether faces are taken on a page of that provider as well.
    let capturesFaces: Bool

    /// The end of a notice's version: with other parties it says something else. Empty where it names none.
    var mark: String {
        // Who is given nothing of a guardian says the same as before: nobody is asked anew.
        let told = authority.map { $0.name + ", of guardian and proxy too" }
        let named = [contact, told, authority?.contact, face?.name, face?.contact, capturesFaces ? "capture" : nil]
        guard named.contains(where: { $0 != nil }) else { return "" }
        let digest = Array(SHA256.hash(data: Array(named.map { $0 ?? "" }.joined(separator: "\n").utf8)))
        return "-" + Hex.text(Array(digest.prefix(4)))
    }

    /// The operating company with its contact.
    func controller(_ name: String) -> LocalText { DataRecipient(name: name, contact: contact).told }

    /// What the authority is given, and for what; empty where none is asked.
    var toAuthority: LocalText {
        guard let authority = authority?.told else { return LocalText(en: "", zh: "") }
        let english = """
            To make sure that the document is yours, as the law demands, your name and your document's type and number are given to \
            \(authority.en), which answers whether they agree with its records. Of a guardian or a proxy who is named the same is given to it \
            for the same purpose.
            """
        return LocalText(
            en: english + " ",
            zh: "为依法核验您的身份，您的姓名、证件类型和证件号码将提供给\(authority.zh)，由其核对是否与其记录一致；"
                + "填写监护人或代办人的，其姓名、证件类型和证件号码为同一目的一并提供。")
    }
}

extension DataRecipient {
    /// Its name, and by what it is reached.
    var told: LocalText {
        guard let contact else { return LocalText(en: name, zh: name) }
        return LocalText(en: "\(name) (contact: \(contact))", zh: "\(name)（联系方式：\(contact)）")
    }
}

extension Installation {
    /// Of what is connected at the moment.
    var noticeParties: NoticeParties {
        NoticeParties(
            contact: contact, authority: verification?.authorityRecipient, face: verification?.faceRecipient,
            capturesFaces: verification?.capture != nil)
    }
}
