import Registry
import TestKit
import Testing
import UseCases

@testable import Console

@Suite("Sign-ins in a browser that asks for several pages at once")
struct RenewalTests {
    @Test func `a refresh token that comes several times at once renews once, and the sign-in lives on`() async throws {
        try await withWorld { world in
            let first = try await world.administrator().signedIn
            world.clock.move(seconds: world.installation.settings.accessTokenSeconds + 1)
            let renewal = SessionRenewal(world.installation)
            let renewed = try await withThrowingTaskGroup(of: SignedIn.self) { group in
                for _ in 0..<8 { group.addTask { try await renewal.renew(first.refresh.text) } }
                return try await group.reduce(into: Set<SignedIn>()) { $0.insert($1) }
            }
            #expect(renewed.count == 1)
            let pair = try #require(renewed.first)
            #expect(try await world.installation.authenticate(pair.access.text).account == first.principal.account)
            // After the grace a token that was used up is what it is: stolen from somebody.
            world.clock.move(seconds: 31)
            await #expect(throws: Refusal.tokenRefused) { try await renewal.renew(first.refresh.text) }
            await #expect(throws: Refusal.self) { try await world.installation.authenticate(pair.access.text) }
        }
    }

    @Test func `several servers that are asked at once give the same pair, and after the grace the sign-in ends`() async throws {
        try await withWorld { world in
            let first = try await world.administrator().signedIn
            world.clock.move(seconds: world.installation.settings.accessTokenSeconds + 1)
            let store = world.installation.store
            let servers = [
                world.installation, try await world.secondServer(on: store), try await world.secondServer(on: store),
            ]
            let renewed = try await withThrowingTaskGroup(of: SignedIn.self) { group in
                for server in servers { group.addTask { try await SessionRenewal(server).renew(first.refresh.text) } }
                return try await group.reduce(into: Set<SignedIn>()) { $0.insert($1) }
            }
            #expect(renewed.count == 1)
            let pair = try #require(renewed.first)
            world.clock.move(seconds: 29)
            #expect(try await SessionRenewal(servers[1]).renew(first.refresh.text) == pair)
            for server in servers { #expect(try await server.authenticate(pair.access.text).session == first.session) }
            world.clock.move(seconds: 2)
            await #expect(throws: Refusal.tokenRefused) { try await SessionRenewal(servers[2]).renew(first.refresh.text) }
            await #expect(throws: Refusal.tokenRefused) { try await servers[2].authenticate(pair.access.text) }
        }
    }

    @Test func `once the pair itself was renewed or its sign-in ended, no server gives it again`() async throws {
        try await withWorld { world in
            let staff = try await world.administrator()
            let other = try await world.secondServer(on: world.installation.store)
            let renewed = try await SessionRenewal(world.installation).renew(staff.signedIn.refresh.text)
            let next = try await SessionRenewal(world.installation).renew(renewed.refresh.text)
            await #expect(throws: Refusal.tokenRefused) { try await SessionRenewal(other).renew(staff.signedIn.refresh.text) }
            // It came a second time after what took its place was used: the whole sign-in ended.
            await #expect(throws: Refusal.tokenRefused) { try await other.authenticate(next.access.text) }
        }
    }

    @Test func `a program that renews twice by one token ends its sign-in, be it a browser's`() async throws {
        try await withWorld { world in
            let first = try await world.administrator().signedIn
            let renewed = try await SessionRenewal(world.installation).renew(first.refresh.text)
            await #expect(throws: Refusal.tokenRefused) { _ = try await world.installation.refreshSession(first.refresh.text) }
            await #expect(throws: Refusal.tokenRefused) { try await world.installation.authenticate(renewed.access.text) }
        }
    }

    @Test func `a sign-in that ended since it was renewed seats nobody by the token it was renewed with`() async throws {
        try await withWorld { world in
            let first = try await world.administrator().signedIn
            world.clock.move(seconds: world.installation.settings.accessTokenSeconds + 1)
            let renewal = SessionRenewal(world.installation)
            let (principal, renewed) = try await renewal.seat(first.refresh.text)
            let again = try await renewal.seat(first.refresh.text)
            #expect(again.renewed == renewed && again.principal.session == principal.session)
            try await world.installation.signOut(as: principal)
            await #expect(throws: Refusal.tokenRefused) { _ = try await renewal.seat(first.refresh.text) }
        }
    }

    @Test func `what failed is tried again`() async throws {
        try await withWorld { world in
            let first = try await world.administrator().signedIn
            let dying = try await world.secondServer(on: BreakingStore(world.installation.store, after: 0))
            let renewal = SessionRenewal(dying)
            await #expect(throws: BreakingStore.CutOff.self) { try await renewal.renew(first.refresh.text) }
            await #expect(throws: BreakingStore.CutOff.self) { try await renewal.renew(first.refresh.text) }
            _ = try await SessionRenewal(world.installation).renew(first.refresh.text)
        }
    }

    @Test(arguments: ["", "sm_rt_", "nonsense", String(repeating: "x", count: 500)])
    func `what is no refresh token is refused`(text: String) async throws {
        try await withWorld { world in
            await #expect(throws: Refusal.tokenRefused) { try await SessionRenewal(world.installation).renew(text) }
        }
    }
}
