import Registry
import Sandbox
import TestKit
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// What the sandbox derives reaches the caller as it is (R-PH-01, R-PH-04, R-PH-06).
@Suite struct VerdictTests {
    @Test func `a match is signed with who gave it, when and for how much`() async throws {
        try await asking { asking in
            let answer = try await asking.provider.check(Invented.identity())
            #expect(answer.confirms)
            #expect(answer.id == Invented.id(1))
            #expect(answer.stamp.isSandbox)
            #expect(answer.stamp.vendor == "Shiming sandbox")
            #expect(answer.stamp.reference.hasPrefix("sandbox-"))
            #expect(answer.stamp.answeredAt == asking.clock.now())
            #expect(answer.stamp.costUnits == 1)
            #expect(answer.portrait == nil)
        }
    }

    @Test(arguments: [("901", IdentityVerdict.mismatch), ("902", .noRecord), ("903", .notInService), ("904", .undecided)])
    func `every verdict but a match confirms nothing`(order: String, verdict: IdentityVerdict) async throws {
        try await asking { asking in
            let answer = try await asking.provider.check(Invented.identity(order))
            #expect(answer.verdict == verdict)
            #expect(!answer.confirms)
        }
    }

    @Test func `a portrait is compared, and another face is a mismatch`() async throws {
        try await asking { asking in
            let same = try await asking.provider.check(Invented.identity(portrait: Invented.picture("portrait")))
            #expect(same.confirms)
            #expect(same.portrait?.reachesThreshold == true)
            let other = try await asking.provider.check(Invented.identity(id: 5, portrait: Invented.picture("sandbox:different")))
            #expect(!other.confirms)
            #expect(other.portrait?.reachesThreshold == false)
        }
    }

    @Test func `a living face that is the same confirms`() async throws {
        try await asking { asking in
            let shown = try await asking.provider.compare(Invented.face())
            #expect(shown.confirms)
            let held = try await asking.provider.compare(Invented.face(.held(Invented.person()), id: 6))
            #expect(held.confirms)
        }
    }

    @Test(arguments: [
        ("sandbox:different", FaceVerdict.different, Liveness.live), ("sandbox:undecided", .undecided, .live),
        ("sandbox:spoof", .same, .spoof), ("sandbox:unsure", .same, .undecided), ("sandbox:no-liveness", .same, .absent),
    ])
    func `another face, and a face that is not known to live, confirm nothing`(
        mark: String, verdict: FaceVerdict, liveness: Liveness
    ) async throws {
        try await asking { asking in
            let answer = try await asking.provider.compare(Invented.face(frames: Invented.frames(mark: mark)))
            #expect(answer.verdict == verdict)
            #expect(answer.liveness == liveness)
            #expect(!answer.confirms)
        }
    }

    @Test(arguments: ["scenario", "number", "picture"])
    func `a face is looked for under other identities where that is switched on, and found it confirms nothing`(by way: String) async throws
    {
        var steps: [SandboxScenario.Step] = []
        if way == "scenario" {
            var step = SandboxStep()
            step.face = .seenElsewhere
            steps = [step]
        }
        let question =
            way == "number"
            ? Invented.face(.held(Invented.person("913")), searchesOthers: true)
            : Invented.face(frames: Invented.frames(mark: way == "picture" ? "sandbox:seen-elsewhere" : ""), searchesOthers: true)
        try await asking(steps, tuned: { $0.searchesFaces = true }) { asking in
            let answer = try await asking.provider.compare(question)
            #expect(answer.verdict == .seenElsewhere)
            #expect(answer.liveness == .live)
            #expect(answer.score?.reachesThreshold == true)
            #expect(!answer.confirms)
            let other = try await asking.provider.compare(Invented.face(.held(Invented.person()), id: 9, searchesOthers: true))
            #expect(way == "scenario" || other.confirms)
        }
    }

    @Test func `where nobody asked for it, a face is not looked for, and whoever tells of it is not believed`() async throws {
        try await asking { asking in
            let answer = try await asking.provider.compare(Invented.face(.held(Invented.person("913"))))
            #expect(answer.confirms)
        }
        var step = SandboxStep()
        step.face = .seenElsewhere
        // Neither where it is switched off, nor of a person who has not consented to it.
        for (isOn, isConsented) in [(false, true), (true, false)] {
            try await asking([step], tuned: { $0.searchesFaces = isOn }) { asking in
                let failed = await failure { try await asking.provider.compare(Invented.face(searchesOthers: isConsented)) }
                #expect(failed == .malformed(.notAsContract))
            }
            try await asking(tuned: { $0.searchesFaces = isOn }) { asking in
                let answer = try await asking.provider.compare(Invented.face(.held(Invented.person("913")), searchesOthers: isConsented))
                #expect(answer.confirms)
            }
        }
    }

    @Test func `frames that do not do what was asked, in order and in time, are no living face`() async throws {
        let still = [1, 2, 3].map {
            LiveFrame(action: Invented.challenge.actions[$0 - 1], milliseconds: Int64($0), picture: Invented.picture())
        }
        for frames in [
            Invented.frames([.turnLeft, .faceForward, .blink]), Invented.frames([.faceForward, .turnLeft]), Invented.frames([.faceForward]),
            Invented.frames(step: 4_000), still,
        ] {
            try await asking { asking in
                let answer = try await asking.provider.compare(Invented.face(frames: frames))
                #expect(answer.liveness == .spoof)
                #expect(!answer.confirms)
            }
        }
    }

    @Test(arguments: [("911", FaceVerdict.different), ("912", .undecided), ("902", .undecided)])
    func `a face the authority holds may be another, or none`(order: String, verdict: FaceVerdict) async throws {
        try await asking { asking in
            let answer = try await asking.provider.compare(Invented.face(.held(Invented.person(order))))
            #expect(answer.verdict == verdict)
            #expect(!answer.confirms)
        }
    }

    @Test func `verdicts of a scenario come as chosen`() async throws {
        for verdict in IdentityVerdict.allCases {
            var step = SandboxStep()
            step.identity = verdict
            try await asking([step]) { asking in
                let answer = try await asking.provider.check(Invented.identity())
                #expect(answer.verdict == verdict)
            }
        }
        for liveness in Liveness.allCases {
            var step = SandboxStep()
            step.face = .same
            step.liveness = liveness
            try await asking([step]) { asking in
                let answer = try await asking.provider.compare(Invented.face())
                #expect(answer.liveness == liveness)
                #expect(answer.confirms == (liveness == .live))
            }
        }
    }
}
