/// What an account is: a member of staff, or a program that calls the API.
package enum AccountKind: String, CaseIterable, Sendable {
    case person
    /// Signs in by API key only; has no password.
    case machine
}

package enum AccountStatus: String, CaseIterable, Sendable {
    /// Made, but its one-time enrolment token is not used yet.
    case invited
    case active
    /// Final; the login name stays taken, because the trail speaks of it.
    case dismissed
}

/// One sign-in on one device: all tokens made from it belong to it.
package enum SignInSession {}
package typealias SessionID = Identifier<SignInSession>

package enum APIKey {}
package typealias APIKeyID = Identifier<APIKey>

package enum AgentContract {}
package typealias ContractID = Identifier<AgentContract>

/// What one signs in with: 3 to 64 of `a–z 0–9 . _ - @`. Not a personal name; nobody is asked for one.
package struct LoginName: Hashable, Sendable, CustomStringConvertible {
    package let text: String

    /// Capital letters are read as small ones; anything else outside the alphabet is refused.
    package init(_ text: String) throws(Refusal) {
        let lowered = text.utf8.map { (0x41...0x5a).contains($0) ? $0 + 0x20 : $0 }
        guard (3...64).contains(lowered.count), lowered.allSatisfy(Self.isAllowed) else { throw .loginMalformed }
        self.text = String(decoding: lowered, as: UTF8.self)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x61...0x7a, 0x30...0x39: true
        case UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "@"): true
        default: false
        }
    }

    package var description: String { text }
}

extension Refusal {
    package static let loginMalformed = Refusal(
        "login-malformed", .invalid, house: .form, en: "The login name has 3 to 64 letters a–z, digits, dots, hyphens, underscores or @.",
        zh: "登录名为 3 至 64 位小写字母、数字、点、连字符、下划线或 @。",
        mend: LocalText(en: "Choose another login name; it need not be a person's name.", zh: "请更换登录名，不必使用真实姓名。"), pointer: "/login")
}
