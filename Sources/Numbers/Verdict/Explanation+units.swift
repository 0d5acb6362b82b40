extension Reason {
    /// The last of the groups, so it answers for whatever the others leave; a test holds every reason against its group.
    var unitExplanation: Explanation {
        switch self {
        case .creditCodeLength:
            Explanation(
                "R-NF-09", "A unified social credit code has 18 characters.", "统一社会信用代码应为 18 位。",
                mend: "Check for missing or doubled characters.", "请检查是否漏填或多填字符。")
        case .creditCodeAlphabet:
            Explanation(
                "R-NF-09", "The letters I, O, S, V and Z never stand in a credit code.", "统一社会信用代码不使用字母 I、O、S、V、Z。",
                mend: "Look for digits typed as letters: 0 for O, 1 for I, 2 for Z, 5 for S.", "请检查是否把数字误录为字母：0 与 O、1 与 I、2 与 Z、5 与 S。")
        case .creditCodeRegion:
            Explanation(
                "R-NF-09", "Characters 3 to 8 of a credit code are the digits of a region.", "统一社会信用代码第 3 至 8 位应为数字区划代码。",
                mend: "Compare with the licence.", "请与证照核对。")
        case .creditCodeCheckDigit:
            Explanation(
                "R-NF-09", "The check character of the credit code does not fit.", "统一社会信用代码校验位不符。",
                mend: "Compare all 18 characters with the licence.", "请与证照逐位核对 18 位代码。")
        case .creditCodeOrganisationCheckDigit:
            Explanation(
                "R-NF-10", "The organisation code inside the credit code fails its own check.", "统一社会信用代码内的组织机构代码校验位不符。",
                mend: "Compare characters 9 to 17 with the licence.", "请与证照核对第 9 至 17 位。")
        case .creditCodeAuthorityUnknown:
            Explanation(
                "R-NF-09", "The first two characters name no known registrar and category.", "前两位不是已知的登记管理部门和机构类别。",
                mend: "Compare them with the licence.", "请与证照核对前两位。")
        case .organisationCodeLength:
            Explanation(
                "R-NF-10", "An organisation code has 9 characters.", "组织机构代码应为 9 位。",
                mend: "Check for missing or doubled characters.", "请检查是否漏填或多填字符。")
        case .organisationCodeCheckDigit:
            Explanation(
                "R-NF-10", "The check character of the organisation code does not fit.", "组织机构代码校验位不符。",
                mend: "Compare all 9 characters with the certificate.", "请与证书逐位核对 9 位代码。")
        case .businessLicenceLength:
            Explanation(
                "7.12", "An old business licence number has 15 digits.", "旧版营业执照注册号应为 15 位数字。",
                mend: "Enter the unified social credit code instead, if there is one.", "如有统一社会信用代码，请改填该代码。")
        default:
            Explanation(
                "7.12", "The check digit of the business licence number does not fit.", "营业执照注册号校验位不符。",
                mend: "Compare with the licence, or enter the unified social credit code.", "请与证照核对，或改填统一社会信用代码。")
        }
    }
}
