import Numbers

/// Whose network: one of the four, or the code of a reseller (转售企业).
package struct CarrierCode: Sendable, Hashable, CustomStringConvertible {
    package let text: String

    package static let mobile = CarrierCode(text: "mobile")
    package static let telecom = CarrierCode(text: "telecom")
    package static let unicom = CarrierCode(text: "unicom")
    package static let broadnet = CarrierCode(text: "broadnet")

    package var description: String { text }

    /// Reads a name or code as people write it; a reseller's code is 2 to 32 letters, digits and hyphens.
    package init?(_ written: String) {
        let folded = ColumnNames.folded(written)
        if let known = Self.names[folded] {
            self = known
        } else {
            let code = written.lowercased()
            let isCode = code.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == 0x2D }
            guard isCode, (2...32).contains(code.utf8.count), let first = code.utf8.first, first &- 0x61 < 26 else { return nil }
            text = code
        }
    }

    private init(text: String) { self.text = text }

    var hint: CarrierHint? { CarrierHint(rawValue: text) }

    private static let names: [String: CarrierCode] = {
        let lists: [(CarrierCode, [String])] = [
            (.mobile, ["移动", "中国移动", "移动通信", "中国移动通信", "中移", "中移物联", "mobile", "china mobile", "cmcc", "cm", "onelink", "46000"]),
            (.telecom, ["电信", "中国电信", "天翼", "telecom", "china telecom", "ctcc", "ct", "ctwing", "46003", "46011"]),
            (.unicom, ["联通", "中国联通", "中国联合网络通信", "unicom", "china unicom", "cucc", "cu", "46001"]),
            (.broadnet, ["广电", "中国广电", "broadnet", "china broadnet", "cbn", "46015"]),
        ]
        var names: [String: CarrierCode] = [:]
        for (carrier, list) in lists { for name in list { names[ColumnNames.folded(name)] = carrier } }
        return names
    }()
}
