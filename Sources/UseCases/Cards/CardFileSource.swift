import Numbers
import Records
import Registry
import Vault

/// A sealed file of cards, read by `CardFiles`.
final class CardFileSource: IntakeSource {
    init(file: SealedFileReader, intake: IntakeRecord, products: [ProductRecord], today: CivilDate, settings: Settings) throws {
    }

    func prepare() throws -> Int64 { 0 }
    func stretch(from position: Int64, limit: Int) throws -> IntakeBatch? { nil }
}
