/// What a command does in a state.
package enum LifeOutcome: Hashable, Sendable {
    case to(ServiceState)
    /// The state stays; reasons may change.
    case stays
    /// To where it was before it was being cancelled.
    case back
    /// Into service when somebody answers for it; else it stays, and is stopped for that reason.
    case follows
    /// Back when the setting says that use is enough and somebody answers for it; else it stays.
    case backByUse
    case refused(LifeObstacle)
}

/// The transition table as data: every state and command has an outcome (R-LC-03, R-LC-04, R-LC-05). The picture in
/// docs/life-of-a-card.md is drawn from it.
package enum LifeTable {
    /// In the order of `ServiceState`.
    private static let rows: [LifeCommand: [LifeOutcome]] = [
        .openTest: [.to(.testable), .refused(.there), .refused(.past), .refused(.past), .refused(.cancelling), .refused(.cancelled)],
        .prepare: [.to(.ready), .to(.ready), .refused(.there), .refused(.past), .refused(.cancelling), .refused(.cancelled)],
        .activate: [.to(.active), .to(.active), .to(.active), .refused(.there), .refused(.cancelling), .refused(.cancelled)],
        .stop: [.stays, .stays, .stays, .stays, .stays, .refused(.cancelled)],
        .resume: [.stays, .stays, .stays, .stays, .stays, .refused(.cancelled)],
        .cancel: [.to(.cancelling), .to(.cancelling), .to(.cancelling), .to(.cancelling), .refused(.there), .refused(.cancelled)],
        .bringBack: [
            .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .back,
            .refused(.cancelled),
        ],
        .finish: [
            .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .to(.cancelled),
            .refused(.cancelled),
        ],
        .changeSIM: [.refused(.inStock), .stays, .stays, .stays, .refused(.cancelling), .refused(.cancelled)],
        .changeDevice: [.refused(.inStock), .stays, .stays, .stays, .refused(.cancelling), .refused(.cancelled)],
        .register: [.stays, .stays, .stays, .stays, .stays, .refused(.cancelled)],
        .vacate: [.stays, .stays, .stays, .stays, .stays, .refused(.cancelled)],
        .powerUp: [.stays, .stays, .follows, .stays, .backByUse, .refused(.cancelled)],
        .carrierActivated: [.follows, .follows, .follows, .stays, .stays, .refused(.cancelled)],
        .usedInTime: [
            .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .refused(.notCancelling), .back,
            .refused(.cancelled),
        ],
    ]

    /// A gap in the table would be a refusal, and a test would name it.
    package static func outcome(_ state: ServiceState, _ command: LifeCommand) -> LifeOutcome {
        guard let row = rows[command], row.count == ServiceState.allCases.count else { return .refused(.cancelled) }
        return row[Int(state.rawValue)]
    }

    /// Whether every state and command is in it.
    package static var isWhole: Bool { LifeCommand.allCases.allSatisfy { rows[$0]?.count == ServiceState.allCases.count } }
}
