/// A wish of a carrier that is not over, as far as a plan must know it.
package struct OpenIntent: Hashable, Sendable {
    package let ordinal: Int64
    package let command: CarrierCommand
    /// The carrier has it, or may have it.
    package let isTold: Bool
    /// The carrier has said that it works on it.
    package let isTakenOn: Bool
    /// It is left to somebody already.
    package let isByHand: Bool
    /// It may be told now.
    package let isDue: Bool

    package init(
        ordinal: Int64, command: CarrierCommand, isTold: Bool = false, isTakenOn: Bool = false, isByHand: Bool = false, isDue: Bool = true
    ) {
        self.ordinal = ordinal
        self.command = command
        self.isTold = isTold
        self.isTakenOn = isTakenOn
        self.isByHand = isByHand
        self.isDue = isDue
    }

    /// Whether nothing else is told meanwhile. A person's registration may take a carrier days; what it has taken on keeps no card from being stopped.
    fileprivate var isUnderWay: Bool { isTold && !(command == .register && isTakenOn) }
}

/// What is to be done about a card's open wishes. One is told at a time (R-LC-09); of several that say whether the card runs the newest counts, and
/// the others need not be told any more: a carrier leaves a card alone for a while after each. Those about who answers for it are told in their order,
/// and neither overtake the others nor are overtaken by them.
package struct IntentPlan: Hashable, Sendable {
    package struct Telling: Hashable, Sendable {
        package let ordinal: Int64
        package let wish: CarrierWish

        package init(ordinal: Int64, wish: CarrierWish) {
            self.ordinal = ordinal
            self.wish = wish
        }
    }

    /// One was told, and nobody knows yet what came of it: nothing else happens before.
    package private(set) var waitsForAnswer = false
    package private(set) var tell: Telling?
    package private(set) var superseded: [Int64] = []
    /// The carrier's interface does not offer it: somebody does it at the carrier.
    package private(set) var byHand: [Int64] = []
    /// Their turn comes after another of the card.
    package private(set) var later: [Int64] = []

    /// - Parameter open: in the order in which they were wished.
    /// - Parameter theirs: where the card stands at the carrier, as far as it is known.
    package init(_ open: [OpenIntent], theirs: CarrierLife? = nil, offers: (CarrierWish) -> Bool) {
        guard !open.contains(where: \.isUnderWay) else {
            waitsForAnswer = true
            return
        }
        let service = planService(open.filter { !$0.command.isAboutName }, theirs, offers)
        let name = planName(open.filter(\.command.isAboutName), offers)
        superseded.sort()
        // In the order in which they were wished; but what may be told does not wait for what may not.
        let first = [service, name].compactMap(\.self).sorted {
            ($0.isDue ? 0 : 1, $0.telling.ordinal) < ($1.isDue ? 0 : 1, $1.telling.ordinal)
        }
        tell = first.first?.telling
        later += first.dropFirst().map(\.telling.ordinal)
    }

    private typealias Proposed = (telling: Telling, isDue: Bool)

    private mutating func planName(_ open: [OpenIntent], _ offers: (CarrierWish) -> Bool) -> Proposed? {
        var next: OpenIntent?
        for intent in open where !intent.isTold {
            if intent.isByHand {
                // Whoever registers the next person there sees to it with that.
                if intent.command == .clearName, open.contains(where: { $0.command == .register && $0.ordinal > intent.ordinal }) {
                    superseded.append(intent.ordinal)
                }
            } else if next == nil, !open.contains(where: \.isTold) {
                next = intent
            } else {
                later.append(intent.ordinal)
            }
        }
        guard let next else { return nil }
        let wish: CarrierWish = next.command == .register ? .registration : .clearing
        if offers(wish) { return (Telling(ordinal: next.ordinal, wish: wish), next.isDue) }
        byHand.append(next.ordinal)
        return nil
    }

    private mutating func planService(
        _ open: [OpenIntent], _ theirs: CarrierLife?, _ offers: (CarrierWish) -> Bool
    ) -> Proposed? {
        func last(_ command: CarrierCommand) -> Int64 { open.last { $0.command == command }?.ordinal ?? -1 }
        let (opened, delivered, activated, ended) = (last(.openTest), last(.prepare), last(.activate), last(.cancel))
        var newest: OpenIntent?
        for intent in open {
            let isOvertaken =
                switch intent.command {
                case .openTest, .prepare: intent.ordinal < max(activated, ended)
                // What is to be cancelled, or to wait for its activation, is not put into service before.
                case .activate, .resume: intent.ordinal < max(delivered, ended)
                case .stop: intent.ordinal < opened
                case .cancel, .changeDevice, .changeSIM, .register, .clearName: false
                }
            if isOvertaken {
                superseded.append(intent.ordinal)
            } else if intent.command.change(where: theirs) != nil {
                if let newest { superseded.append(newest.ordinal) }
                newest = intent
            } else if !intent.isByHand {
                byHand.append(intent.ordinal)
            }
        }
        guard let newest, !newest.isByHand, var change = newest.command.change(where: theirs) else { return nil }
        // A card whose activation was never told cannot be resumed.
        if change == .resume, activated >= 0, theirs != .stopped { change = .activate }
        if offers(.change(change)) { return (Telling(ordinal: newest.ordinal, wish: .change(change)), newest.isDue) }
        byHand.append(newest.ordinal)
        return nil
    }
}

extension CarrierCommand {
    /// What its interface is told of a card that stands so there; nil for what no interface is known to offer. A card that waits for its
    /// activation cannot be resumed, nor a stopped one activated; one that may be tested runs as it is.
    package func change(where theirs: CarrierLife?) -> CarrierChange? {
        switch self {
        case .stop: .suspend
        case .activate: theirs == .stopped ? .resume : .activate
        case .resume: theirs == .ready || theirs == .stock ? .activate : .resume
        case .openTest, .prepare, .cancel, .changeDevice, .changeSIM, .register, .clearName: nil
        }
    }

    /// Whether a card that stands so at its carrier shows that the wish is fulfilled; false where no state says so.
    package func isShown(by word: CarrierLife) -> Bool {
        switch self {
        case .openTest: word == .testable
        case .prepare: word == .ready
        case .activate: word == .active
        case .resume: word == .active || word == .testable
        case .stop: ![.active, .testable, .unknown].contains(word)
        case .cancel: word == .cancelled || word == .replaced
        case .changeDevice, .changeSIM, .register, .clearName: false
        }
    }

    /// The same of what the carrier says of the card's real name.
    package func isShown(by word: CarrierRegistered) -> Bool {
        switch self {
        case .register: word == .registered
        case .clearName: word == .unregistered
        default: false
        }
    }
}
