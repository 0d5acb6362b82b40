import Foundation
import Registry
import UseCases

/// What the sandbox says of its own accord: derived from the question alone, so that the same data always come out the same
/// (docs/verification-providers.md has the table).
enum SandboxVerdicts {
    static let threshold: Int64 = 8_000

    /// The last three digits of a number, without the check character of an 18-character one.
    static func tail(_ number: String) -> String {
        let digits = number.count == 18 ? number.dropLast() : number[...]
        return String(digits.suffix(3))
    }

    static func identity(_ identity: ClaimedIdentity, portrait: [UInt8]?) -> (verdict: IdentityVerdict, isSameFace: Bool) {
        let isSameFace = portrait.map { !Data($0).holds("sandbox:different") } ?? true
        let verdict: IdentityVerdict =
            switch tail(identity.documentNumber) {
            case "901": .mismatch
            case "902": .noRecord
            case "903": .notInService
            case "904": .undecided
            default: isSameFace ? .match : .mismatch
            }
        return (verdict, isSameFace)
    }

    static func face(_ reference: FaceReference, _ frames: [LiveFrame], searchesOthers: Bool) -> FaceVerdict {
        if let word = marked(reference, frames, ["different", "undecided"]) { return word == "different" ? .different : .undecided }
        if searchesOthers, marked(reference, frames, ["seen-elsewhere"]) != nil { return .seenElsewhere }
        guard case .held(let claimed) = reference else { return .same }
        return switch tail(claimed.documentNumber) {
        case "902", "904", "912": .undecided
        case "911": .different
        case "913" where searchesOthers: .seenElsewhere
        default: .same
        }
    }

    static func liveness(_ reference: FaceReference, _ challenge: LivenessChallenge, _ frames: [LiveFrame]) -> Liveness {
        switch marked(reference, frames, ["spoof", "unsure", "no-liveness"]) {
        case "spoof": .spoof
        case "unsure": .undecided
        case "no-liveness": .absent
        default: didAsAsked(challenge, frames) && !isStill(frames) ? .live : .spoof
        }
    }

    /// Every action, in order, in time.
    private static func didAsAsked(_ challenge: LivenessChallenge, _ frames: [LiveFrame]) -> Bool {
        var wanted = challenge.actions[...]
        for frame in frames where frame.action == wanted.first { wanted.removeFirst() }
        let times = frames.map(\.milliseconds)
        return wanted.isEmpty && times == times.sorted() && (times.last ?? 0) <= challenge.seconds * 1_000
    }

    /// One picture shown again and again.
    private static func isStill(_ frames: [LiveFrame]) -> Bool { frames.count > 1 && Set(frames.map(\.picture)).count == 1 }

    /// A word written into one of the pictures, as a comment of the JPEG.
    private static func marked(_ reference: FaceReference, _ frames: [LiveFrame], _ words: [String]) -> String? {
        var pictures = frames.map(\.picture)
        if case .picture(let picture) = reference { pictures.append(picture) }
        return words.first { word in pictures.contains { Data($0).holds("sandbox:" + word) } }
    }
}
