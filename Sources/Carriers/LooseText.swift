import Foundation

/// A text that some carriers write as a number: `"0"` and `0` are the same status to them.
struct LooseText: Decodable, Sendable {
    let text: String

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if let text = try? value.decode(String.self) {
            self.text = text
        } else {
            text = String(try value.decode(Int64.self))
        }
    }
}

/// A carrier's JSON, or nil for what is none: cut, doubled, or of another form.
func decoded<Answer: Decodable>(_ bytes: [UInt8], as _: Answer.Type = Answer.self) -> Answer? {
    try? JSONDecoder().decode(Answer.self, from: Data(bytes))
}

/// A text inside a carrier's answer that is kept: short, visible, ASCII. Anything else is not a code.
func codeText(_ text: String) -> String {
    let plain = text.unicodeScalars.prefix(32).filter { (0x21...0x7E).contains($0.value) }
    return String(String.UnicodeScalarView(plain))
}
