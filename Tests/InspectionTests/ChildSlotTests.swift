import Confinement
import Synchronization
import Testing

/// Who wants a child, and what came of it.
private final class Caller: Sendable {
    private let taken = Mutex<Bool?>(nil)

    init(_ slots: ChildSlots, for owner: String) {
        Task {
            let isTaken = await slots.take(for: owner)
            self.taken.withLock { $0 = isTaken }
        }
    }

    /// Nil while he waits.
    var answer: Bool? { taken.withLock { $0 } }
}

/// Whose turn it is at the children, and who is turned away. Nothing runs: a child is given back when the test says so.
@Suite struct ChildSlotTests {
    /// Whether it comes to be so; callers come as far as they do by themselves.
    private func comes(_ isSo: () async -> Bool) async -> Bool {
        for _ in 0..<1_000_000 {
            if await isSo() { return true }
            await Task.yield()
        }
        return false
    }

    /// One more who waits.
    private func waiting(_ slots: ChildSlots, for owner: String) async -> Caller {
        let before = await slots.load.waiting
        let caller = Caller(slots, for: owner)
        #expect(await comes { await slots.load.waiting == before + 1 }, "\(owner) does not wait")
        return caller
    }

    /// Gives a child back of each owner in turn, and answers in which order the callers had one.
    private func served(_ callers: [(name: String, caller: Caller)], _ slots: ChildSlots, giving owners: [String]) async -> [String] {
        var served: [String] = []
        for owner in owners {
            await slots.giveBack(of: owner)
            let left = callers.filter { !served.contains($0.name) }
            #expect(await comes { left.contains { $0.caller.answer == true } }, "nobody had \(owner)'s child")
            served += left.filter { $0.caller.answer == true }.map { $0.name }
        }
        return served
    }

    @Test func `owners take turns, and of one owner who came first is served first`() async {
        let slots = ChildSlots(children: 1, waiting: 10)
        #expect(await slots.take(for: "a"))
        var callers: [(name: String, caller: Caller)] = []
        for (name, owner) in [("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("b2", "b"), ("c1", "c")] {
            callers.append((name, await waiting(slots, for: owner)))
        }
        #expect(await served(callers, slots, giving: ["a", "a", "b", "c", "a", "b"]) == ["a1", "b1", "c1", "a2", "b2", "a3"])
        await slots.giveBack(of: "a")
        let load = await slots.load
        #expect(load.running == 0 && load.waiting == 0)
    }

    @Test func `a child that is free goes to whom the fewest run for`() async {
        let slots = ChildSlots(children: 2, waiting: 10)
        #expect(await slots.take(for: "a"))
        #expect(await slots.take(for: "a"))
        let callers: [(name: String, caller: Caller)] = [
            ("a1", await waiting(slots, for: "a")), ("b1", await waiting(slots, for: "b")), ("b2", await waiting(slots, for: "b")),
        ]
        #expect(await served(callers, slots, giving: ["a", "a", "a"]) == ["b1", "a1", "b2"])
    }

    @Test func `a crowd of one owner fills the queue alone, and makes room for everybody who has less of it`() async {
        let slots = ChildSlots(children: 1, waiting: 3)
        #expect(await slots.take(for: "crowd"))
        let (first, second, third) = (
            await waiting(slots, for: "crowd"), await waiting(slots, for: "crowd"), await waiting(slots, for: "crowd")
        )
        #expect(await slots.take(for: "crowd") == false)
        let other = Caller(slots, for: "other")
        #expect(await comes { third.answer == false })
        let another = Caller(slots, for: "another")
        #expect(await comes { second.answer == false })
        #expect(await slots.load.waiting == 3)
        // Each has one now: nobody has more than his share, and nobody gets a second place or takes another's only one.
        for owner in ["crowd", "other", "another", "late"] { #expect(await slots.take(for: owner) == false, "\(owner)") }
        #expect([first.answer, other.answer, another.answer] == [nil, nil, nil])
        let callers: [(name: String, caller: Caller)] = [("crowd", first), ("other", other), ("another", another)]
        #expect(await served(callers, slots, giving: ["crowd", "crowd", "other"]) == ["crowd", "other", "another"])
    }

    @Test func `whoever was turned away is served no more, and takes nobody's turn`() async {
        let slots = ChildSlots(children: 1, waiting: 2)
        #expect(await slots.take(for: "a"))
        let first = await waiting(slots, for: "a")
        let second = await waiting(slots, for: "a")
        let other = Caller(slots, for: "b")
        #expect(await comes { second.answer == false })
        #expect(await served([("a", first), ("b", other)], slots, giving: ["a", "a"]) == ["a", "b"])
        await slots.giveBack(of: "b")
        #expect(second.answer == false)
        #expect(await slots.take(for: "a"))
    }

    @Test func `where nobody may wait a full house refuses, whoever comes`() async {
        let slots = ChildSlots(children: 1, waiting: 0)
        #expect(await slots.take(for: "a"))
        #expect(await slots.take(for: "a") == false)
        #expect(await slots.take(for: "b") == false)
        await slots.giveBack(of: "a")
        #expect(await slots.take(for: "b"))
    }
}
