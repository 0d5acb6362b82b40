/// What the first pass over a file found out about rows that concern each other. It holds no numbers, only rows.
package struct CardFileIndex: Sendable, Equatable {
    enum Kind: UInt8, Sendable {
        case repetition
        case iccid
        case msisdn
        case imsi

        var field: CardField {
            switch self {
            case .repetition, .iccid: .iccid
            case .msisdn: .msisdn
            case .imsi: .imsi
            }
        }
    }

    struct Exception: Sendable, Equatable {
        let row: UInt32
        let other: UInt32
        let kind: Kind
    }

    /// Rows with cards or problems, empty ones left out.
    package let rows: Int
    /// Rows that are good and not repeated.
    package let cards: Int
    package let repetitions: Int
    /// Rows that fail by themselves or contradict others.
    package var problems: Int { rows - cards - repetitions }
    /// By row, then by kind.
    let exceptions: [Exception]
}
