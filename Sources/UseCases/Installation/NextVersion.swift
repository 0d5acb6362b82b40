import Registry

extension Act {
    /// When a new version of a setting begins. What is planned takes effect in its time, unless the new one is said to take its place.
    /// Throws `version-in-the-past`, `changed-meanwhile`, `version-before-coming`.
    ///
    /// - Parameters:
    ///   - asked: nil for now.
    ///   - after: the ordinal of the version that was read; 0 when there was none.
    ///   - newest: what stands of the setting.
    ///   - replacing: whether it may begin before the newest version does, which then never comes into force.
    ///   - requirement: what the setting rests on; the house's rule for versions where no law is about it.
    func begin(
        _ asked: Instant?, after: Int64, newest: (ordinal: Int64, validFrom: Instant)?, replacing: Bool,
        requirement: String = HouseRule.versions.id
    ) throws(Refusal) -> Instant {
        let begin = asked ?? now
        guard begin >= now else { throw .versionInThePast(requirement) }
        guard (newest?.ordinal ?? 0) == after else { throw .stale }
        if let newest, newest.validFrom > begin, !replacing { throw .versionBeforeComing(requirement) }
        return begin
    }
}

extension Refusal {
    static func versionInThePast(_ requirement: String) -> Refusal {
        Refusal(
            "version-in-the-past", .invalid, requirements: [requirement], en: "A new version counts from now or later.",
            zh: "新版本只能从现在或以后生效。", mend: LocalText(en: "Choose a later time.", zh: "请选择更晚的时间。"), pointer: "/validFrom")
    }

    static func versionBeforeComing(_ requirement: String) -> Refusal {
        Refusal(
            "version-before-coming", .invalid, requirements: [requirement],
            en: "The newest version is yet to come, and this one would count before it.", zh: "最新版本尚未生效，新版本不能早于它生效。",
            mend: LocalText(
                en: "Choose its time or a later one, or say that this one takes its place.", zh: "请选择该版本的生效时间或更晚，或者注明以新版本取代它。"),
            pointer: "/validFrom")
    }
}
