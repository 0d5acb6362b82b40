import Numbers
import Records
import Registry
import SQLCore

extension Installation {
    /// The cards a selector names, within the principal's scope. For use inside other use cases.
    package func selectIntervals(_ selector: CardSelector, scope: Scope, cardsMax: Int? = nil, in session: any Session) throws
        -> CardSelection
    {
        try selecting(scope, cardsMax: cardsMax, in: session).cards(selector)
    }

    func selecting(_ scope: Scope, cardsMax: Int? = nil, in session: any Session) throws -> CardSelecting {
        CardSelecting(
            session: session, scope: scope, references: secrets.references, now: now(), today: try chinaDay(),
            cardsMax: cardsMax ?? settings.selectionCardsMax)
    }
}

/// The clock shows a year that no date has.
struct ClockOutOfRange: Error {}

extension Installation {
    /// The day it is in China.
    func chinaDay() throws -> CivilDate {
        guard let day = CivilDate(shanghaiAt: now().milliseconds) else { throw ClockOutOfRange() }
        return day
    }
}
