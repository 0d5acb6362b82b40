import Ledger
import Registry
import Sandbox
import Testing
import UseCases

@testable import Outbound
@testable import Verification

@Suite struct ScenarioTests {
    private func scenario(_ text: String) throws -> SandboxScenario { try SandboxScenario(parsing: Array(text.utf8)) }

    @Test func `a scenario as the page describes it`() throws {
        let read = try scenario(
            """
            {"latencyMilliseconds": 50,
             "steps": [{"on": "identity-checks", "times": 2, "fault": "unavailable", "retryAfterSeconds": 3},
                       {"on": "face-comparisons", "verdict": "same", "liveness": "undecided"}]}
            """)
        #expect(read.latencyMilliseconds == 50)
        #expect(read.steps.map(\.on) == [.identityChecks, .faceComparisons])
        #expect(read.steps[0].fault == .unavailable)
        #expect(read.steps[0].times == 2)
        #expect(read.steps[0].retryAfterSeconds == 3)
        #expect(read.steps[1].face == .same)
        #expect(read.steps[1].liveness == .undecided)
        #expect(try scenario("{}") == .none)
    }

    @Test(arguments: [
        "", "[]", "null", "{", #"{"step":[]}"#, #"{"steps":{}}"#, #"{"steps":[1]}"#, #"{"steps":[{"fault":"unknown"}]}"#,
        #"{"steps":[{"on":"everywhere"}]}"#, #"{"steps":[{"times":0}]}"#, #"{"steps":[{"times":"2"}]}"#, #"{"steps":[{"verdict":"yes"}]}"#,
        #"{"steps":[{"liveness":"dead"}]}"#, #"{"steps":[{"retryAfterSeconds":0}]}"#, #"{"latencyMilliseconds":-1}"#,
        #"{"steps":[{"score":1}]}"#, #"{"latencyMilliseconds":600001}"#,
    ])
    func `what is no scenario`(text: String) { #expect(throws: SandboxScenarioRefusal.self) { _ = try scenario(text) } }

    @Test func `steps are used up in order, and a new scenario begins anew`() async throws {
        var mismatch = SandboxStep(on: .identityChecks, times: 1)
        mismatch.identity = .mismatch
        var noRecord = SandboxStep(on: .identityChecks, times: 2)
        noRecord.identity = .noRecord
        let steps = [mismatch, noRecord]
        try await asking(steps) { [mismatch] asking in
            for (number, verdict) in [IdentityVerdict.mismatch, .noRecord, .noRecord, .match].enumerated() {
                let answer = try await asking.provider.check(Invented.identity(id: UInt64(number)))
                #expect(answer.verdict == verdict)
                let compared = try await asking.provider.compare(Invented.face(id: UInt64(100 + number)))
                #expect(compared.confirms)
            }
            await asking.sandbox.play(SandboxScenario(steps: [mismatch]))
            let answer = try await asking.provider.check(Invented.identity(id: 50))
            #expect(answer.verdict == .mismatch)
        }
    }

    @Test func `the counts are without people`() async throws {
        try await asking { asking in
            _ = try await asking.provider.check(Invented.identity())
            _ = try await asking.provider.compare(Invented.face(.held(Invented.person())))
            let text = try await asking.sandbox.statistics().canonicalText()
            #expect(
                text
                    == #"{"answered":2,"asked":{"captures":0,"face-comparisons":1,"identity-checks":1},"costUnits":3,"faults":0,"refused":0,"repeated":0,"sandbox":true}"#
            )
        }
    }

    @Test func `documents no civil authority knows, and pictures of no use, are refused`() async throws {
        try await asking { asking in
            let soldier = ClaimedIdentity(name: "欧阳青禾", documentType: .militaryID, documentNumber: "1234567")
            await expectFailure(.refused(.documentTypeUnsupported)) {
                try await asking.provider.check(IdentityQuestion(id: Invented.id(1), identity: soldier))
            }
            await expectFailure(.refused(.pictureUnusable)) {
                try await asking.provider.check(Invented.identity(portrait: Invented.picture("sandbox:unusable")))
            }
            #expect(await asking.statistic("refused") == 2)
            #expect(await asking.statistic("costUnits") == 0)
        }
    }
}
