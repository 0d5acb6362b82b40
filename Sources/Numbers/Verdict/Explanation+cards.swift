extension Reason {
    var cardExplanation: Explanation? {
        switch self {
        case .iccidLength:
            Explanation(
                "R-NF-01", "An ICCID has 19 or 20 characters.", "ICCID 应为 19 或 20 位。",
                mend: "Read the number again from the card, or search by its beginning.", "请重新读取卡面号码，或按号码前段查询。")
        case .iccidPrefix:
            Explanation(
                "R-NF-01", "A card of a Chinese carrier has an ICCID that begins with 8986.", "国内运营商的 ICCID 以 8986 开头。",
                mend: "Check that the number is the ICCID and not another number on the card.", "请确认填写的是 ICCID，而不是卡面上的其他号码。")
        case .iccidLuhn:
            Explanation(
                "R-NF-01", "The check digit of the ICCID does not fit.", "ICCID 校验位不符。",
                mend: "Please re-read the card; if it says the same, the carrier's stock decides.", "请重新读卡；如无误，以运营商库存为准。")
        case .msisdnLength:
            Explanation(
                "R-NF-02", "A card number has 13 or 11 digits.", "物联网号码应为 13 位或 11 位。",
                mend: "Check for missing or doubled digits.", "请检查是否漏填或多填数字。")
        case .msisdnRange:
            Explanation(
                "R-NF-02", "No card number begins like this.", "没有以此开头的物联网号码。",
                mend: "Check the first digits against the carrier's list.", "请对照运营商清单核对号码开头。")
        case .msisdnRangeUnknown:
            Explanation(
                "R-NF-02", "The number lies in a range not known as an IoT range.", "号码不在已知的物联网号段内。",
                mend: "Compare with the carrier's stock, which decides.", "请与运营商库存核对，以库存为准。")
        case .msisdnOrdinaryPhone:
            Explanation(
                "R-NF-02", "This looks like an ordinary phone number.", "看起来是普通手机号码。",
                mend: "Check that it is the card's number and not somebody's contact phone.", "请确认这是卡的号码，而不是联系电话。")
        case .imsiLength:
            Explanation(
                "7.3", "An IMSI has 15 digits.", "IMSI 应为 15 位数字。",
                mend: "Read the IMSI again from the card or the carrier's list.", "请从卡或运营商清单重新读取 IMSI。")
        case .imsiCountry:
            Explanation(
                "7.3", "An IMSI of a Chinese carrier begins with 460.", "国内运营商的 IMSI 以 460 开头。",
                mend: "Check that the card is one of a Chinese carrier.", "请确认该卡属于国内运营商。")
        case .imsiNetworkUnknown:
            Explanation(
                "7.3", "The network code of the IMSI is not known.", "IMSI 的网络号未知。",
                mend: "Compare with the carrier's list.", "请与运营商清单核对。")
        case .imsiTestNetwork:
            Explanation(
                "7.3", "The IMSI is a test value, as blank cards carry it.", "IMSI 为测试值，常见于白卡。",
                mend: "Read the IMSI again after the carrier has personalised the card.", "请在运营商写卡后重新读取 IMSI。")
        default: nil
        }
    }

    var deviceExplanation: Explanation? {
        switch self {
        case .imeiLength:
            Explanation(
                "R-NF-03", "An IMEI has 15 digits, with software version 16.", "IMEI 应为 15 位，含软件版本号为 16 位。",
                mend: "Read the IMEI again from the device (*#06#).", "请在设备上重新读取 IMEI（*#06#）。")
        case .imeiLuhn:
            Explanation(
                "R-NF-03", "The check digit of the IMEI does not fit.", "IMEI 校验位不符。",
                mend: "Read the IMEI again from the device (*#06#).", "请在设备上重新读取 IMEI（*#06#）。")
        case .imeiNoCheckDigit:
            Explanation(
                "R-NF-03", "The IMEI came without its check digit, so a typing error would not show.", "IMEI 缺少校验位，无法发现录入错误。",
                mend: "Enter all 15 digits where they are at hand.", "如有条件，请填写完整的 15 位。")
        case .imeiCheckDigitZero:
            Explanation(
                "R-NF-03", "The IMEI ends in 0 in place of its check digit, as networks report it.", "IMEI 末位为 0 而非校验位，常见于网络侧上报。",
                mend: "Compare with the number on the device.", "请与设备上的号码核对。")
        case .imeiPlaceholder:
            Explanation(
                "R-NF-03", "One repeated digit is not the number of a device.", "全部为同一数字，不是真实设备号。",
                mend: "Read the IMEI from the device (*#06#).", "请在设备上读取 IMEI（*#06#）。")
        case .eidLength:
            Explanation(
                "7.5", "An EID has 32 digits.", "EID 应为 32 位数字。",
                mend: "Read the EID again from the device or its box.", "请从设备或包装上重新读取 EID。")
        case .eidPrefix:
            Explanation(
                "7.5", "An EID begins with 89.", "EID 以 89 开头。",
                mend: "Check that the number is the EID.", "请确认填写的是 EID。")
        case .eidCheckDigits:
            Explanation(
                "7.5", "The check digits of the EID do not fit.", "EID 校验位不符。",
                mend: "Read the EID again from the device or its box.", "请从设备或包装上重新读取 EID。")
        default: nil
        }
    }
}
