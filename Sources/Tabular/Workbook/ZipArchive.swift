import CZip
import Glibc

/// The parts of an XLSX file, inflated through libzip while the file itself stays sealed.
final class ZipArchive {
    private let archive: OpaquePointer
    private let limits: TabularLimits
    private var inflated = 0

    init(_ bytes: any RandomAccessBytes, limits: TabularLimits) throws(TabularRefusal) {
        try ZipDirectory.check(bytes, limits: limits)
        let input = Unmanaged.passRetained(ArchiveInput(bytes))
        var fault = zip_error_t()
        zip_error_init(&fault)
        defer { zip_error_fini(&fault) }
        guard let source = zip_source_function_create(answerArchive, input.toOpaque(), &fault) else {
            input.release()
            throw TabularRefusal(.workbookDamaged)
        }
        guard let archive = zip_open_from_source(source, Int32(ZIP_RDONLY), &fault) else {
            zip_source_free(source)
            throw TabularRefusal(.workbookDamaged)
        }
        self.archive = archive
        self.limits = limits
    }

    deinit { zip_discard(archive) }

    /// Opens a part for reading from its start; nil when the archive has none of that name.
    func part(_ name: String) throws(TabularRefusal) -> ZipPart? {
        var facts = zip_stat_t()
        zip_stat_init(&facts)
        guard zip_stat(archive, name, zip_flags_t(ZIP_FL_ENC_GUESS), &facts) == 0 else { return nil }
        let needed = UInt64(ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_INDEX | ZIP_STAT_ENCRYPTION_METHOD)
        guard facts.valid & needed == needed else { throw TabularRefusal(.workbookDamaged) }
        if facts.encryption_method != UInt16(ZIP_EM_NONE) { throw TabularRefusal(.workbookEncrypted) }
        let compressed = Int(clamping: facts.comp_size)
        try judge(Int(clamping: facts.size), compressed: compressed)
        guard let file = zip_fopen_index(archive, facts.index, 0) else { throw TabularRefusal(.workbookDamaged) }
        return ZipPart(file, compressed: compressed, archive: self)
    }

    /// Takes note of `new` more bytes of a part that has become `size` bytes so far.
    func account(_ new: Int, size: Int, compressed: Int) throws(TabularRefusal) {
        inflated += new
        try judge(size, compressed: compressed)
        if inflated > limits.totalInflatedBytes { throw TabularRefusal(.workbookTooLarge) }
    }

    private func judge(_ size: Int, compressed: Int) throws(TabularRefusal) {
        if size > limits.entryInflatedBytes { throw TabularRefusal(.workbookTooLarge) }
        guard size > limits.ratioFloorBytes else { return }
        if size / limits.inflateRatio > compressed { throw TabularRefusal(.workbookSuspicious) }
    }
}

/// One part being inflated. It must not outlive its archive, which it holds.
final class ZipPart {
    private let file: OpaquePointer
    private let compressed: Int
    private let archive: ZipArchive
    private var size = 0

    init(_ file: OpaquePointer, compressed: Int, archive: ZipArchive) {
        self.file = file
        self.compressed = compressed
        self.archive = archive
    }

    deinit { zip_fclose(file) }

    /// Inflates into `buffer`; 0 at the end of the part, whose checksum was right.
    func read(into buffer: UnsafeMutableRawPointer, _ count: Int) throws(TabularRefusal) -> Int {
        let got = zip_fread(file, buffer, zip_uint64_t(count))
        guard got >= 0 else { throw TabularRefusal(.workbookDamaged) }
        size += Int(got)
        try archive.account(Int(got), size: size, compressed: compressed)
        return Int(got)
    }
}

/// What libzip asks its source.
private final class ArchiveInput {
    let bytes: any RandomAccessBytes
    var position: Int64 = 0
    var fault = zip_error_t()

    init(_ bytes: any RandomAccessBytes) {
        self.bytes = bytes
        zip_error_init(&fault)
    }

    deinit { zip_error_fini(&fault) }

    func read(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        guard let data, let wanted = Int(exactly: length) else { return fail(ZIP_ER_INVAL) }
        do {
            let got = try bytes.fill(UnsafeMutableRawBufferPointer(start: data, count: wanted), at: Int(position))
            position += Int64(got)
            return Int64(got)
        } catch {
            return fail(ZIP_ER_READ)
        }
    }

    func seek(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        guard let data, length >= UInt64(MemoryLayout<zip_source_args_seek_t>.size) else { return fail(ZIP_ER_INVAL) }
        let asked = data.loadUnaligned(as: zip_source_args_seek_t.self)
        let base: Int64
        switch asked.whence {
        case SEEK_SET: base = 0
        case SEEK_CUR: base = position
        case SEEK_END: base = Int64(bytes.count)
        default: return fail(ZIP_ER_INVAL)
        }
        let (target, overflow) = base.addingReportingOverflow(asked.offset)
        guard !overflow, target >= 0, target <= Int64(bytes.count) else { return fail(ZIP_ER_INVAL) }
        position = target
        return 0
    }

    func stat(_ data: UnsafeMutableRawPointer?, _ length: UInt64) -> Int64 {
        guard let data, length >= UInt64(MemoryLayout<zip_stat_t>.size) else { return fail(ZIP_ER_INVAL) }
        let facts = data.assumingMemoryBound(to: zip_stat_t.self)
        zip_stat_init(facts)
        facts.pointee.size = zip_uint64_t(bytes.count)
        facts.pointee.valid = zip_uint64_t(ZIP_STAT_SIZE)
        return Int64(MemoryLayout<zip_stat_t>.size)
    }

    private func fail(_ code: Int32) -> Int64 {
        zip_error_set(&fault, code, 0)
        return -1
    }
}

private let seekable: [zip_source_cmd_t] = [
    ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
    ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
]

private func answerArchive(
    _ input: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: zip_uint64_t, _ command: zip_source_cmd_t
) -> zip_int64_t {
    guard let input else { return -1 }
    let reference = Unmanaged<ArchiveInput>.fromOpaque(input)
    if command == ZIP_SOURCE_FREE {
        reference.release()
        return 0
    }
    return reference._withUnsafeGuaranteedRef { archive in
        switch command {
        case ZIP_SOURCE_OPEN:
            archive.position = 0
            return 0
        case ZIP_SOURCE_READ: return archive.read(data, length)
        case ZIP_SOURCE_CLOSE: return 0
        case ZIP_SOURCE_STAT: return archive.stat(data, length)
        case ZIP_SOURCE_ERROR: return zip_error_to_data(&archive.fault, data, length)
        case ZIP_SOURCE_SEEK: return archive.seek(data, length)
        case ZIP_SOURCE_TELL: return archive.position
        case ZIP_SOURCE_SUPPORTS: return seekable.reduce(0) { $0 | 1 << Int64($1.rawValue) }
        default: return -1
        }
    }
}
