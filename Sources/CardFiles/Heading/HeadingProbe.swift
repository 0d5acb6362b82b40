import Numbers
import Tabular

/// Finds the heading and what its columns mean, from the first rows of the file.
///
/// Titles above the heading are passed over. A column 卡号 is the ICCID when no column is named ICCID and at least half of the
/// first values in it look like one; otherwise it is the number.
struct HeadingProbe {
    /// How many rows may stand above the heading.
    static let titles = 5
    /// How many cards are looked at to tell ICCID from number.
    static let samples = 20

    private typealias Column = CardFileHeading.Column

    let options: CardFileOptions

    func heading(of reader: TableReader) throws(CardFileRefusal) -> CardFileHeading {
        do {
            let (row, names, reader) = try names(in: reader)
            let samples = try samples(from: reader, isFirstRead: row == 0)
            let columns = try columns(names, samples)
            try check(columns)
            if samples.isEmpty { throw CardFileRefusal(.noRows) }
            return CardFileHeading(columns: columns, row: row, shape: reader.shape)
        } catch let refusal as TabularRefusal {
            throw CardFileRefusal(refusal)
        } catch let refusal as CardFileRefusal {
            throw refusal
        } catch {
            throw CardFileRefusal(.columnMissing)
        }
    }

    /// Which column could be which, also of a file whose heading says too little: for whoever is to say it. A choice of a column that is not
    /// there counts for nothing. Throws what is wrong with the table itself, and `no-rows`.
    func outline(of reader: TableReader) throws(CardFileRefusal) -> CardFileOutline {
        do {
            let (row, names, samples) = try outlined(reader)
            let columns = try (try? columns(names, samples)) ?? HeadingProbe(options: options.withoutChoices).columns(names, samples)
            return CardFileOutline(
                columns: columns.map { column in
                    let values = samples.compactMap { column.place < $0.count ? Self.trimmed($0[column.place]) : nil }
                    return CardFileOutline.Column(
                        place: column.place, name: String(column.name.prefix(CardFileHeading.longestName)), field: column.field,
                        look: values.first { !$0.isEmpty }.map(CardFileOutline.look))
                }, hasHeading: row > 0, shape: reader.shape)
        } catch let refusal as TabularRefusal {
            throw CardFileRefusal(refusal)
        } catch let refusal as CardFileRefusal {
            throw refusal
        } catch {
            throw CardFileRefusal(.noRows)
        }
    }

    private func outlined(_ reader: TableReader) throws -> (Int, [String], [[String]]) {
        do {
            let (row, names, reader) = try names(in: reader)
            return (row, names, try samples(from: reader, isFirstRead: row == 0))
        } catch let refusal as CardFileRefusal where [.cards(.headerMissing), .cards(.columnMissing)].contains(refusal.ground) {
            let again = try reader.fromStart()
            guard try again.next() else { throw CardFileRefusal(.noRows) }
            let isCard = looksLikeCard(again)
            let names = (0..<again.fieldCount).map { isCard ? "" : Self.trimmed(again.text($0)) }
            return (isCard ? 0 : again.rowNumber, names, try samples(from: again, isFirstRead: isCard))
        }
    }

    /// The heading's row, its names, and a reader that stands on it; row 0 when the file is said to have no heading. Where somebody said which
    /// column is which, the first row is the heading unless one below it is known as one.
    private func names(in reader: TableReader) throws -> (Int, [String], TableReader) {
        if !options.hasHeading {
            guard try reader.next() else { throw CardFileRefusal(.noRows) }
            return (0, Array(repeating: "", count: reader.fieldCount), reader)
        }
        var rows = 0
        var first: (row: Int, names: [String])?
        while rows <= Self.titles, try reader.next() {
            rows += 1
            let names = (0..<reader.fieldCount).map { Self.trimmed(reader.text($0)) }
            if isHeading(names) || isChosen(names) { return (reader.rowNumber, names, reader) }
            if looksLikeCard(reader) {
                guard !options.choices.isEmpty else { throw CardFileRefusal(first == nil ? .headerMissing : .columnMissing) }
                first = first ?? (reader.rowNumber, names)
                break
            }
            first = first ?? (reader.rowNumber, names)
        }
        guard let first else { throw CardFileRefusal(.noRows) }
        guard !options.choices.isEmpty else { throw CardFileRefusal(.columnMissing) }
        let again = try reader.fromStart()
        while again.rowNumber < first.row, try again.next() {}
        return (first.row, first.names, again)
    }

    /// Whether every column that was named is there.
    private func isChosen(_ names: [String]) -> Bool {
        let chosen = options.choices.compactMap { choice -> String? in
            if case .name(let name) = choice.column { ColumnNames.folded(name) } else { nil }
        }
        return !chosen.isEmpty && Set(chosen).isSubset(of: names.map(ColumnNames.folded))
    }

    private func isHeading(_ names: [String]) -> Bool {
        let meanings = names.compactMap(ColumnNames.meaning)
        return meanings.contains(.field(.iccid)) || meanings.contains(.iccidOrMSISDN) || meanings.filter { $0 != .repair }.count > 1
    }

    private func looksLikeCard(_ reader: TableReader) -> Bool {
        (0..<reader.fieldCount).contains { index in
            Self.looksLikeICCID(reader.text(index)) || MSISDN.check(utf8: reader.field(index), in: options.context).value != nil
        }
    }

    private func samples(from reader: TableReader, isFirstRead: Bool) throws -> [[String]] {
        var rows: [[String]] = []
        if isFirstRead { rows.append((0..<reader.fieldCount).map { reader.text($0) }) }
        while rows.count < Self.samples, try reader.next() { rows.append((0..<reader.fieldCount).map { reader.text($0) }) }
        return rows
    }

    private func columns(_ names: [String], _ samples: [[String]]) throws -> [CardFileHeading.Column] {
        let chosen = try choices(names)
        let meanings = names.enumerated().map { chosen[$0] == nil ? ColumnNames.meaning(of: $1) : nil }
        let isNamed = meanings.contains(.field(.iccid)) || chosen.values.contains(.iccid)
        var isICCIDTaken = isNamed
        return names.enumerated().map { place, name in
            let field: CardField?
            if let choice = chosen[place] {
                field = choice
            } else {
                switch meanings[place] {
                case .field(let known): field = known
                case .iccidOrMSISDN:
                    let isICCID = !isICCIDTaken && holdsICCIDs(samples.compactMap { place < $0.count ? $0[place] : nil })
                    isICCIDTaken = isICCIDTaken || isICCID
                    field = isICCID ? .iccid : .msisdn
                case .repair, nil: field = nil
                }
            }
            return Column(place: place, name: name, field: field, isRepair: meanings[place] == .repair)
        }
    }

    private func choices(_ names: [String]) throws -> [Int: CardField?] {
        var chosen: [Int: CardField?] = [:]
        for choice in options.choices {
            switch choice.column {
            case .place(let place) where names.indices.contains(place): chosen[place] = .some(choice.field)
            case .name(let name):
                let folded = ColumnNames.folded(name)
                let places = names.indices.filter { ColumnNames.folded(names[$0]) == folded && !folded.isEmpty }
                guard let place = places.first else { throw CardFileRefusal(.columnUnknown, columns: [name]) }
                guard places.count == 1 else { throw CardFileRefusal(.columnDuplicated, columns: [name]) }
                chosen[place] = .some(choice.field)
            case .place(let place): throw CardFileRefusal(.columnUnknown, columns: ["#\(place + 1)"])
            }
        }
        return chosen
    }

    private func check(_ columns: [CardFileHeading.Column]) throws {
        for field in CardField.allCases {
            let same = columns.filter { $0.field == field }
            if same.count > 1 { throw CardFileRefusal(.columnDuplicated, columns: same.map(CardFileHeading.reportable)) }
        }
        if !columns.contains(where: { $0.field == .iccid }) { throw CardFileRefusal(.columnMissing) }
    }

    private func holdsICCIDs(_ values: [String]) -> Bool {
        let filled = values.filter { !Self.trimmed($0).isEmpty }
        return !filled.isEmpty && filled.count(where: Self.looksLikeICCID) * 2 >= filled.count
    }

    /// Begins 8986 and is about as long, also when Excel made it 8.986E+19.
    static func looksLikeICCID(_ value: String) -> Bool {
        let text = ColumnNames.folded(value)
        return (text.hasPrefix("8986") && text.utf8.count >= 17)
            || (text.hasPrefix("8986") && (text.hasSuffix("e19") || text.hasSuffix("e18")))
            || (text.hasPrefix("9") && text.utf8.count <= 4 && (text.hasSuffix("e19") || text.hasSuffix("e18")))
    }

    static func trimmed(_ text: String) -> String {
        String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
