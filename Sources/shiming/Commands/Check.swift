import ArgumentParser
import Glibc
import Numbers
import UseCases

extension NumberKind: ExpressibleByArgument {}

/// Needs no server. Streams: millions of lines in constant memory.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check numbers: verdict, normalised number, reasons.",
        discussion: """
            Writes `verdict<TAB>normalised<TAB>reason,reason` for every number; the verdict is ok, warn or refused. \
            Without numbers it reads standard input, one a line. Ends with 1 if any was refused. docs/numbers.md explains the reasons.
            """
    )

    @Argument(help: "What they are: \(NumberKind.allCases.map(\.rawValue).joined(separator: ", ")).")
    var kind: NumberKind

    @Argument(help: "The numbers; standard input if none is given. A number that begins with a dash comes after --.")
    var numbers: [String] = []

    @Flag(help: "One JSON object a line.")
    var json = false

    func run() throws {
        let today = CivilDate(shanghaiAt: SystemClock().now().milliseconds) ?? .last
        var input: any ByteInput = numbers.isEmpty ? FileInput(descriptor: STDIN_FILENO) : LinesInput(numbers)
        let tally = try NumberStream.run(
            kind: kind, json: json, today: today,
            read: { buffer throws(FileFailure) in try input.read(into: buffer) },
            write: { bytes throws(FileFailure) in try FileOutput.write(bytes, to: STDOUT_FILENO) }
        )
        if tally.refused > 0 { throw ExitCode.refused }
    }
}
