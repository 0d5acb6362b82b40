import Ledger

extension LifeSetting {
    package var json: JSONValue {
        let numbers: [(String, Int64?)] = [
            ("arrearsDays", arrearsDays), ("cancellationMonths", cancellationMonths), ("deviceChangesUntilRisk", deviceChangesUntilRisk),
            ("freezeDays", freezeDays), ("idleMonths", idleMonths), ("noticeDays", noticeDays), ("silentDays", silentDays),
            ("testDays", testDays),
        ]
        let answers: [(String, Bool?)] = [
            ("deviceChangeIsFinal", deviceChangeIsFinal), ("holderBringsBack", holderBringsBack),
            ("reregistersOnDeviceChange", reregistersOnDeviceChange),
            ("reregistersOnSIMChange", reregistersOnSIMChange), ("reregistersPersonOnDeviceChange", reregistersPersonOnDeviceChange),
            ("separationNeedsRebinding", separationNeedsRebinding), ("silentEndsOnFirst", silentEndsOnFirst),
            ("testsUnregistered", testsUnregistered), ("useBringsBack", useBringsBack),
        ]
        let members =
            numbers.compactMap { name, value in value.map { JSONObject.Member(key: name, value: .integer($0)) } }
            + answers.compactMap { name, value in value.map { JSONObject.Member(key: name, value: .bool($0)) } }
        return JSONObject(members: members).map { .object($0) } ?? .null
    }

    /// nil when it is no object.
    package init?(json: JSONValue) {
        guard json.objectValue != nil else { return nil }
        arrearsDays = json["arrearsDays"]?.integerValue
        cancellationMonths = json["cancellationMonths"]?.integerValue
        deviceChangesUntilRisk = json["deviceChangesUntilRisk"]?.integerValue
        freezeDays = json["freezeDays"]?.integerValue
        idleMonths = json["idleMonths"]?.integerValue
        noticeDays = json["noticeDays"]?.integerValue
        silentDays = json["silentDays"]?.integerValue
        testDays = json["testDays"]?.integerValue
        deviceChangeIsFinal = json["deviceChangeIsFinal"]?.boolValue
        holderBringsBack = json["holderBringsBack"]?.boolValue
        reregistersOnDeviceChange = json["reregistersOnDeviceChange"]?.boolValue
        reregistersOnSIMChange = json["reregistersOnSIMChange"]?.boolValue
        reregistersPersonOnDeviceChange = json["reregistersPersonOnDeviceChange"]?.boolValue
        separationNeedsRebinding = json["separationNeedsRebinding"]?.boolValue
        silentEndsOnFirst = json["silentEndsOnFirst"]?.boolValue
        testsUnregistered = json["testsUnregistered"]?.boolValue
        useBringsBack = json["useBringsBack"]?.boolValue
    }
}
