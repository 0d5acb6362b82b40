import Contract

extension Wire.AnswerForCard: Shown {
    static var columns: [Column<Self>] {
        [
            Column("ICCID", "ICCID") { $0.iccid }, Column("number", "号码") { $0.msisdn }, Column("carrier", "运营商") { $0.carrier },
            Column("standing", "登记状态") { $0.standing }, Column("unit", "单位") { $0.unit.map { "\($0.name) (\($0.code))" } },
            Column("holder", "机主") { $0.holder?.words }, Column("guardian", "监护人") { $0.guardian?.words },
            Column("responsible person", "责任人") { $0.responsiblePerson?.words }, Column("handler", "经办人") { $0.handler?.words },
            Column("actual user", "使用人") { $0.actualUser?.words }, Column("using department", "使用部门") { $0.usingDepartment },
            Column("proxy", "代办人") { $0.proxy?.words },
            Column("agents", "代理链") { $0.agentChain.map(\.name).joined(separator: " > ") }, Column("since", "起始时间", time: { $0.since }),
            Column("registration", "登记") { $0.registrationCode ?? $0.registration }, Column("decision", "决定") { $0.decision },
            Column("evidence", "凭证") { $0.evidence.isEmpty ? nil : String($0.evidence.count) },
            Column("asked for", "查询时点", time: { $0.at }),
            Column("as known at", "依据时点", time: { $0.asKnown }),
        ]
    }
}

extension Wire.AnsweringParty {
    /// As a sentence would name the person: name, document, contact.
    fileprivate var words: String {
        let further = ["\(documentType) \(documentNumber)", contact, address].compactMap(\.self)
        return name + " (" + further.joined(separator: ", ") + ")"
    }
}
