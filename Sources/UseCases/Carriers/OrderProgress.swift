import Records
import Registry

/// What follows for a wish from what its carrier answered; the wish's own history and the time decide with it.
enum OrderStep: Hashable, Sendable {
    /// The carrier shows it.
    case inEffect
    /// It will not come by itself. A code of ours, with the carrier's behind a slash where it gave one.
    case failed(String)
    /// It was told, or may have been: the carrier is asked then.
    case ask(at: Instant, serial: String?, code: String?)
    /// It was not told, or counts for nothing: it is told then.
    case tell(at: Instant, wasTold: Bool, code: String)
}

struct OrderProgress {
    let now: Instant
    let settings: Settings

    /// After an answer whose credentials or form somebody must mend.
    private static let mendingSeconds: Int64 = 900
    /// Tellings after which a wish the carrier never shows is given up.
    private static let triesMax: Int64 = 20

    /// - Parameter shown: what the carrier said of the card's state when it refused for its sake.
    func step(afterTelling reply: CarrierReply<CarrierCardState>, _ intent: CarrierIntent, shown: CarrierCardState?) -> OrderStep {
        switch reply {
        case .done(let state):
            return intent.toldAs?.isInEffect(state.word) == true ? .inEffect : .ask(at: now.adding(seconds: 30), serial: nil, code: nil)
        case .accepted(let serial): return .ask(at: now.adding(seconds: 5), serial: serial, code: nil)
        case .refused(let refusal, let code):
            return step(afterRefusal: refusal, code, intent, shown) { .tell(at: $0, wasTold: true, code: $1) }
        case .locked(let until): return .tell(at: max(until, now.adding(seconds: 1)), wasTold: false, code: "locked")
        case .overQuota(let until): return .tell(at: max(until, now.adding(seconds: 1)), wasTold: false, code: "over-quota")
        case .unreachable(let seconds): return .tell(at: now.adding(seconds: max(1, seconds)), wasTold: false, code: "unreachable")
        case .unclear: return .ask(at: now.adding(seconds: 60), serial: nil, code: "unclear")
        }
    }

    /// - Parameter shown: as above.
    func step(afterAsking reply: CarrierReply<CarrierOutcome>, _ intent: CarrierIntent, shown: CarrierCardState?) -> OrderStep {
        let age = (now.milliseconds - (intent.toldAt ?? intent.createdAt).milliseconds) / 1_000
        /// Seldom, the longer it takes.
        let later = now.adding(seconds: min(900, max(5, age / 4)))
        func ask(at instant: Instant, _ code: String?, serial: String? = nil) -> OrderStep {
            age >= settings.carrierOutcomeHours * 3_600
                ? .failed("no-outcome") : .ask(at: instant, serial: serial ?? intent.serial, code: code)
        }
        switch reply {
        case .done(.inEffect): return .inEffect
        case .done(.pending), .accepted:
            // A name the carrier works on was taken on, though its answer was lost: it holds up no stop.
            return ask(at: later, nil, serial: intent.command.isAboutName ? intent.serial ?? intent.order?.description : nil)
        case .done(.notInEffect):
            guard age >= settings.carrierSettleSeconds else { return ask(at: later, "not-in-effect") }
            return intent.tries >= Self.triesMax ? .failed("no-outcome") : .tell(at: now, wasTold: true, code: "not-in-effect")
        case .done(.failed(let refusal, let code)):
            return step(afterRefusal: refusal, code, intent, shown) { .tell(at: $0, wasTold: true, code: $1) }
        // The question was refused, which says nothing of the person.
        case .refused(let refusal, _) where intent.command.isAboutName:
            return ask(at: now.adding(seconds: Self.mendingSeconds), refusal.code)
        case .refused(let refusal, let code): return step(afterRefusal: refusal, code, intent, shown) { ask(at: $0, $1) }
        case .locked(let until), .overQuota(let until): return ask(at: max(until, now.adding(seconds: 1)), nil)
        case .unreachable(let seconds): return ask(at: now.adding(seconds: max(1, seconds)), "unreachable")
        case .unclear: return ask(at: max(later, now.adding(seconds: 60)), "unclear")
        }
    }

    private func step(
        afterRefusal refusal: Refusal, _ code: String, _ intent: CarrierIntent, _ shown: CarrierCardState?,
        again: (Instant, String) -> OrderStep
    ) -> OrderStep {
        // What a carrier says of a person may hold the person's number, and a code is kept in clear.
        let isPlain = !code.isEmpty && !(intent.command.isAboutName && code.contains(/[0-9]{6}/))
        let text = isPlain ? "\(refusal.code)/\(code)" : refusal.code
        // Refused for a state that nobody could tell: the state is asked for until it says what became of the wish.
        let age = (now.milliseconds - (intent.toldAt ?? intent.createdAt).milliseconds) / 1_000
        if refusal == .carrierStateForbids, shown.map({ $0.word == .unknown }) ?? true, intent.command.change(where: nil) != nil,
            age < settings.carrierOutcomeHours * 3_600
        {
            return .ask(at: now.adding(seconds: min(900, max(60, age / 4))), serial: nil, code: text)
        }
        if let shown {
            // Where the card stands as wished already, nothing is missing.
            if intent.command.isShown(by: shown.word) { return .inEffect }
            // Where it stands otherwise than was thought, something else is told.
            if intent.tries < Self.triesMax, let change = intent.command.change(where: shown.word), .change(change) != intent.toldAs {
                return .tell(at: now, wasTold: true, code: text)
            }
        }
        return refusal.kind == .temporary ? again(now.adding(seconds: Self.mendingSeconds), text) : .failed(text)
    }
}
