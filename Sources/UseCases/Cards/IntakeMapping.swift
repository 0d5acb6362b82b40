import CardFiles
import Foundation
import Registry

/// What the uploader says of the columns: `{"columns":{"卡号":"iccid","#3":"msisdn","备注":""},"heading":true}`.
/// A column is named by its heading or by `#` and its place from 1; a field is one of `CardField`, empty to leave the column out.
struct IntakeMapping {
    let choices: [CardFileOptions.Choice]
    let hasHeading: Bool

    private struct Written: Decodable {
        let columns: [String: String]?
        let heading: Bool?
    }

    /// Empty text says nothing. Throws `intake-mapping-invalid`.
    init(_ text: String) throws(Refusal) {
        guard !text.isEmpty else {
            choices = []
            hasHeading = true
            return
        }
        guard text.utf8.count <= 10_000, let written = try? JSONDecoder().decode(Written.self, from: Data(text.utf8)) else {
            throw .intakeMappingInvalid
        }
        var choices: [CardFileOptions.Choice] = []
        for (column, field) in (written.columns ?? [:]).sorted(by: { $0.key < $1.key }) {
            let known = CardField(rawValue: field)
            guard known != nil || field.isEmpty else { throw .intakeMappingInvalid }
            if column.hasPrefix("#") {
                guard let place = Int(column.dropFirst()), place > 0 else { throw .intakeMappingInvalid }
                choices.append(CardFileOptions.Choice(.place(place - 1), known))
            } else {
                choices.append(CardFileOptions.Choice(.name(column), known))
            }
        }
        self.choices = choices
        hasHeading = written.heading ?? true
    }
}
