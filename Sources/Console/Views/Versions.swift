import Pages
import Registry
import UseCases

/// Versions of a setting that counts for the whole installation, the newest first: of those that have begun the one set last is in force.
struct Versions {
    let begins: [Instant]
    let now: Instant

    /// A key of `lifeSettings.…`: a version is superseded where one that was set after it begins no later.
    func state(_ place: Int) -> String {
        if begins[..<place].contains(where: { $0 <= begins[place] }) { return "superseded" }
        if begins[place] > now { return "coming" }
        return begins.firstIndex { $0 <= now } == place ? "valid" : "former"
    }
}

extension ConsoleVisit {
    /// What a form says where the version it starts from is yet to come, and the tick for setting one that begins before it.
    func editing(_ newest: (ordinal: Int64, validFrom: Instant)?) -> [String: Any] {
        guard let newest, newest.validFrom > installation.now() else { return ["coming": [String](), "replacing": [[String: Any]]()] }
        let place = ["n": String(newest.ordinal), "from": words.time(newest.validFrom)]
        return [
            "coming": [words("lifeSettings.editsComing", place)],
            "replacing": [["text": words("lifeSettings.replacing", place), "isTicked": form.isTicked("replacing")]],
        ]
    }
}
