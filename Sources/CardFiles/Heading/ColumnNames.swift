/// The names people give to columns, Chinese and English.
enum ColumnNames {
    enum Meaning: Equatable {
        case field(CardField)
        /// 卡号 is the ICCID with some, the number with others: the values decide.
        case iccidOrMSISDN
        /// A column that a repair file added.
        case repair
    }

    static let problem = (english: "Problem", chinese: "问题")
    static let mend = (english: "How to mend", chinese: "修改方法")

    /// What a heading cell means; nil when nobody knows.
    static func meaning(of name: String) -> Meaning? {
        let whole = folded(name)
        if whole.isEmpty { return nil }
        if let meaning = table[whole] { return meaning }
        // "ICCID（20 位）" and "套餐(编码)": with a remark in parentheses.
        let parts = name.split(whereSeparator: { "()（）[]【】".contains($0) }).map { folded(String($0)) }
        return parts.count > 1 ? parts.first.flatMap { table[$0] } : nil
    }

    /// Without case, width, blanks and punctuation.
    static func folded(_ name: String) -> String {
        var text = ""
        for scalar in name.unicodeScalars {
            let plain = (0xFF01...0xFF5E).contains(scalar.value) ? UnicodeScalar(scalar.value - 0xFEE0) ?? scalar : scalar
            guard plain.properties.isAlphabetic || plain.properties.numericType != nil else { continue }
            text.unicodeScalars.append(plain)
        }
        return text.lowercased()
    }

    private static let table: [String: Meaning] = {
        var table: [String: Meaning] = [:]
        for (field, names) in known { for name in names { table[folded(name)] = .field(field) } }
        for name in ["卡号", "SIM卡号", "物联网卡号", "物联卡号", "card", "card number", "card no", "sim", "sim number", "sim no"] {
            table[folded(name)] = .iccidOrMSISDN
        }
        for name in [problem.english, problem.chinese, mend.english, mend.chinese] { table[folded(name)] = .repair }
        return table
    }()

    private static let known: [(CardField, [String])] = [
        (.iccid, ["ICCID", "ICC ID", "ICCID号", "ICCID号码", "ICCID卡号", "集成电路卡识别码", "卡ICCID", "SIM ICCID", "iccid number", "iccid no"]),
        (
            .msisdn,
            [
                "MSISDN", "接入号", "接入号码", "业务号码", "业务号", "手机号", "手机号码", "物联网号码", "物联号码", "物联网接入号", "号码", "电话号码",
                "电话", "服务号码", "用户号码", "phone", "phone number", "mobile number", "number", "msisdn号码", "access number",
            ]
        ),
        (.imsi, ["IMSI", "IMSI号", "IMSI号码"]),
        (.imei, ["IMEI", "IMEI号", "IMEI号码", "设备号", "设备IMEI", "device", "device number", "device imei"]),
        (.eid, ["EID", "EID号", "eUICC ID", "eUICC", "eSIM EID"]),
        (.carrier, ["运营商", "运营商名称", "所属运营商", "运营商编码", "carrier", "operator", "carrier code", "mno"]),
        (.province, ["省份", "省", "归属地", "归属省", "归属省份", "省份编码", "省份代码", "所属省份", "所属省", "开卡省份", "province", "province code", "region"]),
        (
            .product,
            [
                "套餐", "套餐编码", "套餐代码", "套餐名称", "资费套餐", "资费", "产品", "产品编码", "产品代码", "产品名称", "product", "product code", "plan",
                "plan code", "package", "tariff",
            ]
        ),
        (.batch, ["批次", "批次号", "批号", "入库批次", "batch", "batch number", "batch no", "lot"]),
        (.actualUser, ["使用人", "使用人姓名", "实际使用人", "使用者", "user", "user name", "actual user"]),
        (.openedOn, ["入网日期", "入网时间", "开户日期", "开户时间", "开卡日期", "opened on", "opening date", "in service since"]),
        (.unitName, ["单位名称", "企业名称", "客户名称", "机主名称", "unit", "unit name", "company", "company name", "customer name"]),
        (.unitCode, ["统一社会信用代码", "社会信用代码", "信用代码", "credit code", "unit code", "uscc", "unified social credit code"]),
        (.responsiblePerson, ["责任人", "责任人姓名", "responsible person", "responsible person name"]),
        (.responsibleDocument, ["责任人证件号码", "责任人证件号", "责任人身份证号", "责任人身份证", "responsible document", "responsible person document"]),
        (.evidence, ["凭证", "有无凭证", "是否有凭证", "登记凭证", "evidence", "evidence at hand"]),
        (.note, ["备注", "说明", "备注信息", "note", "notes", "remark", "remarks", "comment", "comments"]),
    ]
}
