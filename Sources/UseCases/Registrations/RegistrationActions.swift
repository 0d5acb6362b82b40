import Records

extension TrailAction {
    static let applicationCreated = TrailAction("application.created")
    static let applicationEdited = TrailAction("application.edited")
    static let applicationCardsSelected = TrailAction("application.cards-selected")
    static let applicationSubmitted = TrailAction("application.submitted")
    static let applicationWithdrawn = TrailAction("application.withdrawn")
    static let applicationApproved = TrailAction("application.approved")
    static let applicationSecondApprovalAsked = TrailAction("application.second-approval-asked")
    static let applicationSentBack = TrailAction("application.sent-back")
    static let applicationRefused = TrailAction("application.refused")
    static let applicationPurged = TrailAction("application.purged")
    static let applicationRevealed = TrailAction("application.revealed")
    static let answerRevealed = TrailAction("answer.revealed")
}
