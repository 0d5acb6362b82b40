import Pages
import Registry
import UseCases

extension Visit {
    /// How many cards of this kind one may have; how many one has, where that is told.
    func quota(_ quota: CardQuota) -> [String: Any] {
        let max = String(quota.max)
        let text =
            quota.used.map { words("overview.quotaUsed", ["used": String($0), "max": max]) } ?? words("overview.quotaLimit", ["max": max])
        return ["quotaText": text, "howToRelease": CardQuota.howToRelease.text(in: language)]
    }

    /// Why nothing is photographed; nil while a place is left, or it is not told.
    func full(_ view: PersonalCaseView) -> [String: Any]? {
        guard let quota = view.quota, quota.isReached else { return nil }
        return [
            "quotaText": quota.refusal.reason.text(in: language), "howToRelease": CardQuota.howToRelease.text(in: language),
        ]
    }
}

extension PersonalCaseView {
    var isFull: Bool { quota?.isReached == true }
}
