import Numbers
import Records
import Registry

extension CivilDate {
    /// The day it is in China at this instant.
    package init(shanghai instant: Instant) {
        // Only a clock outside the years 1 to 9999 has no day; every paper has then expired.
        self = CivilDate(shanghaiAt: instant.milliseconds) ?? .last
    }
}

/// From when a change counts.
struct EffectiveDate: Hashable {
    /// nil: from the decision.
    let instant: Instant?
    let isInThePast: Bool

    static let fromDecision = EffectiveDate(instant: nil, isInThePast: false)

    /// A day is its beginning in China. Not before the registration itself, not more than a year ahead.
    static func read(_ text: String?, at now: Instant, registration: StoredRegistration) throws -> EffectiveDate {
        guard let text, !text.isEmpty else { return .fromDecision }
        guard let day = CivilDate(text) else { throw Refusal.invalid([Refusal.effectiveDateNotAllowed]) }
        let begin = Instant(milliseconds: day.shanghaiMidnight)
        let isTooEarly = registration.registeredAt.map { begin < $0 } ?? (begin < now.adding(days: -1))
        guard !isTooEarly, begin < now.adding(days: 366) else { throw Refusal.invalid([Refusal.effectiveDateNotAllowed]) }
        let today = CivilDate(shanghai: now)
        return EffectiveDate(instant: day == today ? nil : begin, isInThePast: day < today)
    }
}
