import Registry
import TestKit
import Testing
import UseCases

@Suite("What was typed while a sign-in ended")
struct KeptFormTests {
    private func form(_ world: World, _ fields: [String: String]) -> KeptForm {
        KeptForm(account: world.installation.fresh(), keptAt: world.clock.now(), fields: fields)
    }

    @Test func `comes back whole, to whom it was, for its time`() async throws {
        try await withWorld { world in
            let kept = form(world, ["holder-name": "欧阳青禾·知夏", "card": "8986", "empty": ""])
            let text = try #require(try world.installation.seal(kept, as: .kept))
            #expect(!text.contains("欧阳") && !text.contains("8986"))
            #expect(world.installation.keptForm(text, as: .kept, seconds: 3_600) == kept)
            world.clock.move(seconds: 3_599)
            #expect(world.installation.keptForm(text, as: .kept, seconds: 3_600) == kept)
            world.clock.move(seconds: 1)
            #expect(world.installation.keptForm(text, as: .kept, seconds: 3_600) == nil)
        }
    }

    @Test func `opens nowhere else, and not when it was changed`() async throws {
        try await withWorld { world in
            let text = try #require(try world.installation.seal(form(world, ["a": "b"]), as: .kept))
            try await withWorld { other in
                #expect(other.installation.keptForm(text, as: .kept, seconds: 3_600) == nil)
            }
            for wrong in ["", "AAAA", String(text.dropLast(4)), text + "AAAA", "B" + text.dropFirst(), "<script>", "欧阳"] {
                #expect(world.installation.keptForm(wrong, as: .kept, seconds: 3_600) == nil, "\(wrong.count)")
            }
        }
    }

    @Test func `is not what says for whom a form was made, nor the other way round`() async throws {
        try await withWorld { world in
            let installation = world.installation
            let kept = form(world, ["a": "b"])
            let (typed, owner) = try (
                #require(try installation.seal(kept, as: .kept)), #require(try installation.seal(kept, as: .owner))
            )
            #expect(installation.keptForm(typed, as: .owner, seconds: 3_600) == nil)
            #expect(installation.keptForm(owner, as: .kept, seconds: 3_600) == nil)
            #expect(installation.keptForm(owner, as: .owner, seconds: 3_600) == kept)
        }
    }

    @Test func `of what is too long nothing is kept`() async throws {
        try await withWorld { world in
            let long = try world.installation.seal(form(world, ["a": String(repeating: "x", count: 39_000)]), as: .kept)
            let longer = try world.installation.seal(form(world, ["a": String(repeating: "x", count: 40_001)]), as: .kept)
            #expect(long != nil && longer == nil)
        }
    }
}
