/// In what carrier and we disagree about a card, so that somebody must look.
package enum LifeCaseKind: String, CaseIterable, Sendable {
    /// Activated by force though nobody answers for it (§6.3).
    case activatedUnregistered = "activated-unregistered"
    case usedAfterCancellation = "used-after-cancellation"
    /// Cancelled because nobody used it, though it was used in time, as came to light afterwards: it cannot be brought back.
    case cancelledThoughUsed = "cancelled-though-used"
    /// The carrier refuses what was asked of it, or never did it.
    case carrierRefused = "carrier-refused"
    /// It runs there and must not.
    case runsAtCarrier = "runs-at-carrier"
    /// It should run and is stopped there.
    case stoppedAtCarrier = "stopped-at-carrier"
    /// It should run and was never activated there.
    case notActivatedAtCarrier = "not-activated-at-carrier"
    /// It ended there, or is ending, and not here.
    case cancelledAtCarrier = "cancelled-at-carrier"
    /// It ended here and not there.
    case notCancelledAtCarrier = "not-cancelled-at-carrier"
    case registeredAtCarrierOnly = "registered-at-carrier-only"
    case registeredHereOnly = "registered-here-only"
    /// The carrier does not know the card, or says that it is another customer's.
    case unknownAtCarrier = "unknown-at-carrier"
    /// Somebody at the card's entrance says that it is his, though it stands in another's name or another has applied for it (R-PH-06). No
    /// disagreement with a carrier, but a card at which somebody must look.
    case claimedAtEntrance = "claimed-at-entrance"
    /// Handed in with a device that had handed in for many persons (R-AF-03, R-AF-11). No disagreement with a carrier either.
    case deviceUsedByMany = "device-used-by-many"

    /// What can be done about it by one word, the most usual first. Besides, somebody may see to it and close the case.
    package var mends: [LifeMend] {
        switch self {
        case .activatedUnregistered, .usedAfterCancellation, .carrierRefused, .notActivatedAtCarrier, .notCancelledAtCarrier: [.tellAgain]
        case .runsAtCarrier: [.tellAgain, .takeOver]
        case .stoppedAtCarrier: [.takeOver, .tellAgain]
        case .cancelledAtCarrier: [.takeOver]
        case .registeredAtCarrierOnly: [.clear]
        case .registeredHereOnly, .unknownAtCarrier, .claimedAtEntrance, .deviceUsedByMany, .cancelledThoughUsed: []
        }
    }

    /// Those that follow from what the carrier says of the card, and end by themselves once it says otherwise.
    package static let comparisons: Set<LifeCaseKind> = [
        .runsAtCarrier, .stoppedAtCarrier, .notActivatedAtCarrier, .cancelledAtCarrier, .notCancelledAtCarrier, .registeredAtCarrierOnly,
        .registeredHereOnly, .unknownAtCarrier,
    ]
    /// Those of them that are about who answers for the card.
    package static let names: Set<LifeCaseKind> = [.registeredAtCarrierOnly, .registeredHereOnly]
    /// Those to which the carrier's word adds something: the rest wait for people.
    package static let answeredByCarrier = Set(allCases).subtracting([.claimedAtEntrance, .deviceUsedByMany, .cancelledThoughUsed])
}

/// What is done about a disagreement.
package enum LifeMend: String, CaseIterable, Sendable {
    /// The carrier is asked once more for what we hold to be right.
    case tellAgain = "tell-again"
    /// The carrier is right: we follow.
    case takeOver = "take-over"
    /// The carrier is asked to clear what it alone has registered.
    case clear
}

/// Compares what a carrier says of a card with how it stands here (R-LC-03).
package enum CarrierComparison {
    /// In what they disagree about its service; nil where they do not, or where the carrier's word says nothing.
    package static func service(_ ours: LifeStanding, _ theirs: CarrierLife) -> LifeCaseKind? {
        if ours.state == .cancelled {
            switch theirs {
            case .active, .testable: return .runsAtCarrier
            case .stopped, .ready, .stock, .heldByCarrier: return .notCancelledAtCarrier
            case .cancelling, .cancelled, .replaced, .unknown: return nil
            }
        }
        switch theirs {
        case .unknown: return nil
        case .active: return ours.serves ? nil : .runsAtCarrier
        // Carriers deliver cards so; before service nobody stopped them.
        case .testable: return ours.serves || [.stock, .testable, .ready].contains(ours.state) ? nil : .runsAtCarrier
        case .stopped, .heldByCarrier: return ours.serves ? .stoppedAtCarrier : nil
        case .ready, .stock: return ours.serves && ours.state == .active ? .notActivatedAtCarrier : nil
        case .cancelling: return ours.state == .cancelling ? nil : .cancelledAtCarrier
        case .cancelled, .replaced: return .cancelledAtCarrier
        }
    }

    /// In what they disagree about who answers for it. Of a card that runs on although nobody has registered it here yet the gap report tells.
    package static func realName(isHeld: Bool, isTolerated: Bool, _ theirs: CarrierRegistered) -> LifeCaseKind? {
        switch theirs {
        case .registered: isHeld || isTolerated ? nil : .registeredAtCarrierOnly
        case .unregistered, .refused: isHeld ? .registeredHereOnly : nil
        case .underReview, .unknown: nil
        }
    }
}

extension LifeStanding {
    /// What the carrier is asked for so that it stands there as here.
    package func wish(where theirs: CarrierLife?) -> CarrierCommand {
        if state == .cancelled { return .cancel }
        guard serves else { return .stop }
        return state == .active && (theirs == .ready || theirs == .stock || theirs == .testable) ? .activate : .resume
    }

    /// What is done here so that it stands as the carrier says: commands, one after the other; empty where nothing fits. What a carrier is only
    /// about to end is not ended here.
    package func following(_ kind: LifeCaseKind, _ theirs: CarrierLife?) -> [(command: LifeCommand, reason: StopReason?)] {
        switch kind {
        case .runsAtCarrier where [.stock, .testable, .ready].contains(state) && stops.isEmpty: [(.carrierActivated, nil)]
        case .runsAtCarrier where state == .active && stops == StopReasons([.carrierOwn]): [(.resume, .carrierOwn)]
        case .stoppedAtCarrier: [(.stop, .carrierOwn)]
        case .cancelledAtCarrier where theirs == .cancelled && state == .cancelling: [(.finish, nil)]
        case .cancelledAtCarrier where theirs == .cancelled && state != .cancelled: [(.cancel, nil), (.finish, nil)]
        case .cancelledAtCarrier where theirs == .cancelling && state != .cancelling: [(.cancel, nil)]
        default: []
        }
    }
}
