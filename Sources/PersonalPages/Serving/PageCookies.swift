import HTTPTypes

/// The cookies of the pages. All are the server's alone (HttpOnly), of these pages alone, and not sent with foreign forms.
struct PageCookies: Sendable {
    enum Name: String, CaseIterable, Sendable {
        /// The seat's token.
        case seat = "shiming-seat"
        /// The device's secret: by it what was begun is found again.
        case device = "shiming-device"
        case language = "shiming-language"
        /// Of what the form tokens are made while there is no seat.
        case stranger = "shiming-form"
    }

    private let values: [Name: String]

    init(_ headers: HTTPFields) {
        var values: [Name: String] = [:]
        // Browsers send one field; RFC 9113 allows several.
        for field in headers[values: .cookie] where field.utf8.count <= 8_192 {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, let name = Name(rawValue: parts[0].filter { $0 != " " }) else { continue }
                // The first one counts: it is of the narrower path.
                if values[name] == nil, parts[1].utf8.count <= 512 { values[name] = String(parts[1].filter { $0 != " " }) }
            }
        }
        self.values = values
    }

    subscript(_ name: Name) -> String? { values[name] }

    /// - Parameter seconds: nil until the browser is closed; 0 takes it away.
    static func text(_ name: Name, _ value: String, seconds: Int64?, isSecure: Bool) -> String {
        // The device is told apart wherever staff sign in with the same browser (R-AF-11).
        var text = "\(name.rawValue)=\(value); Path=\(name == .device ? "/" : "/p"); HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(max(0, seconds))" }
        if isSecure { text += "; Secure" }
        return text
    }
}
