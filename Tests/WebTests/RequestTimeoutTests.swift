import Registry
import Testing

@testable import Web

@Suite("Requests that take too long")
struct RequestTimeoutTests {
    @Test func `what takes too long is cancelled and refused`() async {
        await #expect(throws: RequestTimeout.self) {
            try await withTimeout(seconds: 0) {
                try await Task.sleep(for: .seconds(3_600))
                return 1
            }
        }
    }

    @Test func `what is quick is answered, what fails fails as itself`() async throws {
        #expect(try await withTimeout(seconds: 60) { 7 } == 7)
        await #expect(throws: Refusal.notFound) { try await withTimeout(seconds: 60) { throw Refusal.notFound } }
    }

    @Test(.timeLimit(.minutes(1))) func `whoever comes after the look has ended is looked at as well`() async {
        let watch = RequestWatch(pause: .milliseconds(1))
        for _ in 0..<2 {
            // The look that finds the only one is the last.
            await withCheckedContinuation { (found: CheckedContinuation<Void, Never>) in
                _ = watch.watch({ found.resume() }, for: .zero)
            }
        }
    }

    @Test func `whoever is cancelled himself cancels what he asked for`() async {
        let (began, beginning) = AsyncStream<Void>.makeStream()
        let asking = Task {
            try await withTimeout(seconds: 3_600) {
                beginning.yield()
                try await Task.sleep(for: .seconds(3_600))
                return 1
            }
        }
        for await _ in began { break }
        asking.cancel()
        await #expect(throws: CancellationError.self) { try await asking.value }
    }
}
