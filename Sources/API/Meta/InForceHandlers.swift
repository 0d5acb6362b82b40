import Contract
import Registry
import UseCases
import Web

extension Call {
    func readInForce() async throws -> Answer {
        let now = installation.now()
        return try .json(Wire.InForce(await installation.readInForce(as: principal()), at: now, in: language))
    }
}

extension Wire.InForce {
    fileprivate init(_ found: UseCases.InForce, at now: Instant, in language: ReaderLanguage) {
        let evidence =
            switch found.evidence {
            case .folder: Wire.EvidenceInForce(place: "folder")
            case .service(let host): Wire.EvidenceInForce(place: "service", host: host)
            }
        self.init(
            outside: found.outside.map { Wire.OutsideInForce($0, at: now) }, evidence: evidence,
            settings: found.settings.map {
                Wire.SettingInForce(name: $0.name, value: $0.value, standard: $0.standard, meaning: $0.meaning.text(in: language))
            })
    }
}

extension Wire.OutsideInForce {
    fileprivate init(_ outside: UseCases.InForce.Outside, at now: Instant) {
        let state = outside.state
        let standing =
            switch state.breaker {
            case .closed: "asked"
            case .halfOpen: "trying"
            case .open: state.rests(at: now) ? "resting" : "trying"
            }
        self.init(
            work: outside.work.word, name: outside.name, state: standing, asked: state.asked, answered: state.answered,
            failed: state.failed, recentFailures: Int64(state.recentFailures), restsUntil: state.restsUntil(now)?.wire)
        switch outside.work {
        case .notice(let channel): self.channel = channel.rawValue
        case .carrier(let carrier, let system): (self.carrier, self.system) = (carrier.code, system.rawValue)
        case .authority, .face, .capture: break
        }
    }
}

extension InForce.Outside.Work {
    fileprivate var word: String {
        switch self {
        case .authority: "authority"
        case .face: "face"
        case .capture: "capture"
        case .notice: "notice"
        case .carrier: "carrier"
        }
    }
}
