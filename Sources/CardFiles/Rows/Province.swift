/// A province, autonomous region or municipality: the first two digits of GB/T 2260.
package struct Province: Sendable, Hashable, CustomStringConvertible {
    /// 11 to 82.
    package let code: UInt8

    package var description: String { String(code) }

    /// The official name.
    package var name: String { Self.list.first { $0.code == code }.map { $0.short + $0.suffix } ?? "" }

    /// Reads a code of two or six digits, a Chinese name with or without its kind and with or without a city behind,
    /// or a name in pinyin.
    package init?(_ written: String) {
        let text = ColumnNames.folded(written)
        guard let code = Self.code(digits: text) ?? Self.pinyin[text] ?? Self.code(chinese: text, written) else { return nil }
        self.code = code
    }

    private static func code(digits text: String) -> UInt8? {
        guard text.utf8.count == 2 || text.utf8.count == 6, text.utf8.allSatisfy({ $0 &- 0x30 < 10 }) else { return nil }
        return UInt8(text.prefix(2)).flatMap { code in list.contains { $0.code == code } ? code : nil }
    }

    private static func code(chinese text: String, _ written: String) -> UInt8? {
        guard let entry = list.first(where: { text.hasPrefix($0.short) }) else { return nil }
        let rest = text.dropFirst(entry.short.count)
        let kinds = [entry.suffix, "省", "市", "自治区", "特别行政区"]
        if rest.isEmpty || kinds.contains(where: { rest.hasPrefix($0) }) { return entry.code }
        // 江苏 南京, 江苏-南京: folding took the sign between them away.
        let behind = written.drop { $0.isWhitespace }.dropFirst(entry.short.count).unicodeScalars.first
        return behind.map { !$0.properties.isAlphabetic } == true ? entry.code : nil
    }

    private static let list: [(code: UInt8, short: String, suffix: String)] = [
        (11, "北京", "市"), (12, "天津", "市"), (13, "河北", "省"), (14, "山西", "省"), (15, "内蒙古", "自治区"), (21, "辽宁", "省"),
        (22, "吉林", "省"), (23, "黑龙江", "省"), (31, "上海", "市"), (32, "江苏", "省"), (33, "浙江", "省"), (34, "安徽", "省"),
        (35, "福建", "省"), (36, "江西", "省"), (37, "山东", "省"), (41, "河南", "省"), (42, "湖北", "省"), (43, "湖南", "省"),
        (44, "广东", "省"), (45, "广西", "壮族自治区"), (46, "海南", "省"), (50, "重庆", "市"), (51, "四川", "省"), (52, "贵州", "省"),
        (53, "云南", "省"), (54, "西藏", "自治区"), (61, "陕西", "省"), (62, "甘肃", "省"), (63, "青海", "省"), (64, "宁夏", "回族自治区"),
        (65, "新疆", "维吾尔自治区"), (71, "台湾", "省"), (81, "香港", "特别行政区"), (82, "澳门", "特别行政区"),
    ]

    private static let pinyin: [String: UInt8] = [
        "beijing": 11, "tianjin": 12, "hebei": 13, "shanxi": 14, "neimenggu": 15, "innermongolia": 15, "liaoning": 21, "jilin": 22,
        "heilongjiang": 23, "shanghai": 31, "jiangsu": 32, "zhejiang": 33, "anhui": 34, "fujian": 35, "jiangxi": 36, "shandong": 37,
        "henan": 41, "hubei": 42, "hunan": 43, "guangdong": 44, "guangxi": 45, "hainan": 46, "chongqing": 50, "sichuan": 51,
        "guizhou": 52, "yunnan": 53, "xizang": 54, "tibet": 54, "shaanxi": 61, "gansu": 62, "qinghai": 63, "ningxia": 64,
        "xinjiang": 65, "taiwan": 71, "hongkong": 81, "xianggang": 81, "macao": 82, "macau": 82, "aomen": 82,
    ]
}
