import Glibc

/// What is for people and not for the next program in a pipe.
enum StandardError {
    static func write(_ text: String) {
        var text = text
        // Nothing can be done about an error output that is closed.
        text.withUTF8 { try? FileOutput.write(UnsafeRawBufferPointer($0), to: STDERR_FILENO) }
    }
}
