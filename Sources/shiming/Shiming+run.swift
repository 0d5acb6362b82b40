import ArgumentParser
import Client
import Foundation
import Glibc
import SQLCore

extension Shiming {
    /// Parses, runs and ends the program.
    static func run(_ arguments: [String]) async -> Never {
        // A pipe whose reader has gone is an error that is seen, not the end.
        signal(SIGPIPE, SIG_IGN)
        var parsed: (any ParsableCommand)?
        do {
            var command = try parseAsRoot(arguments)
            parsed = command
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
            Glibc.exit(0)
        } catch {
            end(error, in: parsed.map { type(of: $0) })
        }
    }

    /// Like `exit(withError:)`, but what was not understood ends with 2 as it does for other programs, with the usage of the command it
    /// was meant for; and a reader that went away, as `head` does, is no failure.
    private static func end(_ error: any Error, in command: (any ParsableCommand.Type)?) -> Never {
        if let failure = error as? FileFailure, failure.errno == EPIPE { Glibc.exit(0) }
        if let text = StartText(error) {
            StandardError.write(text.words(in: Language(environment: ProcessInfo.processInfo.environment)))
            Glibc.exit(ExitCode.refused.rawValue)
        }
        guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
        if let command, error is ValidationError {
            StandardError.write("Error: \(message(for: error))\n" + usageString(for: command) + "\n")
        } else {
            StandardError.write(fullMessage(for: error) + "\n")
        }
        Glibc.exit(ExitCode.usage.rawValue)
    }
}
