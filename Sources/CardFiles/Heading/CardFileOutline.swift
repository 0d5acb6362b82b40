import Tabular

/// The columns of a file before it is said for sure what they mean.
package struct CardFileOutline: Sendable, Equatable {
    package struct Column: Sendable, Equatable {
        /// From 0.
        package let place: Int
        /// As it stands in the file; empty where it has no heading.
        package let name: String
        /// What it is taken for; nil when it is not used.
        package let field: CardField?
        /// How its first value looks, never the value: nil when its first values are empty.
        package let look: Look?
    }

    package struct Look: Sendable, Equatable {
        /// The beginning of a number; empty for words.
        package let beginning: String
        package let characters: Int
    }

    package let columns: [Column]
    package let hasHeading: Bool
    package let shape: TableShape

    /// Of numbers the first four digits, which tell an ICCID from an IMSI; of words nothing.
    static func look(_ value: String) -> Look {
        let isNumber = value.count >= 10 && value.unicodeScalars.allSatisfy { ("0"..."9").contains($0) || $0 == " " || $0 == "-" }
        return Look(beginning: isNumber ? String(value.prefix(4)) : "", characters: min(value.count, 1_000))
    }
}

extension CardFile {
    /// Throws what is wrong with the table itself, and `no-rows`.
    package static func outline(
        of bytes: any RandomAccessBytes, options: CardFileOptions
    ) throws(CardFileRefusal) -> CardFileOutline {
        let reader: TableReader
        do throws(TabularRefusal) { reader = try TableReader(bytes, limits: options.limits) } catch { throw CardFileRefusal(error) }
        return try HeadingProbe(options: options).outline(of: reader)
    }
}

extension CardFileOptions {
    var withoutChoices: CardFileOptions {
        var options = self
        options.choices = []
        return options
    }
}
