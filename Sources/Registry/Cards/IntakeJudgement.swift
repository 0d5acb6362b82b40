/// What the stock knows of a number in a row of a file of cards.
package enum StockMatch: Hashable, Sendable {
    case unknown
    /// The card of this row, or another, has the number.
    case found(sameData: Bool, isInScope: Bool)
}

/// What becomes of a row whose text is in order.
package enum IntakeJudgement: Hashable, Sendable {
    case taken
    /// It is here already, just so; nothing changes.
    case known
    case refused(field: StockField, code: IntakeProblemCode)

    /// - Parameters:
    ///   - card: the card that has this ICCID; `sameData` says whether all that the row states is so.
    ///   - msisdn: a card with another ICCID that has this number now.
    ///   - imsi: a card with another ICCID that has this IMSI now.
    ///
    /// For a claim, every clash with what lies outside the claimer's own scope is one and the same refusal: it does not tell whether the
    /// card exists, whose it is, or which of its data differ.
    package static func judge(_ kind: IntakeKind, card: StockMatch, msisdn: StockMatch, imsi: StockMatch) -> IntakeJudgement {
        if kind == .claim, [card, msisdn, imsi].contains(where: \.isElsewhere) {
            return .refused(field: .iccid, code: .cardNotAvailable)
        }
        if case .found(let sameData, _) = card {
            return sameData ? .known : .refused(field: .iccid, code: .cardKnownWithOtherData)
        }
        if msisdn != .unknown { return .refused(field: .msisdn, code: .numberOnAnotherCard) }
        if imsi != .unknown { return .refused(field: .imsi, code: .numberOnAnotherCard) }
        return .taken
    }
}

extension StockMatch {
    fileprivate var isElsewhere: Bool {
        if case .found(_, isInScope: false) = self { true } else { false }
    }
}

/// The fields of a card that the stock itself can refuse.
package enum StockField: String, CaseIterable, Sendable {
    case iccid, msisdn, imsi, product, province
}

/// Why the stock refuses a row; stable codes beside those of the file's own reader.
package enum IntakeProblemCode: String, CaseIterable, Sendable {
    /// The ICCID is here with other data; nothing is overwritten.
    case cardKnownWithOtherData = "card-known-with-other-data"
    /// The number or IMSI belongs to a card with another ICCID.
    case numberOnAnotherCard = "number-on-another-card"
    /// The one neutral answer to an agent's clash.
    case cardNotAvailable = "card-not-available"
    case productUnknown = "product-unknown"
    case productMissing = "product-missing"
    case carrierOfAnotherProduct = "carrier-of-another-product"
    /// Of cards in service: the date is none, or lies in the future.
    case dateInvalid = "date-invalid"
    case yesOrNoUnclear = "yes-or-no-unclear"

    package var reason: LocalText {
        switch self {
        case .cardKnownWithOtherData: LocalText(en: "This ICCID is already here with other data.", zh: "该ICCID已入库，且其他资料不一致。")
        case .numberOnAnotherCard: LocalText(en: "This number belongs to a card with another ICCID.", zh: "该号码已属于另一张卡。")
        case .cardNotAvailable: LocalText(en: "This card cannot be claimed.", zh: "该卡无法申领。")
        case .productUnknown: LocalText(en: "There is no product of this code.", zh: "没有该代码的套餐。")
        case .productMissing: LocalText(en: "Neither the row nor the intake names a product.", zh: "该行及入库批次均未指定套餐。")
        case .carrierOfAnotherProduct: LocalText(en: "The product belongs to another carrier.", zh: "该套餐属于其他运营商。")
        case .dateInvalid: LocalText(en: "This is no date, or one in the future.", zh: "日期无效或晚于今日。")
        case .yesOrNoUnclear: LocalText(en: "This is neither yes nor no.", zh: "应填“有”或“无”。")
        }
    }

    package var mend: LocalText {
        switch self {
        case .cardKnownWithOtherData:
            LocalText(en: "Compare the row with the card as it is here; remove the row or correct it.", zh: "请与库内资料核对，删除或更正该行。")
        case .numberOnAnotherCard: LocalText(en: "Check the number against the card's own papers.", zh: "请核对该卡的号码资料。")
        case .cardNotAvailable: LocalText(en: "Ask the operating company to check and allocate it.", zh: "请联系运营公司核实后划拨。")
        case .productUnknown, .productMissing: LocalText(en: "Name a product of the list.", zh: "请填写套餐列表中的代码。")
        case .carrierOfAnotherProduct: LocalText(en: "Name a product of the card's carrier.", zh: "请填写该卡运营商的套餐。")
        case .dateInvalid: LocalText(en: "Write it as 2026-03-02.", zh: "请按 2026-03-02 格式填写。")
        case .yesOrNoUnclear: LocalText(en: "Write yes or no.", zh: "请填写“有”或“无”。")
        }
    }

    /// The rule of the house it rests on.
    package var rule: HouseRule {
        switch self {
        case .cardKnownWithOtherData: .versions
        case .numberOnAnotherCard, .productUnknown, .carrierOfAnotherProduct: .names
        case .cardNotAvailable: .scope
        case .productMissing: .choice
        case .dateInvalid, .yesOrNoUnclear: .form
        }
    }
}
