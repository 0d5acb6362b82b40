@testable import Tabular
import Testing

/// 64 MiB of blanks in 65,281 bytes, a thousand to one, as any deflate program packs them.
@Suite struct BombTests {
    private static let size = 67108910
    private static let checksum: UInt32 = 0xd6ff5b2b
    /// The packed bytes: what, and how often in a row.
    private static let runs: [(String, Int)] = [
        ("ecc5c10900101400d0550cf273b28883520e0a657d658ef72e2fee5c63f7d64e8e5fa9a7e604", 1),
        ("00", 4090),
        ("f0d88303010000000020ffd74650", 1),
        ("55", 4095),
        ("610f0e040000000080fc5f1b41", 1),
        ("55", 4095),
        ("853d38100000000000f27f6d04", 1),
        ("55", 4095),
        ("15f6e0400000000000c8ffb51154", 1),
        ("55", 4095),
        ("d88303010000000020ffd74650", 1),
        ("55", 4095),
        ("610f0e040000000080fc5f1b41", 1),
        ("55", 4095),
        ("853d38100000000000f27f6d04", 1),
        ("55", 4095),
        ("15f6e0400000000000c8ffb51154", 1),
        ("55", 4095),
        ("d88303010000000020ffd74650", 1),
        ("55", 4095),
        ("610f0e040000000080fc5f1b41", 1),
        ("55", 4095),
        ("853d38100000000000f27f6d04", 1),
        ("55", 4095),
        ("15f6e0400000000000c8ffb51154", 1),
        ("55", 4095),
        ("d88303010000000020ffd74650", 1),
        ("55", 4095),
        ("610f0e040000000080fc5f1b41", 1),
        ("55", 4095),
        ("a5fd38380100020000389205e465110fa53c14cafaca18bafb1d", 1),
        ("00", 3596),
        ("df8b61b55a772ebba418ce98fd3d5d", 1),
    ]

    private static func bomb(saying size: Int) -> [UInt8] {
        let packed = runs.flatMap { run in (0..<run.1).flatMap { _ in hex(run.0) } }
        let sheet = Array("xl/worksheets/sheet1.xml".utf8)
        var archive = (try? workbook(sheet: "")) ?? []
        // The honest workbook's own first sheet is renamed, its parts stay; the bomb takes the name.
        let (start, old) = directory(of: archive)
        var directory = Array(archive[start..<archive.count - 22])
        rename(sheet, in: &archive, upTo: start)
        rename(sheet, in: &directory, upTo: directory.count)
        archive.removeSubrange(start...)
        let offset = archive.count
        let facts =
            little(checksum, 4) + little(UInt32(packed.count), 4) + little(UInt32(size), 4) + little(UInt32(sheet.count), 2) + [0, 0]
        archive += hex("504B0304 1400 0000 0800 0000 2100") + facts + sheet + packed
        let central = archive.count
        directory +=
            hex("504B0102 1400 1400 0000 0800 0000 2100") + facts + [UInt8](repeating: 0, count: 10) + little(UInt32(offset), 4) + sheet
        let entries = little(UInt32(old + 1), 2)
        archive +=
            directory + hex("504B0506 00000000") + entries + entries + little(UInt32(directory.count), 4) + little(UInt32(central), 4) + [
                0, 0,
            ]
        return archive
    }

    private static func directory(of archive: [UInt8]) -> (Int, Int) {
        let end = archive.count - 22
        let start = (0..<4).reduce(0) { $0 | Int(archive[end + 16 + $1]) << (8 * $1) }
        return (start, Int(archive[end + 10]))
    }

    private static func rename(_ name: [UInt8], in bytes: inout [UInt8], upTo end: Int) {
        for start in 0..<(end - name.count + 1) where bytes[start] == name[0] && Array(bytes[start..<start + name.count]) == name {
            bytes[start] = 0x59
        }
    }

    private static func little(_ value: UInt32, _ length: Int) -> [UInt8] {
        (0..<length).map { UInt8(truncatingIfNeeded: value >> UInt32(8 * $0)) }
    }

    @Test func `a bomb that says what it is is refused unopened`() {
        #expect(refusal(Self.bomb(saying: Self.size))?.code == .workbookSuspicious)
    }

    @Test func `a bomb that lies about its size is refused on the way`() {
        let code = refusal(Self.bomb(saying: 1_000))?.code
        #expect(code == .workbookSuspicious || code == .workbookDamaged)
    }

    @Test func `within its limits even a bomb is only an empty sheet`() throws {
        var limits = TabularLimits()
        limits.inflateRatio = 2_000
        #expect(try ReadTable(Self.bomb(saying: Self.size), limits: limits).rows.isEmpty)
    }

    @Test func `an archive of countless parts is refused unopened`() throws {
        var archive = try workbook(sheet: "")
        archive[archive.count - 12] = 0xFE
        archive[archive.count - 11] = 0xFF
        #expect(refusal(archive)?.code == .workbookTooManyParts)
    }
}
