/// A phone number taken apart as it is written: country code, digits, extension behind a last hyphen.
struct PhoneWriting {
    /// The digits inside China, with the 0 of an area code; nil for another country's number.
    let nationalDigits: String?
    /// The digits behind the plus of another country's number; empty for a Chinese one.
    let internationalDigits: String
    /// One to six digits that followed a hyphen after a complete landline number.
    let extensionDigits: String?

    /// Nil when there are characters that no phone number has.
    init?(_ characters: Characters) {
        var groups: [String] = [""]
        for index in 0..<characters.count {
            switch characters[index] {
            case 0x30...0x39: groups[groups.count - 1].unicodeScalars.append(Unicode.Scalar(characters[index]))
            case 0x2D: groups.append("")
            case 0x28, 0x29: continue  // brackets around an area code
            case 0x2B where index == 0: continue
            default: return nil
            }
        }
        let hasPlus = characters[0] == 0x2B
        let (digits, extensionDigits) = Self.withoutExtension(groups)
        self.extensionDigits = extensionDigits
        let abroad = hasPlus ? digits : digits.hasPrefix("00") ? String(digits.dropFirst(2)) : nil
        guard let abroad else {
            let hasCountryCode = digits.count == 13 && digits.hasPrefix("861")
            nationalDigits = hasCountryCode ? String(digits.dropFirst(2)) : digits
            internationalDigits = ""
            return
        }
        if abroad.hasPrefix("86") {
            nationalDigits = Self.national(String(abroad.dropFirst(2)))
            internationalDigits = ""
        } else {
            nationalDigits = nil
            internationalDigits = abroad.hasPrefix("0") ? "" : abroad
        }
    }

    /// The last group is an extension when the groups before it are a landline by themselves.
    private static func withoutExtension(_ groups: [String]) -> (digits: String, extensionDigits: String?) {
        let all = groups.joined()
        guard groups.count > 1, let last = groups.last, (1...6).contains(last.count) else { return (all, nil) }
        let before = groups.dropLast().joined()
        let national = before.hasPrefix("86") ? Self.national(String(before.dropFirst(2))) : before
        return AreaCode.split(national) == nil ? (all, nil) : (before, last)
    }

    /// Behind +86 an area code has lost its 0; mobiles and service numbers never had one.
    private static func national(_ digits: String) -> String {
        let isMobile = digits.count == 11 && digits.hasPrefix("1")
        let isService = digits.count == 10 && (digits.hasPrefix("400") || digits.hasPrefix("800"))
        return isMobile || isService || digits.hasPrefix("0") ? digits : "0" + digits
    }
}
