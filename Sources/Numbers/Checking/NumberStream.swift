/// Checks one number a line, for any number of lines in constant memory.
///
/// Lines end with LF or CRLF; the last one may lack its end. Every line gets one answer, an empty one `empty`, so that
/// answers and lines stay side by side. A line above `lineLimit` is skipped over and answered with `line-too-long`.
package struct NumberStream {
    package static let lineLimit = 4_096
    static let inputSize = 256 * 1_024
    static let outputSize = 64 * 1_024

    /// How many lines got which verdict.
    package struct Tally: Equatable, Sendable {
        package var ok = 0
        package var warned = 0
        package var refused = 0

        package init(ok: Int = 0, warned: Int = 0, refused: Int = 0) {
            self.ok = ok
            self.warned = warned
            self.refused = refused
        }

        package var lines: Int { ok + warned + refused }
    }

    private let checker: NumberChecker
    private let format: AnswerLine
    private var output: [UInt8] = []
    private var tally = Tally()

    private init(checker: NumberChecker, format: AnswerLine) {
        self.checker = checker
        self.format = format
        output.reserveCapacity(Self.outputSize + 1_024)
    }

    /// Runs to the end of the input.
    /// - Parameters:
    ///   - read: fills the buffer from its start and answers how many bytes it put there; 0 at the end of the input.
    ///   - write: takes all bytes of a buffer. An error of either ends the run and is passed on.
    package static func run<Failure: Error>(
        kind: NumberKind, json: Bool, today: CivilDate, regions: RegionTable = .builtIn,
        read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int,
        write: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) -> Tally {
        let checker = NumberChecker(kind: kind, context: NumberContext(today: today, regions: regions))
        var stream = NumberStream(checker: checker, format: json ? .json : .tabSeparated)
        try stream.run(read: read, write: write)
        return stream.tally
    }

    private mutating func run<Failure: Error>(
        read: (UnsafeMutableRawBufferPointer) throws(Failure) -> Int,
        write: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let input = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.inputSize, alignment: 16)
        defer { input.deallocate() }
        /// Bytes at the start of `input` that belong to a line whose end was not seen.
        var carried = 0
        var isSkipping = false
        while true {
            let space = UnsafeMutableRawBufferPointer(rebasing: input[carried...])
            let count = min(max(try read(space), 0), space.count)
            if count == 0 { break }
            let filled = carried + count
            var start = 0
            var searched = carried
            while let end = Self.lineEnd(in: input, from: searched, to: filled) {
                answer(input, start..<end, isTooLong: isSkipping)
                isSkipping = false
                start = end + 1
                searched = start
                if output.count >= Self.outputSize { try flush(write) }
            }
            carried = filled - start
            if isSkipping || carried > Self.lineLimit + 1 {
                isSkipping = true
                carried = 0
            } else if carried > 0 && start > 0 {
                input.copyMemory(from: UnsafeRawBufferPointer(rebasing: input[start..<filled]))
            }
        }
        if carried > 0 || isSkipping { answer(input, 0..<carried, isTooLong: isSkipping) }
        try flush(write)
    }

    private static func lineEnd(in input: UnsafeMutableRawBufferPointer, from start: Int, to end: Int) -> Int? {
        var index = start
        while index < end {
            if input[index] == 0x0A { return index }
            index &+= 1
        }
        return nil
    }

    private mutating func answer(_ input: UnsafeMutableRawBufferPointer, _ range: Range<Int>, isTooLong: Bool) {
        let hasReturn = !range.isEmpty && input[range.upperBound - 1] == 0x0D
        let line = range.lowerBound..<(hasReturn ? range.upperBound - 1 : range.upperBound)
        let verdict: Verdict<NumberText> =
            isTooLong || line.count > Self.lineLimit
            ? .refused(.lineTooLong)
            : checker.check(utf8: UnsafeBufferPointer(rebasing: input.bindMemory(to: UInt8.self)[line]))
        switch verdict.standing {
        case .ok: tally.ok += 1
        case .warn: tally.warned += 1
        case .refused: tally.refused += 1
        }
        format.append(verdict, line: tally.lines, to: &output)
    }

    private mutating func flush<Failure: Error>(_ write: (UnsafeRawBufferPointer) throws(Failure) -> Void) throws(Failure) {
        if output.isEmpty { return }
        try Self.pass(output, to: write)
        output.removeAll(keepingCapacity: true)
    }

    private static func pass<Failure: Error>(
        _ bytes: [UInt8], to write: (UnsafeRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        let result: Result<Void, Failure> = bytes.withUnsafeBytes { raw in
            do throws(Failure) {
                return .success(try write(raw))
            } catch {
                return .failure(error)
            }
        }
        try result.get()
    }
}
