import Tabular
import Vault

/// A sealed file as the readers of tables see it.
final class SealedBytes: RandomAccessBytes {
    private let file: SealedFileReader

    init(_ file: SealedFileReader) {
        self.file = file
    }

    var count: Int { file.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        try file.read(at: offset, into: buffer)
    }
}
