/// How long the stages of a life last, and what brings it on, for one card (REQUIREMENTS §6.3).
package struct LifePeriods: Hashable, Sendable {
    /// Test period (测试期), days; nil: it lasts until somebody ends it.
    package var testDays: Int64?
    /// Silent period (沉默期), days; nil: it lasts until the first use.
    package var silentDays: Int64? = 180
    /// Whether the carrier activates on the first of the month that follows the silent period.
    package var silentEndsOnFirst = true
    /// Months without use after which the cancellation cycle begins.
    package var idleMonths: Int64 = 3
    /// Months of the cancellation cycle (预销户).
    package var cancellationMonths: Int64 = 2
    /// Days in arrears after which the cycle begins.
    package var arrearsDays: Int64 = 60
    /// Days for which the number is frozen after cancellation (冷冻期).
    package var freezeDays: Int64 = 90
    /// Days before a step at which whoever answers for the card is told.
    package var noticeDays: Int64 = 7
    /// Whether use alone brings a card back.
    package var useBringsBack = false
    /// Whether the person who answers for a card may bring it back himself, once he has proved who he is.
    package var holderBringsBack = true
    /// Whether a card under test may attach though nobody answers for it.
    package var testsUnregistered = false
    /// Whether another SIM demands a new verification (R-25-03).
    package var reregistersOnSIMChange = false
    /// Whether another device does (R-IC-08).
    package var reregistersOnDeviceChange = false
    /// Whether another device does where a person answers for the card.
    package var reregistersPersonOnDeviceChange = false
    /// Whether a card that was stopped in another device goes on only once the device is declared (换绑).
    package var separationNeedsRebinding = false
    /// The how-manieth change of device in a calendar month stops the card for risk, and every further one; 0: none does.
    package var deviceChangesUntilRisk: Int64 = 0
    /// Whether another device stops the card for good the next day: a chip that is soldered in (贴片卡, R-IC-09).
    package var deviceChangeIsFinal = false

    package init() {}

    /// What counts where nothing is set: each carrier makes something else of another device (R-IC-08).
    package init(of carrier: Carrier) {
        self.init()
        separationNeedsRebinding = carrier == .mobile
        reregistersPersonOnDeviceChange = carrier == .telecom
        deviceChangesUntilRisk = carrier == .unicom ? 3 : 0
    }

    /// Whether a device that is declared demands a new verification.
    package func demandsVerification(isPersonal: Bool) -> Bool {
        reregistersOnDeviceChange || isPersonal && reregistersPersonOnDeviceChange
    }
}

/// What an operator sets of it; what is nil is left to the more general setting.
package struct LifeSetting: Hashable, Sendable {
    package var testDays: Int64?
    package var silentDays: Int64?
    package var silentEndsOnFirst: Bool?
    package var idleMonths: Int64?
    package var cancellationMonths: Int64?
    package var arrearsDays: Int64?
    package var freezeDays: Int64?
    package var noticeDays: Int64?
    package var useBringsBack: Bool?
    package var holderBringsBack: Bool?
    package var testsUnregistered: Bool?
    package var reregistersOnSIMChange: Bool?
    package var reregistersOnDeviceChange: Bool?
    package var reregistersPersonOnDeviceChange: Bool?
    package var separationNeedsRebinding: Bool?
    package var deviceChangesUntilRisk: Int64?
    package var deviceChangeIsFinal: Bool?

    package init() {}

    /// What a product's own terms say.
    package init(_ terms: ProductPeriods) {
        testDays = terms.testDays
        silentDays = terms.silentDays
        cancellationMonths = terms.cancellationMonths
    }

    /// Bounds of the periods: none is without end, and a freeze is at least what the service norms demand.
    private var bounds: [(name: String, value: Int64?, bounds: ClosedRange<Int64>)] {
        [
            ("testDays", testDays, 1...366), ("silentDays", silentDays, 1...1_098), ("idleMonths", idleMonths, 1...60),
            ("cancellationMonths", cancellationMonths, 1...24), ("arrearsDays", arrearsDays, 1...366),
            ("freezeDays", freezeDays, 90...1_098), ("noticeDays", noticeDays, 0...60),
            ("deviceChangesUntilRisk", deviceChangesUntilRisk, 0...99),
        ]
    }

    /// A finding for every value out of bounds.
    package var faults: [Refusal] {
        bounds.compactMap { name, value, bounds in
            guard let value, !bounds.contains(value) else { return nil }
            return Refusal(
                "life-period-out-of-bounds", .invalid, requirements: ["R-LC-03"],
                en: "The value lies outside \(bounds.lowerBound) to \(bounds.upperBound).",
                zh: "取值须在\(bounds.lowerBound)至\(bounds.upperBound)之间。",
                mend: LocalText(en: "Choose a value between them.", zh: "请填写该范围内的数值。")
            ).at("/setting/\(name)")
        }
    }

    package var isEmpty: Bool { self == LifeSetting() }
}

extension LifePeriods {
    /// - Parameter settings: from the most general to the most particular.
    package init(_ settings: [LifeSetting], of carrier: Carrier) {
        self.init(of: carrier)
        for setting in settings {
            testDays = setting.testDays ?? testDays
            silentDays = setting.silentDays ?? silentDays
            silentEndsOnFirst = setting.silentEndsOnFirst ?? silentEndsOnFirst
            idleMonths = setting.idleMonths ?? idleMonths
            cancellationMonths = setting.cancellationMonths ?? cancellationMonths
            arrearsDays = setting.arrearsDays ?? arrearsDays
            freezeDays = setting.freezeDays ?? freezeDays
            noticeDays = setting.noticeDays ?? noticeDays
            useBringsBack = setting.useBringsBack ?? useBringsBack
            holderBringsBack = setting.holderBringsBack ?? holderBringsBack
            testsUnregistered = setting.testsUnregistered ?? testsUnregistered
            reregistersOnSIMChange = setting.reregistersOnSIMChange ?? reregistersOnSIMChange
            reregistersOnDeviceChange = setting.reregistersOnDeviceChange ?? reregistersOnDeviceChange
            reregistersPersonOnDeviceChange = setting.reregistersPersonOnDeviceChange ?? reregistersPersonOnDeviceChange
            separationNeedsRebinding = setting.separationNeedsRebinding ?? separationNeedsRebinding
            deviceChangesUntilRisk = setting.deviceChangesUntilRisk ?? deviceChangesUntilRisk
            deviceChangeIsFinal = setting.deviceChangeIsFinal ?? deviceChangeIsFinal
        }
    }
}
