import Registry

extension Refusal {
    package static let applicationClosed = Refusal(
        "application-closed", .conflict, house: .states, en: "This application can no longer be changed.", zh: "该申请已不能修改。",
        mend: LocalText(en: "Read it again; a decided application is followed by a new one.", zh: "请重新查看；已办结的申请须另行提交。"))
    package static let notSubmitted = Refusal(
        "not-submitted", .conflict, house: .states, en: "This application is not waiting for a decision.", zh: "该申请不在待审核状态。",
        mend: LocalText(en: "Read it again; somebody may have decided it.", zh: "请重新查看，可能已有人审核。"))
    package static let ownApplication = Refusal(
        "own-application", .forbidden, requirements: ["R-25-17"], en: "Nobody decides what he submitted himself.", zh: "提交人不得审核本人提交的申请。",
        mend: LocalText(en: "Leave it to another reviewer.", zh: "请由其他审核人员处理。"))
    package static let lockedByAnother = Refusal(
        "locked-by-another", .conflict, house: .versions, en: "Another reviewer has this case.", zh: "其他审核人员正在处理此申请。",
        mend: LocalText(en: "Take the next one, or wait until the lock runs out.", zh: "请处理下一件，或待锁定到期。"))
    package static let reasonsNeeded = Refusal(
        "reasons-needed", .invalid, requirements: ["R-AF-12"], en: "Sending back or refusing needs at least one reason.",
        zh: "退回或驳回须至少说明一项理由。",
        mend: LocalText(en: "Say which field and why.", zh: "请注明字段和原因。"))
    package static let noCardCanBeRegistered = Refusal(
        "no-card-registrable", .invalid, requirements: ["R-IC-03"], en: "None of the selected cards can be registered.", zh: "所选卡均无法登记。",
        mend: LocalText(en: "Look at the cards' reasons and select others.", zh: "请查看各卡原因并重新选择。"))
    package static let notRegistered = Refusal(
        "registration-not-live", .conflict, house: .states, en: "This registration is not in force.", zh: "该登记未生效或已终止。",
        mend: LocalText(en: "Begin a new registration.", zh: "请重新办理登记。"))
    package static let anotherPersonMustSecond = Refusal(
        "another-person-must-second", .forbidden, requirements: ["R-25-13"],
        en: "What takes effect in the past is approved by two different people.", zh: "追溯生效须由两名不同人员审批。",
        mend: LocalText(en: "Ask a colleague with that permission.", zh: "请由具有相应权限的同事审批。"))
    package static let purposeNeeded = Refusal(
        "purpose-needed", .invalid, requirements: ["R-DP-22"], en: "Say what for, in 4 to 200 characters.", zh: "请说明用途（4 至 200 字）。",
        mend: LocalText(en: "Give the purpose, for example the complaint's number.", zh: "请填写用途，例如投诉单号。"))
    package static let effectiveDateNotAllowed = Refusal(
        "effective-date-not-allowed", .invalid, requirements: ["R-25-11"],
        en: "A change cannot count from before the registration or more than a year ahead.", zh: "生效日期不得早于登记生效日，也不得晚于一年之后。",
        mend: LocalText(en: "Choose another date.", zh: "请更换日期。"), pointer: "/effectiveFrom")
}
