import UseCases

extension AnswerBody {
    func identityAnswer(to question: IdentityQuestion, allowsSandbox: Bool) throws(ProviderFailure) -> IdentityAnswer {
        try demand(question.id)
        let stamp = try stamp(allowsSandbox: allowsSandbox, number: question.identity.documentNumber)
        let verdict = try word("verdict", as: IdentityVerdict.self)
        let compared = try part("portrait")
        let portrait = try compared?.score()
        guard compared == nil || portrait != nil else { throw .malformed(.notAsContract) }
        if question.portrait == nil {
            guard portrait == nil else { throw .malformed(.portrait) }
        } else if verdict == .match {
            guard let portrait else { throw .malformed(.portrait) }
            guard portrait.reachesThreshold else { throw .malformed(.contradiction) }
        }
        return IdentityAnswer(id: question.id, verdict: verdict, portrait: portrait, stamp: stamp)
    }

    /// - Parameter number: of the person, where the face is held under one.
    func faceAnswer(to id: VerificationRequestID, number: String?, _ patience: ProviderPatience) throws(ProviderFailure) -> FaceAnswer {
        try demand(id)
        let stamp = try stamp(allowsSandbox: patience.allowsSandbox, number: number)
        let verdict = try word("verdict", as: FaceVerdict.self)
        // What nobody asked for, nobody consented to.
        guard verdict != .seenElsewhere || patience.searchesFaces else { throw .malformed(.notAsContract) }
        let score = try score()
        guard has("liveness") else { throw .malformed(.livenessMissing) }
        let liveness = try word("liveness", as: Liveness.self)
        if let isSame = verdict.isSame {
            guard let score else { throw .malformed(.notAsContract) }
            guard score.reachesThreshold == isSame else { throw .malformed(.contradiction) }
        }
        return FaceAnswer(id: id, verdict: verdict, score: score, liveness: liveness, stamp: stamp)
    }
}
