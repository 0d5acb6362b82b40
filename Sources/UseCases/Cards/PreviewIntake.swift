import CardFiles
import Foundation
import Ledger
import Records
import Registry
import SQLCore
import Vault

/// What would become of a file of cards that is held, by its first rows.
package struct IntakePreview: Sendable {
    package struct Field: Hashable, Sendable {
        package let code: String
        package let name: LocalText
    }

    package struct Column: Sendable {
        /// From 1, as people count.
        package let place: Int
        /// As it stands in the file; empty where there is no heading.
        package let name: String
        /// The code of what it is taken for; nil when it is not used.
        package let field: String?
        /// How its first value looks, never the value: the beginning of a number, and how many characters it has.
        package let look: (beginning: String, characters: Int)?
    }

    /// What a column can be.
    package static let fields = CardField.allCases.map { Field(code: $0.rawValue, name: LocalText(en: $0.english, zh: $0.chinese)) }

    package let intake: IntakeRecord
    /// Of the rows that name none.
    package let product: ProductCode?
    package let columns: [Column]
    package let hasHeading: Bool
    /// Why nothing of it can be taken as it is; nil where it can.
    package let refusal: Refusal?
    package let progress: IntakeProgress
    /// Whether there are more rows than were looked at.
    package let isBeginning: Bool
    /// By row.
    package let problems: [IntakeProblem]
}

extension Installation {
    /// So many rows are looked at; what a later row says of them is not known.
    package static let previewRows = 2_000
    private static let previewProblems = 100
    /// After that a held file is destroyed.
    static let heldSeconds: Int64 = 24 * 3_600
    /// So many files of an organisation's may be held at a time.
    static let heldMost = 20

    /// Judges the first rows of a held file as the worker will, and writes nothing. Throws `not-found`, also for a file of others and one that
    /// is held no more, `file-gone` and `file-elsewhere`.
    package func previewIntake(as principal: Principal, _ id: IntakeID) async throws -> IntakePreview {
        let now = now()
        let (intake, key, products) = try await look(as: principal, needs: .cardRead) { session in
            let intake = try Self.held(id, by: principal, in: session)
            let key = try intake.spoolKey.flatMap { try DataKeyRecords.open($0, with: vault, in: session) }
            return (intake, key, try ProductRecords.active(in: session))
        }
        guard let key else { throw Refusal.notFound }
        try demandFile(at: spoolPath(of: id), lost: Refusal.fileGone)
        let file = try SealedFileReader(path: spoolPath(of: id), key: key)
        let outline = try CardFileReading(IntakeMapping(intake.mapping), today: chinaDay(), settings: settings).outline(of: file)
        let (batch, rows, refusal) = try firstRows(of: file, intake, products)
        let scope: Scope =
            intake.kind == .claim ? .subtree(organisation: intake.organisation, path: intake.path) : .everything
        let judged = try await store.read { try batch.judged(as: intake.kind, scope: scope, at: now, in: $0) }
        return IntakePreview(
            intake: intake, product: products.first { $0.number == intake.product }?.code,
            columns: outline.columns.map { column in
                .init(
                    place: column.place + 1, name: column.name, field: column.field?.rawValue,
                    look: column.look.map { ($0.beginning, $0.characters) })
            },
            hasHeading: outline.hasHeading, refusal: refusal, progress: judged.progress, isBeginning: rows > Self.previewRows,
            problems: Array(judged.problems.sorted { $0.row < $1.row }.prefix(Self.previewProblems)))
    }

    /// Checked as text, and how many rows there are, counted to one beyond what is looked at.
    private func firstRows(
        of file: SealedFileReader, _ intake: IntakeRecord, _ products: [ProductRecord]
    ) throws -> (IntakeBatch, rows: Int, Refusal?) {
        let nothing = IntakeBatch(labels: [], nextRow: 0)
        do {
            let source = try CardFileSource(
                file: file, intake: intake, products: products, today: chinaDay(), settings: settings, chance: chance)
            let rows = Int(try source.prepare(rowsMax: Self.previewRows + 1))
            return (try source.stretch(from: 0, limit: min(rows, Self.previewRows)) ?? nothing, rows, nil)
        } catch let refusal as Refusal {
            return (nothing, 0, refusal)
        }
    }

    /// Only for who sent it.
    static func held(_ id: IntakeID, by principal: Principal, in session: any Session) throws -> IntakeRecord {
        guard let intake = try IntakeRecords.find(id, scope: principal.scope, in: session), intake.createdBy == principal.account,
            intake.state == .held, intake.spool != nil
        else { throw Refusal.notFound }
        return intake
    }
}

extension IntakeRecord {
    /// A mark of how its file is to be read: another one once it is said anew.
    package var reading: String {
        let facts = [mapping, product.map(String.init) ?? "", province.map(String.init) ?? "", batch]
        return MerkleHash.leaf(Array(facts.joined(separator: "\u{0}").utf8)).hex
    }
}

extension Act {
    func demandHeldBelowMost() throws {
        guard try IntakeRecords.held(of: principal.organisation, in: session) < Installation.heldMost else {
            throw Refusal.intakesHeldTooMany
        }
    }
}

extension Refusal {
    static let intakesHeldTooMany = Refusal(
        "intakes-held-too-many", .conflict, house: .limits, en: "Too many files wait to be looked at.", zh: "待确认的文件过多。",
        mend: LocalText(en: "Take them in, or cancel those you do not need.", zh: "请先确认入库，或取消不需要的文件。"))
}
