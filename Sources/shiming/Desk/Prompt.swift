import ArgumentParser
import Glibc

/// Questions at the terminal itself, so that standard input may come from elsewhere.
enum Prompt {
    /// What is typed, without its line end. Throws when there is no terminal.
    static func line(_ question: String) throws -> String {
        try ask(question, echo: true)
    }

    /// As `line`; what is typed is not shown.
    static func secret(_ question: String) throws -> String {
        try ask(question, echo: false)
    }

    private static func ask(_ question: String, echo: Bool) throws -> String {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard terminal >= 0 else { throw ValidationError("there is no terminal to ask at; see --help for other ways") }
        defer { close(terminal) }
        var before = termios()
        let isHidden = !echo && tcgetattr(terminal, &before) == 0
        if isHidden {
            var quiet = before
            quiet.c_lflag &= ~tcflag_t(ECHO)
            tcsetattr(terminal, TCSAFLUSH, &quiet)
        }
        defer { if isHidden { tcsetattr(terminal, TCSAFLUSH, &before) } }
        try put(question, terminal)
        let typed = try read(terminal)
        if isHidden { try put("\n", terminal) }
        return typed
    }

    private static func put(_ text: String, _ terminal: Int32) throws {
        var text = text
        try text.withUTF8 { try FileOutput.write(UnsafeRawBufferPointer($0), to: terminal) }
    }

    /// One line of a descriptor, 4,096 bytes at most.
    static func read(_ descriptor: Int32) throws -> String {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        let input = FileInput(descriptor: descriptor)
        while bytes.count < 4_096 {
            let count = try withUnsafeMutableBytes(of: &byte) { buffer throws(FileFailure) in try input.read(into: buffer) }
            if count == 0 || byte == 0x0A { break }
            bytes.append(byte)
        }
        if bytes.last == 0x0D { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// A password that is asked for, or comes as the first line of standard input.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "The password is the first line of standard input.")
    var passwordStdin = false

    func password(_ question: String) throws -> String {
        passwordStdin ? try Prompt.read(STDIN_FILENO) : try Prompt.secret(question)
    }

    /// A new one: typed twice at a terminal.
    func newPassword(_ question: String, again: String) throws -> String {
        let first = try password(question)
        if !passwordStdin, try Prompt.secret(again) != first { throw ValidationError("the two passwords differ") }
        return first
    }
}
