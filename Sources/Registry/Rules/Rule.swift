/// A rule that checks, refusals and steps rest on, as a reader may look it up. The ids of `all` are those of the project's list of
/// requirements; `house` are the system's own (`HouseRule`).
package struct Rule: Hashable, Sendable {
    package let id: String
    /// The law, order, standard or practice, with its clause.
    package let source: LocalText
    package let text: LocalText
    /// What would suffer without it; of a rule of the house alone, the law needs no such word here.
    package let protects: LocalText?
    /// Where the project's documents say why, of a rule of the house.
    package let document: String?

    package static func named(_ id: String) -> Rule? { byID[id] }

    private static let byID = Dictionary(uniqueKeysWithValues: (all + house).map { ($0.id, $0) })

    /// The system's own rules, in the order of their ids.
    package static let house: [Rule] = HouseRule.allCases.map { Rule($0) }

    private init(_ id: String, _ source: LocalText, en: String, zh: String) {
        self.id = id
        self.source = source
        text = LocalText(en: en, zh: zh)
        protects = nil
        document = nil
    }

    private init(_ rule: HouseRule) {
        id = rule.id
        source = LocalText(en: "The system's own order, no law", zh: "系统自身规定，并非法律要求")
        text = rule.text
        protects = rule.protects
        document = rule.document
    }
}

extension Rule {
    package static let all: [Rule] = [
        Rule(
            "R-25-02", LocalText(en: "Order 25 of MIIT, art. 3", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第三条"),
            en: "A card is registered when it is opened and when it passes to somebody else; each is a registration of its own.",
            zh: "入网（开户）和过户均须登记，每次按新办登记。"),
        Rule(
            "R-25-03", LocalText(en: "Order 25 of MIIT, art. 3; provinces", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第三条；各省规定"),
            en: "Provinces add occasions, such as another SIM; which ones is set per province.",
            zh: "各省可增加登记情形（如换卡），按省配置。"),
        Rule(
            "R-25-06", LocalText(en: "Order 25 of MIIT, art. 6", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第六条"),
            en: "A valid document is asked for before service begins; a proxy shows his own and the other's.",
            zh: "提供服务前须出示有效证件；代办的，须出示双方证件。"),
        Rule(
            "R-25-07", LocalText(en: "Order 25 of MIIT, art. 7", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第七条"),
            en: "Which documents identify a person.",
            zh: "个人有效证件的种类。"),
        Rule(
            "R-25-08", LocalText(en: "Order 25 of MIIT, art. 7; provinces", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第七条；各省规定"),
            en: "A household register serves for minors only, with guardian and the guardian's document.",
            zh: "户口簿仅限未成年人使用，须由监护人陪同并出示监护人证件。"),
        Rule(
            "R-25-09", LocalText(en: "Order 25 of MIIT, art. 8", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第八条"),
            en: "Which papers identify a unit; beside them the handler's document and the unit's authorisation.",
            zh: "单位有效证件的种类；另须经办人证件和单位授权书。"),
        Rule(
            "R-25-10", LocalText(en: "Order 25 of MIIT, art. 8, practice", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第八条；行业实践"),
            en: "Bodies that have no certificate bring a letter with seal.",
            zh: "无证照的机关、部队等可凭盖章介绍信办理。"),
        Rule(
            "R-25-11", LocalText(en: "Order 25 of MIIT, art. 9", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第九条"),
            en: "Kind, name, number and address are registered as on the document, for proxies too.",
            zh: "如实登记证件类别、姓名（名称）、号码和地址，代办人同样登记。"),
        Rule(
            "R-25-12", LocalText(en: "Order 25 of MIIT, art. 9", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第九条"),
            en: "A copy bears the operator's name, the purpose and the date.",
            zh: "证件复印件须注明经营者名称、用途和日期。"),
        Rule(
            "R-25-13", LocalText(en: "Order 25 of MIIT, art. 10", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第十条"),
            en: "No service where no document is shown, its data are refused, or it is another's, forged or altered.",
            zh: "拒不出示证件、拒绝登记、冒用或使用伪造变造证件的，不得提供服务。"),
        Rule(
            "R-25-14", LocalText(en: "Order 25 of MIIT, art. 11", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第十一条"),
            en: "What was registered is kept during service and two years after it.",
            zh: "登记信息在服务期间及终止服务后二年内保存。"),
        Rule(
            "R-25-17", LocalText(en: "Order 25 of MIIT, art. 14", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第十四条"),
            en: "Agents are supervised; whoever cannot protect the data is no agent.",
            zh: "应监督代理商；不具备登记和保护能力的，不得委托。"),
        Rule(
            "R-25-18", LocalText(en: "Order 25 of MIIT, art. 14, practice", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第十四条；行业实践"),
            en: "Some ways in are not open to some registrations.",
            zh: "部分渠道不得办理某些登记。"),
        Rule(
            "R-25-24", LocalText(en: "Order 25 of MIIT, art. 20", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第二十条"),
            en: "Cards in service that lack a registration: their users are told, and may catch up easily; no duty is added.",
            zh: "在网未登记用户应告知并提供便捷的补登记方式，不得增加其义务。"),
        Rule(
            "R-AF-01", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 9", zh: "《反电信网络诈骗法》第九条"),
            en: "The carriers answer for their agents; contracts say the agents' duties.",
            zh: "电信业务经营者对代理商承担管理责任，协议须明确代理商的登记责任。"),
        Rule(
            "R-AF-02", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 10", zh: "《反电信网络诈骗法》第十条"),
            en: "Nobody has more cards than the state allows; one's own cards can be asked for.",
            zh: "办理电话卡不得超过限额；用户可查询名下卡。"),
        Rule(
            "R-AF-03", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 11", zh: "《反电信网络诈骗法》第十一条"),
            en: "Suspicious users are verified again; who fails is limited.",
            zh: "对涉诈异常用户重新核验，未通过的采取限制措施。"),
        Rule(
            "R-AF-04", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 12", zh: "《反电信网络诈骗法》第十二条"),
            en: "Every user of IoT cards is assessed before the sale; functions, places and devices are limited.",
            zh: "物联网卡用户须经风险评估，未通过不得销售；严格限制功能、场景和设备。"),
        Rule(
            "R-AF-10", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 30", zh: "《反电信网络诈骗法》第三十条"),
            en: "Users are warned where they buy: a card must not be sold, let or lent.",
            zh: "办理业务时对用户进行警示，不得非法买卖、出租、出借。"),
        Rule(
            "R-AF-11", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 31", zh: "《反电信网络诈骗法》第三十一条"),
            en: "IoT cards are not traded, let or lent; nobody helps another through verification.",
            zh: "不得非法买卖、出租、出借物联网卡，不得提供实名核验帮助。"),
        Rule(
            "R-AF-12", LocalText(en: "Anti-Telecom and Online Fraud Law, art. 32", zh: "《反电信网络诈骗法》第三十二条"),
            en: "Whoever is limited or stopped is told why and how to object; once verified it ends at once.",
            zh: "采取限制措施应告知原因、救济渠道；核实后及时解除。"),
        Rule(
            "R-DP-01", LocalText(en: "Personal Information Protection Law, arts. 6, 19", zh: "《个人信息保护法》第六、十九条"),
            en: "No more data and no longer than needed.",
            zh: "收集个人信息限于最小范围，保存期限最短。"),
        Rule(
            "R-DP-03", LocalText(en: "Personal Information Protection Law, arts. 14–17", zh: "《个人信息保护法》第十四至十七条"),
            en: "Consent is informed, voluntary and can be taken back; a new purpose needs a new one.",
            zh: "同意应当自愿、明确，可撤回；目的变更须重新取得同意。"),
        Rule(
            "R-DP-04", LocalText(en: "Personal Information Protection Law, arts. 20–23", zh: "《个人信息保护法》第二十至二十三条"),
            en: "Whoever passes data on to another says so and has consent of its own for it.",
            zh: "向他人提供个人信息须告知并取得单独同意。"),
        Rule(
            "R-DP-05", LocalText(en: "Personal Information Protection Law, art. 24", zh: "《个人信息保护法》第二十四条"),
            en: "Of a refusal by a machine a person may be asked.",
            zh: "对自动化决策结果，个人有权要求说明并由人工复核。"),
        Rule(
            "R-DP-06", LocalText(en: "Personal Information Protection Law, arts. 28–31", zh: "《个人信息保护法》第二十八至三十一条"),
            en: "Sensitive data, and all data of children under fourteen, need a separate consent, a guardian's for children.",
            zh: "处理敏感个人信息及不满十四周岁未成年人信息须取得单独同意或监护人同意。"),
        Rule(
            "R-DP-07", LocalText(en: "Personal Information Protection Law, art. 47", zh: "《个人信息保护法》第四十七条"),
            en: "What the law still keeps is stored and nothing else.",
            zh: "法定保存期限未届满的，仅可存储和采取安全保护措施。"),
        Rule(
            "R-DP-08", LocalText(en: "Personal Information Protection Law, arts. 44–46, 50", zh: "《个人信息保护法》第四十四至四十六、五十条"),
            en: "A person may see, copy and correct; a refusal has its reasons.",
            zh: "个人有权查阅、复制、更正；拒绝的须说明理由。"),
        Rule(
            "R-DP-10", LocalText(en: "Personal Information Protection Law, art. 51", zh: "《个人信息保护法》第五十一条"),
            en: "Internal rules, encryption, limited rights, training.",
            zh: "采取内部制度、加密、权限管理、培训等措施。"),
        Rule(
            "R-DP-19", LocalText(en: "Order 24 of MIIT", zh: "《电信和互联网用户个人信息保护规定》（工信部令第24号）"),
            en: "Least rights; exports, copies and destruction are reviewed and logged.",
            zh: "最小权限；批量导出、复制、销毁须审查并留存记录。"),
        Rule(
            "R-DP-21", LocalText(en: "GB/T 35273", zh: "GB/T 35273《个人信息安全规范》"),
            en: "What is shown is masked by the server.",
            zh: "展示时由服务端去标识化。"),
        Rule(
            "R-DP-22", LocalText(en: "GB/T 35273, practice", zh: "GB/T 35273《个人信息安全规范》；行业实践"),
            en: "How much of a name, number or telephone is shown; more needs a reason and leaves a trail.",
            zh: "姓名、证件号、电话的脱敏方式；查看完整信息须说明理由并留痕。"),
        Rule(
            "R-DP-23", LocalText(en: "GB/T 35273, practice", zh: "GB/T 35273《个人信息安全规范》；行业实践"),
            en: "Searching goes by keyed hashes, never by clear text.",
            zh: "检索使用带密钥的散列，不存明文。"),
        Rule(
            "R-DP-24", LocalText(en: "GB/T 22239, level 3", zh: "GB/T 22239 网络安全等级保护三级"),
            en: "Sign-in with two factors, access control, audit, integrity and confidentiality.",
            zh: "第二验证因素登录、访问控制、审计、完整性与保密性。"),
        Rule(
            "R-DP-26", LocalText(en: "Order 25 of MIIT, art. 9, practice", zh: "《电话用户真实身份信息登记规定》（工信部令第25号）第九条；行业实践"),
            en: "Pictures leave with a watermark of purpose, operator and day; each look is logged.",
            zh: "凭证图片外发须带用途、经营者、日期水印，查看留痕。"),
        Rule(
            "R-IC-03", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "For one's own use, in the agreed place; more than 100 MB a month undirected needs the person's own name.",
            zh: "限自用、限约定场景；非定向流量每月超过100MB须登记实际使用人。"),
        Rule(
            "R-IC-04", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "A unit's card has a responsible person.",
            zh: "单位物联网卡须登记责任人。"),
        Rule(
            "R-IC-05", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "An eleven-digit number, voice or SMS needs a person's own name.",
            zh: "11位号码或开通语音、短信的，须个人实名。"),
        Rule(
            "R-IC-06", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "Real name first, then use: a card that powers up unregistered is stopped.",
            zh: "先实名后使用；未实名上电的卡停用。"),
        Rule(
            "R-IC-07", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "A card is bound to the first device, or to a pool of devices.",
            zh: "机卡绑定：首次使用自动绑定或IMEI池。"),
        Rule(
            "R-IC-08", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "What another device means for a card.",
            zh: "更换设备的后果。"),
        Rule(
            "R-IC-09", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "A soldered chip seen in another device is stopped the next day and goes on no more.",
            zh: "贴片卡更换设备的，次日停机且不可复机。"),
        Rule(
            "R-IC-13", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "Scenes of risk that carriers report.",
            zh: "运营商通报的风险场景。"),
        Rule(
            "R-IC-16", LocalText(en: "Notices on IoT cards and carriers' practice", zh: "物联网卡管理通知及运营商实践"),
            en: "How many cards one document may have.",
            zh: "一证可办卡数。"),
        Rule(
            "R-IQ-02", LocalText(en: "What compliance checks look for", zh: "实名登记合规检查要点"),
            en: "What a name looks like.",
            zh: "姓名格式。"),
        Rule(
            "R-IQ-03", LocalText(en: "What compliance checks look for", zh: "实名登记合规检查要点"),
            en: "What the number of an identity card looks like.",
            zh: "居民身份证号码格式。"),
        Rule(
            "R-IQ-05", LocalText(en: "What compliance checks look for", zh: "实名登记合规检查要点"),
            en: "What the numbers of other documents look like.",
            zh: "其他证件号码格式。"),
        Rule(
            "R-IQ-06", LocalText(en: "What compliance checks look for", zh: "实名登记合规检查要点"),
            en: "What an address looks like.",
            zh: "地址格式。"),
        Rule(
            "R-IQ-07", LocalText(en: "What compliance checks look for", zh: "实名登记合规检查要点"),
            en: "What does not count as a document.",
            zh: "不得作为有效证件的证件。"),
        Rule(
            "R-LC-01", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "Reasons to stop are kept apart; each ends for itself.",
            zh: "停机原因相互独立，各自解除。"),
        Rule(
            "R-LC-02", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "Registering clears its own reason and no other.",
            zh: "完成登记只解除“未实名”停机。"),
        Rule(
            "R-LC-03", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "The states of a card's service; its real name is another axis.",
            zh: "卡的业务状态；实名状态独立。"),
        Rule(
            "R-LC-04", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "A card can be registered before it is in service.",
            zh: "可在库存、测试、待激活阶段登记。"),
        Rule(
            "R-LC-05", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "After cancellation nothing can be done with a card; what was registered can be read.",
            zh: "销户后不得办理任何业务；登记信息只读保存。"),
        Rule(
            "R-LC-06", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "A number given out again inherits nothing.",
            zh: "号码重新启用不得继承原登记。"),
        Rule(
            "R-LC-07", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "Another SIM: what was bound and registered is judged again.",
            zh: "换卡须重新评估绑定和实名。"),
        Rule(
            "R-LC-08", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "A transfer ends one registration and begins another.",
            zh: "过户终止原登记并重新登记。"),
        Rule(
            "R-LC-09", LocalText(en: "Carriers' practice", zh: "运营商实践"),
            en: "One operation at a carrier at a time for each card.",
            zh: "同一张卡不得同时在运营商侧办理两项操作。"),
        Rule(
            "R-NF-01", LocalText(en: "Number formats", zh: "号码格式"),
            en: "ICCID: a check digit that is wrong warns, the carrier decides.",
            zh: "ICCID：校验位不符仅提示，以运营商为准。"),
        Rule(
            "R-NF-02", LocalText(en: "Number formats", zh: "号码格式"),
            en: "MSISDN of IoT cards.",
            zh: "物联网卡号码。"),
        Rule(
            "R-NF-03", LocalText(en: "Number formats", zh: "号码格式"),
            en: "IMEI: compared on fourteen digits.",
            zh: "IMEI：按前14位比较。"),
        Rule(
            "R-NF-04", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Identity numbers as people write them.",
            zh: "身份证号码书写差异的规范化。"),
        Rule(
            "R-NF-05", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Region codes that are abolished stay valid on old cards.",
            zh: "已撤销的行政区划代码在旧证上仍有效。"),
        Rule(
            "R-NF-06", LocalText(en: "Number formats", zh: "号码格式"),
            en: "How long a document is valid.",
            zh: "证件有效期。"),
        Rule(
            "R-NF-07", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Residence permits of Hong Kong, Macao and Taiwan residents.",
            zh: "港澳台居民居住证。"),
        Rule(
            "R-NF-08", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Permanent residence cards of foreigners; old and new number are one person.",
            zh: "外国人永久居留身份证；新旧号码视为同一人。"),
        Rule(
            "R-NF-09", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Unified social credit codes.",
            zh: "统一社会信用代码。"),
        Rule(
            "R-NF-10", LocalText(en: "Number formats", zh: "号码格式"),
            en: "Organisation codes within them.",
            zh: "组织机构代码。"),
        Rule(
            "R-OP-01", LocalText(en: "Carriers' interfaces", zh: "运营商接口"),
            en: "What each carrier's interface can do.",
            zh: "各运营商接口的能力。"),
        Rule(
            "R-OP-03", LocalText(en: "Rules on face recognition (CAC and MPS Order 19)", zh: "《人脸识别技术应用安全管理办法》"),
            en: "Face recognition is never the only way where there is another.",
            zh: "存在其他方式的，不得将人脸识别作为唯一方式。"),
        Rule(
            "R-PH-01", LocalText(en: "Notices on real names of telephone users, 2015", zh: "电话用户实名登记有关通知2015年"),
            en: "In a hall the card's chip is read and the data are checked.",
            zh: "实体渠道须用读卡器核验。"),
        Rule(
            "R-PH-03", LocalText(en: "Notices on real names of telephone users, 2016", zh: "电话用户实名登记有关通知2016年"),
            en: "Five telephone cards a person and carrier.",
            zh: "同一用户在同一运营商最多五张电话卡。"),
        Rule(
            "R-PH-04", LocalText(en: "Notices on real names of telephone users, 2016", zh: "电话用户实名登记有关通知2016年"),
            en: "A photo taken on the spot, or a live comparison online.",
            zh: "留存现场照片；线上须实人认证。"),
        Rule(
            "R-PH-06", LocalText(en: "Notices on real names of telephone users, 2019", zh: "电话用户实名登记有关通知2019年"),
            en: "The face is compared with the portrait; disputed numbers are looked into at once.",
            zh: "人像比对；对名下异议号码及时核查。"),
        Rule(
            "R-PH-07", LocalText(en: "Notices on real names of telephone users, 2021", zh: "电话用户实名登记有关通知2021年"),
            en: "Cards of high risk are verified once more, within a term.",
            zh: "高风险卡限期二次实人认证。"),
        Rule(
            "R-VC-02", LocalText(en: "Notice on real names of vehicles' cards", zh: "车联网卡实名登记通知"),
            en: "Vehicle makers verify the owner at the sale.",
            zh: "车企在销售时核验并登记车主。"),
    ]
}
