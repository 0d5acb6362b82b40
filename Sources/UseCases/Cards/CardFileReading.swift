import CardFiles
import Numbers
import Registry
import Tabular
import Vault

/// How a sealed file of cards is opened.
struct CardFileReading {
    private let options: CardFileOptions

    init(_ mapping: IntakeMapping, today: CivilDate, settings: Settings) {
        var options = CardFileOptions(context: NumberContext(today: today))
        options.choices = mapping.choices
        options.hasHeading = mapping.hasHeading
        // The heading is a row too.
        options.limits.rows = settings.intakeRowsMax + 1
        self.options = options
    }

    /// Opens the file as far as its heading; throws a `Refusal` that says what is wrong with it.
    func open(_ file: SealedFileReader) throws(Refusal) -> CardFile {
        do { return try CardFile(SealedBytes(file), options: options) } catch { throw Refusal(error) }
    }

    /// What its columns may mean; throws a `Refusal` where no mapping would help.
    func outline(of file: SealedFileReader) throws(Refusal) -> CardFileOutline {
        do { return try CardFile.outline(of: SealedBytes(file), options: options) } catch { throw Refusal(error) }
    }

    /// What kind of file it is; throws a `Refusal` that says what is wrong with it, of a held one what no mapping would mend.
    func format(of file: SealedFileReader, isHeld: Bool) throws(Refusal) -> String {
        isHeld ? try outline(of: file).shape.form.name : try open(file).heading.shape.form.name
    }
}

extension TableShape.Form {
    /// As it stands on record.
    fileprivate var name: String {
        switch self {
        case .text: "text"
        case .workbook: "xlsx"
        }
    }
}
