import Registry
import Web

extension ReaderLanguage {
    /// The languages there are, as the switch of a page shows them.
    package var choices: [[String: Any]] {
        Self.allCases.map { other in
            ["code": other.rawValue, "tag": other.tag, "name": other == .chinese ? "中文" : "English", "isCurrent": other == self]
        }
    }
}
