import Numbers
import Registry
import UseCases
import Web

extension Words {
    /// As China's clocks show it, to the minute.
    package func time(_ instant: Instant) -> String { moment(instant, seconds: "") }

    /// To the second, for who lays acts side by side.
    package func timeToTheSecond(_ instant: Instant) -> String {
        moment(instant, seconds: ":" + two(Int(instant.milliseconds / 1_000 % 60)))
    }

    private func moment(_ instant: Instant, seconds: String) -> String {
        let day = CivilDate(shanghai: instant)
        // China has one time, eight hours before UTC, without summer time.
        let minutes = (instant.milliseconds / 60_000 + 480) % 1_440
        let clock = "\(two(Int(minutes / 60))):\(two(Int(minutes % 60)))\(seconds)"
        return self("common.beijing", ["time": date(day) + (language == .chinese ? " " : ", ") + clock])
    }

    /// A day without an hour, in the form that moments have.
    package func date(_ day: CivilDate) -> String {
        switch language {
        case .chinese: "\(day.year)年\(day.month)月\(day.day)日"
        case .english: "\(day.day) \(Self.months[day.month - 1]) \(day.year)"
        }
    }

    private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
}
