import Registry
import Testing
import UseCases

@testable import Outbound
@testable import Verification

/// What statuses and problems mean, and that nothing of their texts gets further.
@Suite struct RefusalTests {
    private static func problem(_ status: Int, _ code: String, retryAfter: String? = nil) -> ProviderReply {
        ProviderReply(
            status: status, mediaType: "application/problem+json", retryAfter: retryAfter,
            body: Array(#"{"title":"欧阳青禾 11010519491231002X","status":\#(status),"code":"\#(code)"}"#.utf8))
    }

    @Test(arguments: [
        (400, "malformed", ProviderRefusal.malformed), (401, "key-refused", .credentials), (403, "not-permitted", .credentials),
        (403, "quota-exhausted", .quotaExhausted), (404, "not-offered", .notOffered), (409, "request-id-reused", .requestReused),
        (413, "too-large", .tooLarge), (422, "document-type-unsupported", .documentTypeUnsupported),
        (422, "picture-unusable", .pictureUnusable), (422, "11010519491231002X", .other), (400, "", .other), (401, "", .credentials),
    ])
    func `a problem of the contract is a refusal, of which only a known code remains`(
        status: Int, code: String, refusal: ProviderRefusal
    ) async throws {
        let script = Script([Self.problem(status, code)])
        let provider = try script.provider { $0.tries = 3 }
        let failed = await failure { try await provider.check(Invented.identity()) }
        #expect(failed == .refused(refusal))
        #expect(script.requests.count == 1)
        let text = failed.map { "\($0)" + String(reflecting: $0) } ?? ""
        #expect(!text.contains("1101") && !text.contains("欧阳"))
    }

    private static let later: [(Int, String?, ProviderFailure)] = [
        (429, "7", .overloaded(retryAfterSeconds: 7)), (429, nil, .overloaded(retryAfterSeconds: 1)),
        (429, "0", .overloaded(retryAfterSeconds: 1)), (429, "9999", .overloaded(retryAfterSeconds: 3_600)),
        (429, "99999999999999999999", .overloaded(retryAfterSeconds: 1)), (429, "-5", .overloaded(retryAfterSeconds: 1)),
        (429, "Fri, 31 Dec 1999 23:59:59 GMT", .overloaded(retryAfterSeconds: 1)), (503, "7", .overloaded(retryAfterSeconds: 7)),
        (503, nil, .unavailable(.serverError(503))), (503, "soon", .unavailable(.serverError(503))),
        (500, nil, .unavailable(.serverError(500))), (502, nil, .unavailable(.serverError(502))),
        (504, "1", .unavailable(.serverError(504))),
        (408, nil, .unavailable(.timedOut)),
    ]

    @Test(arguments: later)
    func `no service for the moment`(status: Int, retryAfter: String?, expected: ProviderFailure) async throws {
        let provider = try Script([Self.problem(status, "unavailable", retryAfter: retryAfter)]).provider()
        await expectFailure(expected) { try await provider.check(Invented.identity()) }
    }

    @Test func `the same bytes go out at every attempt, and no more often than said`() async throws {
        for tries in 1...4 {
            let script = Script([Self.problem(500, "unavailable")])
            let provider = try script.provider {
                $0.tries = tries
                $0.breakerFailures = 100
            }
            await expectFailure(.unavailable(.serverError(500))) { try await provider.check(Invented.identity()) }
            #expect(script.requests.count == tries)
            #expect(Set(script.requests.map(\.body)).count == 1)
        }
    }

    @Test func `attempts end with the time there is for all of them`() async throws {
        let script = Script([Self.problem(500, "unavailable")], takes: 9)
        let provider = try script.provider {
            $0.tries = 10
            $0.totalSeconds = 25
            $0.breakerFailures = 100
        }
        await expectFailure(.unavailable(.serverError(500))) { try await provider.check(Invented.identity()) }
        #expect(script.requests.count == 3)
        #expect(script.limits[0] == .seconds(10))
        #expect(script.limits[2] < .seconds(7))
        #expect(script.limits[2] > .seconds(5))
    }

    @Test func `a failure says when to come back, where that is known`() {
        let now = Instant(milliseconds: 10_000)
        #expect(ProviderFailure.overloaded(retryAfterSeconds: 4).retryAfterSeconds(at: now) == 4)
        #expect(ProviderFailure.unavailable(.resting(until: Instant(milliseconds: 12_001))).retryAfterSeconds(at: now) == 3)
        #expect(ProviderFailure.unavailable(.resting(until: now)).retryAfterSeconds(at: now) == 1)
        #expect(ProviderFailure.unavailable(.timedOut).retryAfterSeconds(at: now) == nil)
        #expect(ProviderFailure.malformed(.sandbox).retryAfterSeconds(at: now) == nil)
    }
}
