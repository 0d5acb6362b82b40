import CardFiles
import Numbers
import Records
import Registry
import Tabular
import Vault

/// A sealed file of cards, read by `CardFiles`, as rows for the stock. Positions are the file's own row numbers, as a spreadsheet shows
/// them: everything up to `position` is done.
final class CardFileSource: IntakeSource {
    private let file: CardFile
    private let seed: HashSeed
    private var index: CardFileIndex?
    private var lines: CardLines?
    private var standsAt: Int64 = 0
    private var conversion: CardRowConversion

    init(
        file: SealedFileReader, intake: IntakeRecord, products: [ProductRecord], today: CivilDate, settings: Settings, chance: any Chance
    ) throws {
        self.file = try CardFileReading(IntakeMapping(intake.mapping), today: today, settings: settings).open(file)
        let (first, second) = chance.words()
        seed = HashSeed(first, second)
        conversion = CardRowConversion(intake: intake, products: products, context: NumberContext(today: today))
    }

    func prepare(_ step: () -> Void) throws -> Int64 { try prepare(rowsMax: .max, step) }

    /// Looks at no more than the first rows.
    func prepare(rowsMax: Int, _ step: () -> Void = {}) throws -> Int64 {
        do {
            let index = try file.index(seed: seed, rowsMax: rowsMax) { _ in step() }
            self.index = index
            return Int64(index.rows)
        } catch let refusal as CardFileRefusal {
            throw Refusal(refusal)
        }
    }

    func stretch(from position: Int64, limit: Int) throws -> IntakeBatch? {
        do {
            let lines = try lines(from: position)
            var batch = IntakeBatch(labels: [], nextRow: position)
            var count = 0
            while count < limit, let line = try lines.next() {
                conversion.add(line, to: &batch)
                batch.nextRow = Int64(line.row)
                count += 1
            }
            standsAt = batch.nextRow
            batch.labels = conversion.labels
            return count == 0 ? nil : batch
        } catch let refusal as CardFileRefusal {
            throw Refusal(refusal)
        }
    }

    private func lines(from position: Int64) throws -> CardLines {
        if let lines, standsAt == position { return lines }
        guard let index else { throw Refusal.fileGone }
        let opened = try file.lines(index, from: Int(position) + 1)
        lines = opened
        return opened
    }
}

extension Refusal {
    /// What is wrong with a file of cards as a whole.
    init(_ refusal: CardFileRefusal) {
        self.init(
            refusal.code, .invalid, house: .form, en: refusal.english, zh: refusal.chinese,
            mend: LocalText(en: refusal.mendEnglish, zh: refusal.mendChinese))
    }
}
