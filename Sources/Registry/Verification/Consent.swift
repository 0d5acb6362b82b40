/// What a person consents to, each by itself (R-DP-03, R-DP-06, R-OP-03).
package enum ConsentKind: String, CaseIterable, Codable, Sendable {
    /// The privacy notice: who processes what for which purpose, how long, with which rights.
    case privacy
    /// Document numbers and pictures are sensitive data.
    case sensitiveData = "sensitive-data"
    /// The face is recognised.
    case face
    /// A guardian consents for a child under 14.
    case guardian

    package var requirement: String {
        switch self {
        case .privacy: "R-DP-03"
        case .sensitiveData, .guardian: "R-DP-06"
        case .face: "R-OP-03"
        }
    }

    package var title: LocalText {
        switch self {
        case .privacy: LocalText(en: "the privacy notice", zh: "个人信息处理告知")
        case .sensitiveData: LocalText(en: "processing of identity document data", zh: "处理证件等敏感个人信息")
        case .face: LocalText(en: "face recognition", zh: "人脸识别")
        case .guardian: LocalText(en: "the guardian's consent", zh: "监护人同意")
        }
    }

    /// What helps where it is missing.
    package var mend: LocalText {
        guard self == .guardian else { return LocalText(en: "Read the notice and decide.", zh: "请阅读告知并作出选择。") }
        return LocalText(
            en: "Have the guardian read the notice and decide. Until then nobody looks at pictures taken already.",
            zh: "请监护人阅读告知并作出选择；此前已拍摄的照片在同意之前不会被查看。")
    }

    /// Nothing is asked that the policies do not need (R-DP-01).
    /// - Parameter isOfChild: whether the holder is under 14, whatever is being done (R-DP-06).
    package static func needed(for needs: VerificationNeeds, isOfChild: Bool) -> [ConsentKind] {
        var kinds: [ConsentKind] = [.privacy, .sensitiveData]
        if needs.methods.contains(where: \.recognisesFaces) { kinds.append(.face) }
        if isOfChild || needs.methods.contains(.guardian) { kinds.append(.guardian) }
        return kinds
    }
}
