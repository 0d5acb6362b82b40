/// What a person is asked to do before the camera, in an order nobody can know beforehand.
package enum LivenessAction: String, CaseIterable, Codable, Sendable {
    /// Looking straight into the camera; the frame that is compared.
    case faceForward = "face-forward"
    case blink
    case openMouth = "open-mouth"
    case turnLeft = "turn-left"
    case turnRight = "turn-right"
    case nod

    /// Those a challenge of ours is made of.
    package static let prompted: [LivenessAction] = [.blink, .openMouth, .turnLeft, .turnRight]

    package var text: LocalText {
        switch self {
        case .faceForward: LocalText(en: "Look straight into the camera", zh: "请正对镜头")
        case .blink: LocalText(en: "Close your eyes for a moment", zh: "请缓慢眨眼")
        case .openMouth: LocalText(en: "Open your mouth", zh: "请张嘴")
        case .turnLeft: LocalText(en: "Turn your head to the left", zh: "请向左转头")
        case .turnRight: LocalText(en: "Turn your head to the right", zh: "请向右转头")
        case .nod: LocalText(en: "Nod", zh: "请点头")
        }
    }
}

/// A frame of a face capture: which action it belongs to and when it was taken, by the page's clock.
package struct LivenessFrame: Sendable {
    /// nil for the frame in which the face is straight.
    package let action: LivenessAction?
    /// Since the challenge was shown, milliseconds.
    package let milliseconds: Int
    package let picture: [UInt8]

    package init(action: LivenessAction?, milliseconds: Int, picture: [UInt8]) {
        self.action = action
        self.milliseconds = milliseconds
        self.picture = picture
    }
}

/// What the carrier said of a person's case.
package enum CarrierVerdict: String, CaseIterable, Sendable {
    case accepted
    case refused
}
