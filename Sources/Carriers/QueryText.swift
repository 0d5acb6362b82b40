import Foundation

enum QueryText {
    /// A query of these, in the order given; all that is not plain is escaped.
    static func path(_ path: String, _ parameters: [(String, String)]) -> String {
        path + "?" + parameters.map { $0.0 + "=" + escaped($0.1) }.joined(separator: "&")
    }

    private static func escaped(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }

    private static let plain = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
