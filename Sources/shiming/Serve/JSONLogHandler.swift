import Glibc
import Ledger
import Logging
import Registry
import UseCases

/// One JSON object a line on standard error.
struct JSONLogHandler: LogHandler {
    let label: String
    var logLevel = Logger.Level.info
    var metadata: Logger.Metadata = [:]

    init(label: String) {
        self.label = label
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var object = JSONObject()
        for (key, value) in metadata.merging(event.metadata ?? [:], uniquingKeysWith: { $1 }) { object[key] = .string("\(value)") }
        object["level"] = .string(event.level.rawValue)
        object["message"] = .string(event.message.description)
        object["time"] = .integer(SystemClock().now().milliseconds)
        guard let line = try? JSONValue.object(object).canonicalBytes() else { return }
        // A log that cannot be written, on a full disk say, must not end the server; FileHandle's own `write` would.
        (line + [0x0a]).withUnsafeBytes { try? FileOutput.write($0, to: STDERR_FILENO) }
    }
}
