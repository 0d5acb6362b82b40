import HTTPTypes

/// The cookies of a request (RFC 6265 section 5.4). The first of a name counts: it is of the narrower path.
package struct RequestCookies: Sendable {
    /// The cookie by which a person's page knows a device again. A member of staff who signs in with such a browser is told by it.
    package static let device = "shiming-device"

    /// As it is set: the server's alone, not sent with foreign forms.
    ///
    /// - Parameter seconds: nil until the browser is closed; 0 takes it away.
    package static func setting(_ name: String, _ value: String, path: String, seconds: Int64?, isSecure: Bool) -> String {
        var text = "\(name)=\(value); Path=\(path); HttpOnly; SameSite=Lax"
        if let seconds { text += "; Max-Age=\(max(0, seconds))" }
        if isSecure { text += "; Secure" }
        return text
    }

    /// As it is set where staff sign in, for `days`: a browser on which they do is not one on which customers are verified (R-AF-11).
    package static func settingDevice(_ noted: String, days: Int64, isSecure: Bool) -> String {
        setting(device, noted, path: "/", seconds: days * 86_400, isSecure: isSecure)
    }

    private var values: [String: String] = [:]

    package init(_ headers: HTTPFields) {
        // Browsers send one field; RFC 9113 allows several.
        for field in headers[values: .cookie] where field.utf8.count <= 8_192 {
            for pair in field.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, parts[1].utf8.count <= 512 else { continue }
                let name = parts[0].filter { $0 != " " }
                if values[name] == nil { values[name] = String(parts[1].filter { $0 != " " }) }
            }
        }
    }

    package subscript(_ name: String) -> String? { values[name] }
}
