import HTTPTypes
import Pages
import Web

/// The cookies of the pages. All are the server's alone (HttpOnly), not sent with foreign forms, and but for the device of these pages alone.
struct PageCookies: Sendable {
    enum Name: String, CaseIterable, Sendable {
        /// The seat's token.
        case seat = "shiming-seat"
        /// The device's secret: by it what was begun is found again.
        case device = "shiming-device"
        case language = "shiming-language"
        /// The code of the link to a part of a unit's application.
        case part = "shiming-part"
        /// Of what the form tokens are made while there is no seat.
        case stranger = "shiming-form"

        fileprivate var path: String {
            switch self {
            // The device is told apart wherever staff sign in with the same browser (R-AF-11).
            case .device: "/"
            case .part: PartStep.home
            case .seat, .language, .stranger: "/p"
            }
        }
    }

    private let cookies: RequestCookies

    init(_ headers: HTTPFields) {
        cookies = RequestCookies(headers)
    }

    subscript(_ name: Name) -> String? { cookies[name.rawValue] }

    /// - Parameter seconds: nil until the browser is closed; 0 takes it away.
    static func text(_ name: Name, _ value: String, seconds: Int64?, isSecure: Bool) -> String {
        RequestCookies.setting(name.rawValue, value, path: name.path, seconds: seconds, isSecure: isSecure)
    }
}
