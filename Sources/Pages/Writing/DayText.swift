import Numbers

/// Days as people write them, and as readers of documents type them.
package enum DayText {
    package static let longTerm = "long-term"

    /// `2016.1.31`, `2016年1月31日`, `20160131` become `2016-01-31`; what is no day stays as it was typed, to be shown again.
    package static func tidied(_ text: String) -> String? {
        guard !text.isEmpty else { return nil }
        let plain = String(text.map { character in character.wholeNumberValue.map { Character("\($0)") } ?? character })
        let groups = plain.split { !$0.isNumber }
        if groups.count == 3, groups[0].count == 4, let year = Int(groups[0]), let month = Int(groups[1]), let day = Int(groups[2]),
            let date = CivilDate(year: year, month: month, day: day)
        {
            return date.description
        }
        return CivilDate(plain)?.description ?? text
    }
}
