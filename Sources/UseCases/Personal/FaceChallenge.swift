import Crypto
import Inspection
import Records
import Registry
import SQLCore

/// What a person is asked to do before the camera.
package struct IssuedFaceChallenge: Sendable {
    /// Sent back with the frames; good once, for this case, until then.
    package let nonce: String
    package let actions: [LivenessAction]
    package let expiresAt: Instant
}

extension Installation {
    /// Asks for actions in an order nobody knows beforehand. A new challenge does not make an older one good for longer.
    package func issueFaceChallenge(as principal: Principal) async throws -> IssuedFaceChallenge {
        let seat = try principal.demandSeat()
        let nonce = DeviceSecret.make(by: chance)
        let actions = LivenessAction.chosen(3, by: chance)
        return try await act(as: principal, .faceChallengeIssued, needs: .personalRegister) { act in
            let standing = try act.personalCase(of: seat)
            try standing.demandConsentToPictures(also: .face)
            let application = try standing.openApplication()
            try standing.demandPlace(in: act.session)
            let expiresAt = act.now.adding(seconds: act.installation.settings.faceChallengeSeconds)
            try FaceChallengeRecords.insert(
                SecretHash.of(nonce),
                StoredFaceChallenge(
                    application: application.id, actions: actions, issuedAt: act.now, expiresAt: expiresAt, answeredAt: nil),
                in: act.session)
            act.recording.about(.application, application.id)
            return IssuedFaceChallenge(nonce: nonce, actions: actions, expiresAt: expiresAt)
        }
    }

    /// Takes the frames that answer a challenge: the right nonce, once, in time, in the order asked, one straight frame and one for each
    /// action, a face in each, no two alike. The straight frame is evidence of the case. The others go to the provider and are sealed until
    /// then; where none is connected they are evidence as well, because nobody but a reviewer can say whether somebody was there. Frames of a
    /// capture before that was not handed in are given up.
    /// That a page was not fed with pictures no page can prove (docs/verification-providers.md).
    package func captureFace(as principal: Principal, nonce: String, frames: [LivenessFrame]) async throws -> CapturedPicture {
        let seat = try principal.demandSeat()
        let hash = SecretHash.of(nonce)
        let now = now()
        try await look(as: principal, needs: .personalRegister) { session in
            let standing = try PersonalCase.read(seat, at: now, in: self, session)
            try standing.demandConsentToPictures(also: .face)
            let application = try standing.openApplication()
            guard let challenge = try FaceChallengeRecords.find(hash, in: session), challenge.application == application.id,
                challenge.answeredAt == nil, challenge.expiresAt > now,
                LivenessTiming.answers(frames, challenge.actions, withinMilliseconds: now.milliseconds - challenge.issuedAt.milliseconds)
            else { throw Refusal.challengeRefused }
        }
        let reading = try await lookedAt(frames, for: principal)
        guard let straight = frames.first(where: { $0.action == nil }) else { throw Refusal.challengeRefused }
        let mark = PictureMark(reading, by: secrets.search)
        let moving = try await kept(frames.filter { $0.action != nil }, as: principal)
        let isReviewed = areFramesReviewed
        do {
            return try await takeEvidence(
                as: principal, .pictureCaptured, needs: .personalRegister, kind: EvidenceSlot.faceCapture.rawValue,
                bytes: PictureMetadata.stripped(straight.picture), original: straight.picture
            ) { act, evidence in
                guard try FaceChallengeRecords.answer(hash, evidence: evidence.id, at: act.now, in: act.session) else {
                    throw Refusal.challengeRefused
                }
                let first = FaceChallengeRecords.Frame(action: nil, milliseconds: straight.milliseconds, evidence: evidence.id)
                try FaceChallengeRecords.insert([first] + moving, of: hash, in: act.session)
                let reviewed = isReviewed ? moving.map(\.evidence) : []
                try EvidenceRecords.keep(
                    reviewed, until: act.now.adding(days: act.installation.settings.purgeDays), in: act.session)
                let pieces = [evidence.id] + reviewed
                let application = try act.editPersonalContent(of: seat) { content, _ in
                    let slot = EvidenceSlot.faceCapture.rawValue
                    try act.giveUpCapture((content.evidence?[slot] ?? []).compactMap { EvidenceID($0) })
                    content.evidence = (content.evidence ?? [:]).merging([slot: pieces.map(\.description)]) { $1 }
                }
                try act.keepMark(mark, of: evidence.id, in: application)
                return CapturedPicture(
                    evidence: evidence.id, slot: .faceCapture, reading: reading,
                    view: try act.personalView(of: seat))
            }
        } catch {
            // Nobody will look at them.
            try? await store.write { try EvidenceRecords.giveUp(moving.map(\.evidence), at: now, in: $0) }
            throw error
        }
    }

    /// Whether a reviewer judges if somebody was there, because no provider does.
    private var areFramesReviewed: Bool { verification?.face == nil }

    /// Frames are kept sealed until a provider has seen them: no decision rests on them by themselves, so they are purged soon. Where a
    /// reviewer looks at them they are kept longer once the capture is whole.
    private func kept(_ frames: [LivenessFrame], as principal: Principal) async throws -> [FaceChallengeRecords.Frame] {
        var kept: [FaceChallengeRecords.Frame] = []
        for frame in frames {
            let id = try await takeEvidence(
                as: principal, .pictureCaptured, needs: .personalRegister, kind: EvidenceKindWord.faceFrame,
                bytes: PictureMetadata.stripped(frame.picture), original: frame.picture,
                purgeDays: settings.verificationHoursMax / 24 + 2
            ) { _, view in view.id }
            kept.append(FaceChallengeRecords.Frame(action: frame.action, milliseconds: frame.milliseconds, evidence: id))
        }
        return kept
    }

    /// Answers the reading of the straight frame, when there is just one face in every frame and no two frames are the same picture.
    private func lookedAt(_ frames: [LivenessFrame], for principal: Principal) async throws -> PictureReading {
        guard Set(frames.map { Array(SHA256.hash(data: $0.picture)) }).count == frames.count else { throw Refusal.challengeRefused }
        var straight = PictureReading()
        for frame in frames {
            // What providers take (Contract/verification-provider.yaml).
            guard EvidenceKind(recognising: frame.picture) == .jpeg else { throw Refusal.notAPhoto.at("/frames") }
            let reading = try await reader.read(frame.picture, as: .face, for: principal.pictureOwner)
            guard reading.problems.isEmpty else { throw Refusal.pictureNotUsable(reading.problems) }
            if frame.action == nil { straight = reading }
        }
        return straight
    }
}

extension Act {
    /// All frames of a capture that another takes the place of; one that was handed in stays with its case.
    fileprivate func giveUpCapture(_ pieces: [EvidenceID]) throws {
        let frames = try pieces.flatMap { try FaceChallengeRecords.answered(by: $0, in: session)?.frames.map(\.evidence) ?? [] }
        guard try EvidenceUse.fresh(pieces, by: principal.account, in: session).count == pieces.count else { return }
        try EvidenceRecords.giveUp(Array(Set(pieces + frames)), at: now, in: session)
    }
}

/// Whether frames answer a challenge in time and order.
enum LivenessTiming {
    /// Nobody turns the head faster.
    private static let leastBetween = 250

    static func answers(_ frames: [LivenessFrame], _ actions: [LivenessAction], withinMilliseconds available: Int64) -> Bool {
        let ordered = frames.filter { $0.action != nil }
        guard frames.count == actions.count + 1, ordered.map(\.action) == actions else { return false }
        let times = ordered.map(\.milliseconds)
        guard let first = times.first, let last = times.last, first >= leastBetween else { return false }
        // The page's clock may be wrong, but not run faster than ours.
        return zip(times, times.dropFirst()).allSatisfy { $1 - $0 >= leastBetween } && Int64(last) <= available
    }
}

extension LivenessAction {
    /// So many distinct actions, by chance.
    static func chosen(_ count: Int, by chance: any Chance) -> [LivenessAction] {
        var left = prompted
        return chance.bytes(count).map { left.remove(at: Int($0) % left.count) }
    }
}
