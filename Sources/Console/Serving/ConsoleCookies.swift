import HTTPTypes
import Web

/// The cookies of the console: the server's alone (HttpOnly), of these pages alone, not sent with foreign forms.
struct ConsoleCookies: Sendable {
    enum Name: String, CaseIterable, Sendable {
        case access = "shiming-staff"
        case refresh = "shiming-staff-refresh"
        /// Of what the form tokens are made.
        case form = "shiming-staff-form"
        case language = "shiming-staff-language"
        case theme = "shiming-staff-theme"
    }

    private let cookies: RequestCookies

    init(_ headers: HTTPFields) {
        cookies = RequestCookies(headers)
    }

    subscript(_ name: Name) -> String? { cookies[name.rawValue] }

    /// - Parameter seconds: nil until the browser is closed; 0 takes it away.
    static func field(_ name: Name, _ value: String, seconds: Int64?, isSecure: Bool) -> HTTPField {
        HTTPField(
            name: .setCookie, value: RequestCookies.setting(name.rawValue, value, path: "/console", seconds: seconds, isSecure: isSecure))
    }
}
