import ArgumentParser

/// What the program's end says to a script; `shiming --help` lists them.
extension ExitCode {
    /// Refused by a rule: an HTTP 4xx that is none of the others, or a number refused by `check`.
    static let refused = ExitCode(1)
    static let usage = ExitCode(2)
    /// 401, 403: not signed in, or not permitted.
    static let notPermitted = ExitCode(3)
    /// No connection, or the server says 5xx.
    static let unavailable = ExitCode(4)
}
