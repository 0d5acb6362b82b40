import Glibc

/// Reading or writing standard input or output failed.
struct FileFailure: Error, CustomStringConvertible {
    let errno: Int32
    var description: String { "standard input or output: " + String(cString: strerror(errno)) }
}

/// Where `check` reads from.
protocol ByteInput {
    /// How many bytes it put at the buffer's start; 0 at the end.
    mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int
}

struct FileInput: ByteInput {
    let descriptor: Int32

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            if errno != EINTR { throw FileFailure(errno: errno) }
        }
    }
}

/// Words of the command line as lines. A line end inside a word is a space, so that every word gets one answer.
struct LinesInput: ByteInput {
    private var bytes: ArraySlice<UInt8>

    init(_ words: [String]) {
        bytes = words.flatMap { $0.utf8.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A] }[...]
    }

    mutating func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        let part = bytes.prefix(buffer.count)
        buffer.copyBytes(from: part)
        bytes = bytes.dropFirst(part.count)
        return part.count
    }
}

enum FileOutput {
    static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws(FileFailure) {
        var rest = bytes
        while !rest.isEmpty {
            let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if count >= 0 {
                rest = UnsafeRawBufferPointer(rebasing: rest[count...])
            } else if errno != EINTR {
                throw FileFailure(errno: errno)
            }
        }
    }
}
