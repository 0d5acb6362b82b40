import Crypto
import Foundation
import Ledger
import Numbers
import Records
import Registry
import SQLCore
import Vault

extension TrailAction {
    static let intakeCreated = TrailAction("intake.created")
    static let intakeCommitted = TrailAction("intake.committed")
    static let intakeEnded = TrailAction("intake.ended")
    static let intakeCancelled = TrailAction("intake.cancelled")
}

/// What goes with a file of cards.
package struct IntakeRequest: Hashable, Sendable {
    package var kind: IntakeKind
    /// Label by which the cards are found again; one is made when there is none.
    package var batch: String?
    /// Product of the rows that name none.
    package var product: String?
    /// Province of the rows that name none: GB/T 2260, two digits.
    package var province: Int64?
    /// Which column is which field, where the headings do not say so: see `IntakeMapping`; empty for the usual headings.
    package var mapping: String
    /// Whether it waits until somebody has looked at what would become of it: see `previewIntake`.
    package var isHeld: Bool

    package init(
        kind: IntakeKind, batch: String? = nil, product: String? = nil, province: Int64? = nil, mapping: String = "", isHeld: Bool = false
    ) {
        self.isHeld = isHeld
        self.kind = kind
        self.batch = batch
        self.product = product
        self.province = province
        self.mapping = mapping
    }
}

extension Installation {
    /// Keeps the file sealed and queues it, or holds it; a worker takes the cards in. Throws `not-permitted`, `intake-batch-invalid`,
    /// `intake-province-invalid`, `intake-mapping-invalid`, `product-unknown`, `file-empty`, `file-too-large`, `intakes-held-too-many`, and
    /// what is wrong with the file as a whole, by the codes of `CardFileRefusal`: of a held one what no mapping would mend.
    package func createIntake<Body: AsyncSequence & Sendable>(
        as principal: Principal, _ request: IntakeRequest, body: Body
    ) async throws -> IntakeRecord where Body.Element == [UInt8] {
        try principal.demand(request.kind.permission)
        try request.check()
        let mapping = try IntakeMapping(request.mapping)
        let id: IntakeID = fresh()
        let (key, wrapped) = try freshDataKey()
        let path = spoolPath(of: id)
        let file = try await spool(body, to: path, under: key)
        do {
            // What is wrong with the file as a whole is said at once.
            let format = try CardFileReading(mapping, today: chinaDay(), settings: settings)
                .format(of: SealedFileReader(path: path, key: key), isHeld: request.isHeld)
            return try await act(as: principal, .intakeCreated, needs: request.kind.permission) { act in
                try DataKeyRecords.insert(key, wrapped, at: act.now, in: act.session)
                let intake = try act.intake(id, request, file: file, format: format, key: key.id)
                try IntakeRecords.insert(intake, in: act.session)
                act.recording.about(.intake, id)
                act.recording.note("batch", .string(intake.batch))
                act.recording.note("bytes", .integer(intake.fileBytes))
                act.recording.note("kind", .string(intake.kind.rawValue))
                act.recording.note("sha256", .string(Hex.text(intake.fileHash)))
                return intake
            }
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }

    func spoolPath(of id: IntakeID) -> String { folders.spool + "/" + id.description }

    func spool<Body: AsyncSequence>(
        _ body: Body, to path: String, under key: DataKey
    ) async throws -> SpooledFile where Body.Element == [UInt8] {
        let writer = try SealedFileWriter(path: path, key: key)
        var hash = SHA256()
        for try await chunk in body {
            guard writer.plainBytes + chunk.count <= settings.intakeBytesMax else { throw Refusal.fileTooLarge(settings.intakeBytesMax) }
            hash.update(data: chunk)
            try writer.append(chunk)
        }
        guard writer.plainBytes > 0 else { throw Refusal.fileEmpty }
        try writer.finish()
        return SpooledFile(hash: Array(hash.finalize()), bytes: Int64(writer.plainBytes))
    }
}

struct SpooledFile: Sendable {
    let hash: [UInt8]
    let bytes: Int64
}

extension Act {
    fileprivate func intake(_ id: IntakeID, _ request: IntakeRequest, file: SpooledFile, format: String, key: [UInt8]) throws
        -> IntakeRecord
    {
        if request.isHeld { try demandHeldBelowMost() }
        guard let seat = try CustodyRecords.seat(of: principal.organisation, in: session) else { throw Refusal.notFound }
        let product = try product(named: request.product)
        let batch = try request.batch ?? "\(installation.chinaDay().yyyymmdd)-\(id.description.suffix(8))"
        return IntakeRecord(
            id: id, organisation: principal.organisation, path: seat.path, kind: request.kind, batch: batch, product: product,
            province: request.province, spool: id.description, spoolKey: key, fileHash: file.hash, fileBytes: file.bytes,
            format: format, mapping: request.mapping, state: request.isHeld ? .held : .queued, failure: nil, progress: IntakeProgress(),
            createdBy: principal.account, createdAt: now, startedAt: nil, finishedAt: nil, leaseUntil: Instant(milliseconds: 0),
            repairExpiresAt: request.isHeld ? now.adding(seconds: Installation.heldSeconds) : nil)
    }

    func product(named text: String?) throws -> Int64? {
        try text.map { text in
            guard let code = ProductCode(text), let product = try ProductRecords.find(code, in: session), product.status == .active
            else { throw Refusal.productUnknown.at("/product") }
            return product.number
        }
    }
}

extension IntakeRequest {
    func check() throws(Refusal) {
        if let batch {
            let isPlain = !batch.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7f }
            guard isPlain, TextBounds(1...64).admit(batch) else { throw .intakeBatchInvalid }
        }
        if let province, !(11...82).contains(province) { throw .intakeProvinceInvalid }
    }
}

extension Refusal {
    package static let intakeBatchInvalid = Refusal(
        "intake-batch-invalid", .invalid, house: .form, en: "A batch label has 1 to 64 characters.", zh: "批次名称须为1至64个字符。",
        mend: LocalText(en: "Shorten it, or give the batch a name.", zh: "请填写或缩短批次名称。")
    ).at("/batch")

    package static let intakeProvinceInvalid = Refusal(
        "intake-province-invalid", .invalid, house: .form, en: "A province is the two digits of GB/T 2260.", zh: "省份须为GB/T 2260两位代码。",
        mend: LocalText(en: "Give the province's two digits, or leave it out.", zh: "请填写两位省份代码，或留空。")
    ).at("/province")

    package static let intakeMappingInvalid = Refusal(
        "intake-mapping-invalid", .invalid, house: .form, en: "The mapping of columns is not understood.", zh: "列对应关系无法识别。",
        mend: LocalText(en: "Name the columns and fields as the contract says, or leave the mapping out.", zh: "请按接口约定填写各列对应的字段，或不指定。")
    ).at("/mapping")

    package static let fileEmpty = Refusal(
        "file-empty", .invalid, house: .form, en: "The file is empty.", zh: "文件为空。",
        mend: LocalText(en: "Choose the file again.", zh: "请重新选择文件。"))

    package static func fileTooLarge(_ max: Int) -> Refusal {
        Refusal(
            "file-too-large", .tooLarge, house: .limits, en: "The file has more than \(max) bytes.", zh: "文件超过\(max)字节。",
            mend: LocalText(en: "Divide the file.", zh: "请拆分文件后分批上传。"))
    }
}
