import Foundation
import Registry
import UseCases

/// By what CTWing knows us.
package struct CTWingCredentials: Hashable, Sendable, Unshown {
    let appKey: String
    let secret: String

    package init(appKey: String, secret: String) {
        self.appKey = appKey
        self.secret = secret
    }
}

/// How a call to CTWing is signed. The older interface encrypts with a variant of DES of its own that is not public, and is not offered
/// here. The newer one signs headers; one public client shows how, and what it leaves open can be set (docs/carriers.md).
package struct CTWingSigning: Hashable, Sendable {
    /// How a list stands in the text that is signed.
    package enum ListForm: String, CaseIterable, Sendable {
        /// `[a b]`
        case spaced
        /// `[a, b]`
        case comma
        /// `["a","b"]`
        case json
    }

    package var digest = Digest.md5
    /// Whether the digest's hexadecimal text is written as hexadecimal once more.
    package var isDoubled = true
    package var listForm = ListForm.spaced

    package init() {}

    /// The names in their order, `name=value`, joined by `&`; the secret, the time; upper case.
    package func sign(_ parameters: [(name: String, values: [String], isList: Bool)], secret: String, timestamp: String) -> String {
        let text =
            parameters.sorted { $0.name < $1.name }.map { $0.name + "=" + ($0.isList ? list($0.values) : $0.values.first ?? "") }
            .joined(separator: "&") + secret + timestamp
        let hex = digest.hex(text)
        return (isDoubled ? hex.utf8.map { String($0, radix: 16) }.joined() : hex).uppercased()
    }

    private func list(_ values: [String]) -> String {
        switch listForm {
        case .spaced: "[" + values.joined(separator: " ") + "]"
        case .comma: "[" + values.joined(separator: ", ") + "]"
        case .json: "[" + values.map { "\"\($0)\"" }.joined(separator: ",") + "]"
        }
    }
}
