/// The two languages a reader may be answered in.
package enum Language: String, CaseIterable, Sendable {
    case chinese = "zh"
    case english = "en"

    /// As POSIX orders the variables: the first that is set decides; anything but Chinese reads English.
    package init(environment: [String: String]) {
        let set = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty }
        self = set?.lowercased().hasPrefix("zh") == true ? .chinese : .english
    }

    package func choose(_ english: String, _ chinese: String) -> String {
        self == .chinese ? chinese : english
    }
}
