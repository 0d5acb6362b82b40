import Foundation
import Ledger
import Registry

/// The query of a request, judged by the contract: every parameter known, once, and of its shape.
enum QueryReading {
    private static let bytesMax = 8_192

    /// Throws `parameter-invalid` with one finding a parameter.
    static func read(_ query: String?, _ parameters: [String: RequestShape.Parameter]) throws(Refusal) -> [String: String] {
        guard (query ?? "").utf8.count <= bytesMax else { throw .parameterInvalid }
        var values: [String: String] = [:]
        var findings: [Refusal] = []
        for pair in (query ?? "").split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = decoded(parts[0]), let value = decoded(parts.count == 2 ? parts[1] : "") else {
                throw .parameterInvalid
            }
            if parameters[name] == nil {
                findings.append(.unknownParameter.at(String(name.prefix(64))))
            } else if values.updateValue(value, forKey: name) != nil {
                findings.append(.repeatedParameter.at(name))
            }
        }
        for (name, parameter) in parameters.sorted(by: { $0.key < $1.key }) {
            if let value = values[name] {
                findings += judge(value, parameter.shape, name)
            } else if parameter.isRequired {
                findings.append(.fieldMissing.at(name))
            }
        }
        guard findings.isEmpty else { throw .parameterInvalid.with(details: findings) }
        return values
    }

    private static func judge(_ text: String, _ shape: Shape, _ name: String) -> [Refusal] {
        switch shape {
        case .integer:
            guard let number = Int64(text), !text.hasPrefix("+") else { return [.wrongType.at(name)] }
            return ShapeJudge.findings(.integer(number), shape, below: name)
        case .boolean:
            return text == "true" || text == "false" ? [] : [.wrongType.at(name)]
        default:
            return ShapeJudge.findings(.string(text), shape, below: name)
        }
    }

    private static func decoded(_ text: Substring) -> String? {
        text.replacingOccurrences(of: "+", with: " ").removingPercentEncoding
    }
}
