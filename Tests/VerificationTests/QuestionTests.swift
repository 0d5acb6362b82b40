import Foundation
import Registry
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// What leaves the house: no more than the contract asks for, in bodies only.
@Suite struct QuestionTests {
    private static let answer = ProviderReply.answer("{}")

    @Test func `people's data stands in the body and nowhere else`() async throws {
        let script = Script([Self.answer])
        let provider = try script.provider()
        _ = await failure { try await provider.check(Invented.identity(portrait: Invented.picture("portrait"))) }
        _ = await failure { try await provider.compare(Invented.face(.held(Invented.person()))) }
        _ = await failure { try await provider.begin(Invented.capture()) }
        _ = await failure { try await provider.outcome(of: CaptureTicket(request: Invented.id(3), captureID: "capture-0001")) }
        #expect(
            script.requests.map { "\($0.method) \($0.url)" } == [
                "POST https://provider.example/adapter/v1/identity-checks", "POST https://provider.example/adapter/v1/face-comparisons",
                "POST https://provider.example/adapter/v1/captures", "GET https://provider.example/adapter/v1/captures/capture-0001",
            ])
        #expect(script.requests.map { $0.body == nil } == [false, false, false, true])
    }

    @Test func `golden body of an identity check`() throws {
        let body = try QuestionBodies.identity(Invented.identity(portrait: Invented.picture("p")))
        #expect(
            String(decoding: body, as: UTF8.self) == """
                {"documentNumber":"11010519491231002X","documentType":"resident-id","name":"欧阳青禾","portrait":"/9j//nD/2Q==",\
                "requestId":"01900000-0000-7000-8000-000000000001"}
                """)
    }

    @Test func `golden body of a face comparison`() throws {
        let frame = LiveFrame(action: .turnLeft, milliseconds: 900, picture: Invented.picture("f"))
        let body = try QuestionBodies.face(Invented.face(.held(Invented.person()), frames: [frame]), maySearch: false)
        #expect(
            String(decoding: body, as: UTF8.self) == """
                {"challenge":{"actions":["face-forward","turn-left","blink"],"nonce":"bm9uY2Utb2YtdGVzdHM","seconds":10},\
                "frames":[{"action":"turn-left","milliseconds":900,"picture":"/9j//mb/2Q=="}],\
                "reference":{"documentNumber":"11010519491231002X","documentType":"resident-id","name":"欧阳青禾"},\
                "requestId":"01900000-0000-7000-8000-000000000002"}
                """)
    }

    @Test func `other identities are searched only where it is said, of a capture too`() throws {
        for (isConsented, isOn) in [(false, false), (false, true), (true, false), (true, true)] {
            for body in [
                try QuestionBodies.face(Invented.face(searchesOthers: isConsented), maySearch: isOn),
                try QuestionBodies.capture(Invented.capture(searchesOthers: isConsented), maySearch: isOn),
            ] {
                #expect(String(decoding: body, as: UTF8.self).contains(#""searchOthers":true"#) == (isConsented && isOn))
                #expect(String(decoding: body, as: UTF8.self).contains("searchOthers") == (isConsented && isOn))
            }
        }
    }

    private static func identity(name: String = "欧阳青禾", type: DocumentType = .residentID, number: String = "1") -> IdentityQuestion {
        IdentityQuestion(
            id: Invented.id(1), identity: ClaimedIdentity(name: name, documentType: type, documentNumber: number))
    }

    @Test func `what the contract does not admit is not sent`() async throws {
        let script = Script([Self.answer])
        let provider = try script.provider()
        let large = Invented.picture(String(repeating: "x", count: QuestionBodies.pictureBytesMax))
        let questions: [(IdentityQuestion, ProviderRefusal)] = [
            (Self.identity(name: ""), .malformed), (Self.identity(name: String(repeating: "名", count: 101)), .malformed),
            (Self.identity(number: ""), .malformed), (Self.identity(number: String(repeating: "1", count: 41)), .malformed),
            (Self.identity(type: .businessLicence), .documentTypeUnsupported),
            (Self.identity(type: .sealedLetter), .documentTypeUnsupported),
            (Invented.identity(portrait: []), .pictureUnusable), (Invented.identity(portrait: Array("GIF89a".utf8)), .pictureUnusable),
            (Invented.identity(portrait: large), .tooLarge),
        ]
        for (question, refusal) in questions {
            await expectFailure(.refused(refusal)) { try await provider.check(question) }
        }
        func challenged(_ nonce: String, _ actions: [LivenessAction], _ seconds: Int64) -> FaceQuestion {
            FaceQuestion(
                id: Invented.id(2), reference: .picture(Invented.picture()),
                challenge: LivenessChallenge(nonce: nonce, actions: actions, seconds: seconds), frames: Invented.frames(),
                searchesOthers: false)
        }
        let nonce = Invented.challenge.nonce
        let late = LiveFrame(action: .blink, milliseconds: 300_001, picture: Invented.picture())
        let early = LiveFrame(action: .blink, milliseconds: -1, picture: Invented.picture())
        for question in [
            Invented.face(frames: []), Invented.face(frames: Array(repeating: Invented.frames()[0], count: 21)),
            Invented.face(frames: [late]),
            Invented.face(frames: [early]), Invented.face(frames: Invented.frames().reversed()), challenged("short", [.blink], 5),
            challenged("with space in it!!!", [.blink], 5), challenged(nonce, [], 5), challenged(nonce, [.blink], 0),
            challenged(nonce, [.blink], 301), challenged(nonce, Array(repeating: .blink, count: 9), 5),
        ] {
            await expectFailure(.refused(.malformed)) { try await provider.compare(question) }
        }
        for address in ["", "back", "http://elsewhere.example/", "javascript:alert(1)", "ftp://shiming.example/"] {
            await expectFailure(.refused(.malformed)) { try await provider.begin(Invented.capture(returnTo: address)) }
        }
        for id in ["", "short", "../statistics", "capture/../../x", "with space", String(repeating: "a", count: 129)] {
            await expectFailure(.refused(.malformed)) {
                try await provider.outcome(of: CaptureTicket(request: Invented.id(3), captureID: id))
            }
        }
        #expect(script.requests.isEmpty)
    }

    @Test func `frames that are too large together are not sent`() async throws {
        let script = Script([Self.answer])
        let picture = Invented.picture(String(repeating: "x", count: 1 << 20))
        let frames = (0..<16).map { LiveFrame(action: .blink, milliseconds: $0, picture: picture) }
        let provider = try script.provider()
        await expectFailure(.refused(.tooLarge)) { try await provider.compare(Invented.face(frames: frames)) }
        #expect(script.requests.isEmpty)
    }

    @Test func `no question, key or reply shows itself`() throws {
        let key = try #require(ProviderKey(Asking.key))
        let shown: [Any] = [
            Invented.identity(portrait: Invented.picture("portrait")), Invented.person(), Invented.face(.held(Invented.person())),
            FaceReference.held(Invented.person()), Invented.frames()[0], Invented.capture(), key,
            ProviderRequest(method: "POST", url: "u", key: key, body: Array("欧阳青禾".utf8)),
            ProviderReply.answer("欧阳青禾"),
        ]
        for value in shown {
            var dumped = ""
            dump(value, to: &dumped)
            for text in ["\(value)", String(reflecting: value), dumped] {
                for secret in ["欧阳青禾", Invented.number(), Asking.key, "portrait", "255"] { #expect(!text.contains(secret)) }
            }
        }
    }
}
