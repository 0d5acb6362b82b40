import Pages
import Registry
import UseCases

/// Versions of a setting, the newest first: of those that have begun the one set last is in force.
struct Versions {
    let begins: [Instant]
    /// When the first begins of those that are newer than all of these; nil where none is.
    var newer: Instant?
    let now: Instant

    /// A key of `lifeSettings.…`: a version is superseded where one that was set after it begins no later.
    func state(_ place: Int) -> String {
        let begin = begins[place]
        let after = begins[..<place] + (newer.map { [$0] } ?? [])
        if after.contains(where: { $0 <= begin }) { return "superseded" }
        if begin > now { return "coming" }
        return after.contains { $0 <= now } ? "former" : "valid"
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
