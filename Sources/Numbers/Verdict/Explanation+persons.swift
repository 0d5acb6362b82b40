extension Reason {
    var personExplanation: Explanation? {
        switch self {
        case .birthDateInvalid:
            Explanation(
                "R-IQ-03", "The birth date in the number does not exist.", "号码中的出生日期不存在。",
                mend: "Compare digits 7 to 14 with the birth date on the document.", "请核对第 7 至 14 位与证件上的出生日期。")
        case .birthDateFuture:
            Explanation(
                "R-IQ-03", "The birth date in the number lies in the future.", "号码中的出生日期晚于今天。",
                mend: "Compare digits 7 to 14 with the birth date on the document.", "请核对第 7 至 14 位与证件上的出生日期。")
        case .ageImplausible:
            Explanation(
                "R-IQ-03", "By this number the person would be over 120 years old.", "按此号码计算年龄超过 120 岁。",
                mend: "Compare digits 7 to 14 with the birth date on the document.", "请核对第 7 至 14 位与证件上的出生日期。")
        case .ageUnusual:
            Explanation(
                "R-IQ-03", "By this number the person is over 99 years old.", "按此号码计算年龄超过 99 岁。",
                mend: "Compare with the document; a reviewer may confirm it.", "请与证件核对，可由审核人员确认。")
        case .regionUnknown:
            Explanation(
                "R-NF-05", "The region code in the number is not in the table.", "号码中的行政区划代码不在代码表内。",
                mend: "Compare the region digits with the document; newer codes can be added to the table.", "请与证件核对区划代码；新代码可补充到代码表。")
        case .regionOutOfYears:
            Explanation(
                "R-NF-05", "The region code in the number was abolished before the birth date.", "号码中的行政区划代码在出生前已撤销。",
                mend: "Compare the first six digits with the document.", "请与证件核对前六位。")
        case .residentIDLength:
            Explanation(
                "R-IQ-03", "A resident ID number has 18 characters.", "居民身份证号码应为 18 位。",
                mend: "Check for missing or doubled digits.", "请检查是否漏填或多填数字。")
        case .residentIDFifteenDigits:
            Explanation(
                "R-IQ-03", "15-digit resident ID numbers are no longer valid.", "15 位居民身份证号码已停止使用。",
                mend: "Enter the 18-character number of the current resident ID.", "请填写现行居民身份证上的 18 位号码。")
        case .residentIDCheckDigit:
            Explanation(
                "R-IQ-03", "The check character of the resident ID number does not fit.", "居民身份证号码校验位不符。",
                mend: "Compare all 18 characters with the document.", "请与证件逐位核对 18 位号码。")
        case .isResidencePermit:
            Explanation(
                "R-NF-07", "This is the number of a residence permit for Hong Kong, Macao or Taiwan residents.", "这是港澳台居民居住证号码。",
                mend: "Choose residence permit as the document type.", "请将证件类型改为港澳台居民居住证。")
        case .isForeignPermanentID:
            Explanation(
                "R-NF-08", "A number that begins with 9 belongs to a foreign permanent resident ID.", "以 9 开头的是外国人永久居留身份证号码。",
                mend: "Choose foreign permanent resident ID as the document type.", "请将证件类型改为外国人永久居留身份证。")
        default: nil
        }
    }

    var travelExplanation: Explanation? {
        switch self {
        case .residencePermitLength:
            Explanation(
                "R-NF-07", "A residence permit number has 18 characters.", "居住证号码应为 18 位。",
                mend: "Check for missing or doubled digits.", "请检查是否漏填或多填数字。")
        case .residencePermitRegion:
            Explanation(
                "R-NF-07", "A residence permit number begins with 810000, 820000 or 830000.", "港澳台居民居住证号码以 810000、820000 或 830000 开头。",
                mend: "Check the document type: a mainland number belongs to a resident ID.", "请核对证件类型：内地号码属于居民身份证。")
        case .residencePermitCheckDigit:
            Explanation(
                "R-NF-07", "The check character of the residence permit number does not fit.", "居住证号码校验位不符。",
                mend: "Compare all 18 characters with the document.", "请与证件逐位核对 18 位号码。")
        case .foreignPermanentIDForm:
            Explanation(
                "R-NF-08", "The number is neither 18 characters that begin with 9 nor three letters and twelve digits.",
                "号码既不是以 9 开头的 18 位，也不是 3 位字母加 12 位数字。",
                mend: "Enter the number as printed on the card.", "请按证件所印填写号码。")
        case .foreignPermanentIDCheckDigit:
            Explanation(
                "R-NF-08", "The check character of the number does not fit.", "号码校验位不符。",
                mend: "Compare all 18 characters with the card.", "请与证件逐位核对 18 位号码。")
        case .hkMacaoPermitForm:
            Explanation(
                "7.9", "The number is not H or M with 8 or 10 digits.", "号码不是 H 或 M 加 8 位或 10 位数字。",
                mend: "Enter the number as printed on the permit.", "请按通行证所印填写号码。")
        case .hkMacaoPermitLetterMissing:
            Explanation(
                "7.9", "The letter H or M before the digits is missing.", "缺少数字前的字母 H 或 M。",
                mend: "Enter the letter as well, so that the person is found again after a renewal.", "请补填字母，以便换证后仍能识别同一人。")
        case .taiwanPermitForm:
            Explanation(
                "7.9", "The number is neither 8 digits nor the older 10 digits with a letter.", "号码既不是 8 位数字，也不是旧版 10 位数字加字母。",
                mend: "Enter the number as printed on the permit.", "请按通行证所印填写号码。")
        case .passportLength:
            Explanation(
                "7.9", "A passport number has 5 to 17 letters and digits.", "护照号码应为 5 至 17 位字母或数字。",
                mend: "Enter the number as printed in the passport.", "请按护照所印填写号码。")
        default: nil
        }
    }
}
