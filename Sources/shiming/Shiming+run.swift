import ArgumentParser
import Glibc

extension Shiming {
    /// Parses, runs and ends the program.
    static func run(_ arguments: [String]) async -> Never {
        do {
            var command = try parseAsRoot(arguments)
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Glibc.exit(0)
        } catch {
            end(error)
        }
    }

    /// Like `exit(withError:)`, but what the parser did not understand ends with 2 as it does for other programs.
    private static func end(_ error: any Error) -> Never {
        let code = exitCode(for: error)
        guard code == .validationFailure else { exit(withError: error) }
        StandardError.write(fullMessage(for: error) + "\n")
        Glibc.exit(ExitCode.usage.rawValue)
    }
}
