/// A phone that people answer: a Chinese mobile, a landline with area code and perhaps an extension, a 400/800 service number,
/// or any country's number behind a plus. For contacts only; card numbers are `MSISDN`.
package struct ContactPhone: Hashable, Comparable, Sendable, CustomStringConvertible {
    package enum Form: String, Sendable, CaseIterable {
        case mobile
        case landline
        case service
        case international
    }

    package let form: Form
    /// `13800138000`, `0755-12345678`, `010-12345678-801`, `4001234567` or `+85212345678`.
    package let text: NumberText

    /// The first three and the last four characters at most.
    package var masked: String { text.masked(first: 3, last: 4) }
    package var description: String { masked }

    package static func check(_ typed: String) -> Verdict<ContactPhone> {
        var typed = typed
        return typed.withUTF8 { check(utf8: $0) }
    }

    package static func check(utf8: UnsafeBufferPointer<UInt8>) -> Verdict<ContactPhone> {
        Normaliser.judge(utf8, hyphens: .kept) { characters in
            let written = PhoneWriting(characters)
            guard let written else { return .refused(.character) }
            guard let phone = ContactPhone(written) else { return .refused(.contactPhoneForm) }
            return .ok(phone)
        }
    }

    /// Takes text that `check` let through before; nil when it has none of its forms.
    package init?(normalised: String) {
        guard let phone = Self.check(normalised).value, phone.text.description == normalised else { return nil }
        self = phone
    }

    package static func < (left: ContactPhone, right: ContactPhone) -> Bool { left.text < right.text }
}

extension ContactPhone {
    init?(_ written: PhoneWriting) {
        guard let number = written.nationalDigits else {
            self.init(.international, "+" + written.internationalDigits, unless: !(7...15).contains(written.internationalDigits.count))
            return
        }
        if number.hasPrefix("1") {
            self.init(.mobile, number, unless: number.count != 11 || number.dropFirst().first.map { $0 < "3" } ?? true)
        } else if number.hasPrefix("400") || number.hasPrefix("800") {
            self.init(.service, number, unless: number.count != 10)
        } else if let landline = AreaCode.split(number) {
            let tail = written.extensionDigits.map { "-" + $0 } ?? ""
            self.init(.landline, landline.area + "-" + landline.local + tail, unless: false)
        } else {
            return nil
        }
    }

    private init?(_ form: Form, _ text: String, unless isWrong: Bool) {
        guard !isWrong, let text = NumberText(text) else { return nil }
        self.form = form
        self.text = text
    }
}

/// Area codes: 010, 02x with two digits behind the 0, all others with three.
enum AreaCode {
    /// Area code with its 0 and a local number of seven or eight digits, which begins with 2 to 9.
    static func split(_ number: String) -> (area: String, local: String)? {
        guard number.hasPrefix("0") else { return nil }
        let isShort = number.hasPrefix("010") || number.hasPrefix("02")
        let area = String(number.prefix(isShort ? 3 : 4))
        let local = String(number.dropFirst(area.count))
        guard isShort || !(number.hasPrefix("00") || number.hasPrefix("01")), area.count == (isShort ? 3 : 4) else { return nil }
        guard (7...8).contains(local.count), let first = local.first, first >= "2" else { return nil }
        return (area, local)
    }
}
