/// The language a reader is answered in.
package enum ReaderLanguage: String, Sendable, CaseIterable, Codable {
    case chinese = "zh"
    case english = "en"
}

extension LocalText {
    package func text(in language: ReaderLanguage) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
