import Registry

struct CTWingState: Decodable {
    struct Product: Decodable { let productMainStatusCd: LooseText }

    let result: LooseText
    let productInfo: [Product]?
}

struct CTWingCode: Decodable { let code: LooseText }

struct CTWingRealNames: Decodable {
    struct List: Decodable { let statusList: [Item] }

    struct Item: Decodable {
        let accessNumber: LooseText
        let status: LooseText
    }

    let data: List?
}

struct CTWingLink: Decodable {
    struct Page: Decodable { let url: String }

    let data: Page?
}

extension CarrierChange {
    /// Order types of LC002 (PEERS §3.2): 19 stops and keeps the number, 20 resumes it.
    var ctwingOrderType: String? {
        switch self {
        case .suspend: "19"
        case .resume: "20"
        case .activate: nil
        }
    }
}

extension CodeTable {
    /// No code of failure of CTWing is public: the connection's file names them.
    package static let ctwing = CodeTable([:])
}

extension CarrierCapabilities {
    static let ctwing = CarrierCapabilities([
        .queryState: CarrierCapability(.offered, cardsMax: 1, en: "queryCardMainStatus", zh: "queryCardMainStatus"),
        .queryRealName: CarrierCapability(.offered, cardsMax: 100, en: "BQ019", zh: "BQ019"),
        .startRegistration: CarrierCapability(
            .notPublic, cardsMax: 1, en: "a page with a token; its call is not public", zh: "带令牌的 H5 页面，接口未公开"),
        .submitIdentity: CarrierCapability(.absent, en: "no call seen", zh: "未见接口"),
        .clearRegistration: CarrierCapability(
            .notPublic, cardsMax: 1, en: "card by card; its path is not public", zh: "单卡办理，路径未公开"),
        .suspend: CarrierCapability(.offered, cardsMax: 1, en: "LC002, order type 19", zh: "LC002，停机保号 19"),
        .resume: CarrierCapability(.offered, cardsMax: 1, en: "LC002, order type 20", zh: "LC002，复机 20"),
        .activate: CarrierCapability(.notPublic, cardsMax: 1, en: "of the older interface only", zh: "仅旧接口有"),
        .outcome: CarrierCapability(.offered, cardsMax: 1, en: "the card's state", zh: "以卡状态为准"),
        .push: CarrierCapability(.notPublic, en: "acceptance number and free text", zh: "受理流水号与自由文本"),
        .risk: CarrierCapability(.notPublic, en: "RD001; its answer is not public", zh: "RD001，返回格式未公开"),
    ])
}
