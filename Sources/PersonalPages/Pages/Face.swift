import Hummingbird
import Ledger
import Pages
import Registry
import UseCases
import Web

extension Visit {
    func face() async throws -> Response {
        let view = try await readForPictures()
        let way = way(view)
        guard way.steps.contains(.face) else { return redirect(to: way.next.address) }
        let isDone = view.hasPicture(.faceCapture)
        var values: [String: Any] = [
            "stateClass": isDone ? "done" : "todo", "sign": isDone ? "✓" : "○", "isDone": isDone,
            "stateText": words[isDone ? "face.here" : "face.missing"], "mayCapture": view.given.contains(.face),
            "nextHref": way.next(after: .face).address,
            "seconds": words("face.seconds", ["n": String(installation.settings.faceChallengeSeconds)]),
        ]
        if let need = view.effectiveNeeds.needs.first(where: { $0.method == .face }) { values["clause"] = need.reason.text(in: language) }
        return write(
            Page(
                template: "face", title: words["face.title"], values: values, errors: showsErrors ? errors(on: .face, in: way) : [],
                step: place(.face, in: way), here: Step.face.address))
    }

    private struct Challenge: Encodable {
        struct Action: Encodable {
            let word: String
            let text: String
        }

        let nonce: String
        let actions: [Action]
    }

    func issueChallenge() async throws -> Response {
        let issued = try await installation.issueFaceChallenge(as: principal())
        return json(
            Challenge(nonce: issued.nonce, actions: issued.actions.map { .init(word: $0.rawValue, text: $0.text.text(in: language)) }), .ok)
    }

    /// The frames of the page's script: a nonce, and pictures with their times.
    func takeFace() async throws -> Response {
        let (nonce, frames) = try FaceForm.read(form.json)
        try pages.pictures.demand(principal(), from: context.clientAddress, at: installation.now())
        _ = try await installation.captureFace(as: principal(), nonce: nonce, frames: frames)
        return next(way(try await read()).next(after: .face).address)
    }

    /// The way out: a photo, and a person who compares.
    func declineFace() async throws -> Response {
        let view = try await readForPictures()
        var draft = PersonalDraft(view.content)
        draft.declinesFaceRecognition = true
        return redirect(to: way(try await installation.updatePersonalDraft(as: principal(), draft)).next.address)
    }
}

/// What the script sends. The contract's `CaptureFace` allows the same.
enum FaceForm {
    static let framesMax = 6

    static func read(_ bytes: [UInt8]) throws(Refusal) -> (nonce: String, frames: [LivenessFrame]) {
        let json: JSONValue
        do { json = try JSONValue(parsing: bytes, limits: JSONLimits(size: bytes.count, depth: 4)) } catch { throw .formUnreadable }
        guard let nonce = json["nonce"]?.stringValue, (1...64).contains(nonce.utf8.count), let list = json["frames"]?.arrayValue,
            (2...framesMax).contains(list.count)
        else { throw .formUnreadable }
        var frames: [LivenessFrame] = []
        for item in list {
            guard let milliseconds = item["milliseconds"]?.integerValue, (0...3_600_000).contains(milliseconds),
                let text = item["picture"]?.stringValue, let picture = Base64.bytes(text)
            else { throw .formUnreadable }
            let word = item["action"]?.stringValue
            guard word == nil || LivenessAction(rawValue: word ?? "") != nil else { throw .formUnreadable }
            frames.append(
                LivenessFrame(action: word.flatMap(LivenessAction.init(rawValue:)), milliseconds: Int(milliseconds), picture: picture))
        }
        return (nonce, frames)
    }
}
