import Dispatch
import Outbound
import Synchronization
import Testing

/// Name servers of which some never answer until they are told to.
private final class InventedNameServers: Sendable {
    private let released = DispatchSemaphore(value: 0)
    private let heard = Mutex<[String]>([])
    var questions: [String] { heard.withLock { $0 } }

    func look(_ host: String) -> [NetworkAddress] {
        heard.withLock { $0.append(host) }
        if host.hasPrefix("slow") {
            released.wait()
            // For whoever waits next.
            released.signal()
        }
        return [NetworkAddress("93.184.216.34")].compactMap { $0 }
    }

    func release() { released.signal() }

    /// Until that host was asked for.
    func asked(_ host: String) async {
        while !questions.contains(host) { await Task.yield() }
    }
}

/// Patience that is over when the test says so.
private final class MovedPatience: Sendable {
    private let over = Mutex(false)
    var isOver: Bool {
        get { over.withLock { $0 } }
        set { over.withLock { $0 = newValue } }
    }

    @Sendable func wait(_ patience: Duration) async throws {
        while !isOver {
            try Task.checkCancellation()
            await Task.yield()
        }
    }
}

@Suite("Names looked up for strangers")
struct HostLookUpTests {
    /// Without a share of the slow or threads for the quick, where none is given.
    private func limits(
        threads: Int = 4, ofOne: Int = 2, ofSlow: Int? = nil, forQuick: Int = 0, waiting: Int = 8, patience: Duration
    ) -> HostLookUps.Limits {
        var limits = HostLookUps.Limits()
        limits.threads = threads
        limits.threadsOfOne = ofOne
        limits.threadsOfSlow = ofSlow ?? threads
        limits.threadsForQuick = forQuick
        limits.waitingOfOne = waiting
        limits.patience = patience
        return limits
    }

    private func failure(_ lookUps: HostLookUps, _ host: String, for owner: String) async -> HostLookUpFailure? {
        do throws(HostLookUpFailure) {
            _ = try await lookUps.addresses(of: host, for: owner)
            return nil
        } catch {
            return error
        }
    }

    @Test func `whoever names slow name servers is told in time, and waits for himself only`() async throws {
        let servers = InventedNameServers()
        defer { servers.release() }
        let lookUps = HostLookUps(limits(patience: .milliseconds(50)), look: servers.look)
        // On a thread that nobody waits for any more it goes on, and the next ones wait for that.
        #expect(await failure(lookUps, "slow-1", for: "one") == .late)
        for host in ["slow-2", "quick-1"] { #expect(await failure(lookUps, host, for: "one") == .crowded) }
        let patient = HostLookUps(limits(patience: .seconds(60)), look: servers.look)
        #expect(try await patient.addresses(of: "quick-2", for: "other").count == 1)
        #expect(!servers.questions.contains("quick-1"))
    }

    @Test func `another is answered while all of one's threads are held`() async throws {
        let servers = InventedNameServers()
        let lookUps = HostLookUps(limits(patience: .seconds(60)), look: servers.look)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for number in 0..<4 { group.addTask { try await lookUps.addresses(of: "slow-\(number)", for: "one").count } }
            #expect(try await lookUps.addresses(of: "quick", for: "other").count == 1)
            // Those that waited for a thread have their turn once the others end.
            servers.release()
            for try await count in group { #expect(count == 1) }
        }
        #expect(servers.questions.count == 5)
    }

    @Test func `several who name slow name servers leave threads to those who have none`() async throws {
        let servers = InventedNameServers()
        let lookUps = HostLookUps(limits(threads: 4, ofOne: 2, patience: .seconds(60)), look: servers.look)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for (owner, host) in [("one", "slow-1"), ("one", "slow-2"), ("two", "slow-3")] {
                group.addTask { try await lookUps.addresses(of: host, for: owner).count }
                await servers.asked(host)
            }
            // He may have two, but half of the threads are held.
            group.addTask { try await lookUps.addresses(of: "slow-4", for: "two").count }
            #expect(try await lookUps.addresses(of: "quick", for: "other").count == 1)
            servers.release()
            for try await count in group { #expect(count == 1) }
        }
        #expect(Set(servers.questions.prefix(4)) == ["slow-1", "slow-2", "slow-3", "quick"])
    }

    @Test func `who was answered late has one thread until he is answered in time`() async throws {
        let (servers, later) = (InventedNameServers(), InventedNameServers())
        defer { later.release() }
        let patience = MovedPatience()
        let lookUps = HostLookUps(limits(threads: 8, ofOne: 2, patience: .seconds(5)), wait: patience.wait) { host in
            host == "slow-later" ? later.look(host) : servers.look(host)
        }
        let late = Task { await failure(lookUps, "slow", for: "one") }
        await servers.asked("slow")
        patience.isOver = true
        #expect(await late.value == .late)
        // Its thread is held still.
        #expect(await failure(lookUps, "quick-1", for: "one") == .crowded)
        #expect(!servers.questions.contains("quick-1"))
        patience.isOver = false
        servers.release()
        #expect(try await lookUps.addresses(of: "quick-2", for: "one").count == 1)
        let held = Task { await failure(lookUps, "slow-later", for: "one") }
        await later.asked("slow-later")
        #expect(try await lookUps.addresses(of: "quick-3", for: "one").count == 1)
        held.cancel()
        #expect(await held.value == .late)
    }

    @Test func `a name that was answered in time before goes through while slow ones of many hold every other thread`() async throws {
        let servers = InventedNameServers()
        defer { servers.release() }
        let patience = MovedPatience()
        let lookUps = HostLookUps(limits(threads: 4, forQuick: 1, patience: .seconds(5)), wait: patience.wait, look: servers.look)
        #expect(try await lookUps.addresses(of: "quick", for: "known").count == 1)
        let owners = ["one", "two", "three"]
        let late = owners.map { owner in Task { await failure(lookUps, "slow-\(owner)", for: owner) } }
        for owner in owners { await servers.asked("slow-\(owner)") }
        #expect(try await lookUps.addresses(of: "quick", for: "known").count == 1)
        patience.isOver = true
        for one in late { #expect(await one.value == .late) }
        // A name that is new, of whoever has none that is known, and one that is known of another.
        for (host, owner) in [("new", "known"), ("quick", "unknown")] {
            #expect(await failure(lookUps, host, for: owner) == .crowded)
        }
        #expect(servers.questions.count(where: { $0 == "quick" }) == 2 && !servers.questions.contains("new"))
    }

    @Test func `a name that was answered late has no part in what is kept for quick ones`() async throws {
        let (servers, turning, later) = (InventedNameServers(), InventedNameServers(), InventedNameServers())
        defer { later.release() }
        let patience = MovedPatience()
        let lookUps = HostLookUps(limits(threads: 4, forQuick: 1, patience: .seconds(5)), wait: patience.wait) { host in
            guard host == "turning" else { return later.look(host) }
            return servers.questions.contains(host) ? turning.look("slow-turned") : servers.look(host)
        }
        #expect(try await lookUps.addresses(of: "turning", for: "one").count == 1)
        let late = Task { await failure(lookUps, "turning", for: "one") }
        await turning.asked("slow-turned")
        patience.isOver = true
        #expect(await late.value == .late)
        patience.isOver = false
        turning.release()
        // In time again; yet of this name it is not known.
        #expect(try await lookUps.addresses(of: "quick", for: "one").count == 1)
        let owners = ["two", "three", "four"]
        let held = owners.map { owner in Task { await failure(lookUps, "slow-\(owner)", for: owner) } }
        for owner in owners { await later.asked("slow-\(owner)") }
        #expect(try await lookUps.addresses(of: "quick", for: "one").count == 1)
        patience.isOver = true
        for one in held { #expect(await one.value == .late) }
        #expect(await failure(lookUps, "turning", for: "one") == .crowded)
        #expect(turning.questions.count == 1)
    }

    @Test func `all who were answered late hold no more than their share together, and others are answered meanwhile`() async throws {
        let (first, second) = (InventedNameServers(), InventedNameServers())
        let patience = MovedPatience()
        let lookUps = HostLookUps(limits(threads: 8, ofSlow: 2, patience: .seconds(5)), wait: patience.wait) { host in
            host.hasPrefix("slow-again") ? second.look(host) : first.look(host)
        }
        let owners = ["one", "two", "three"]
        let late = owners.map { owner in Task { await failure(lookUps, "slow-\(owner)", for: owner) } }
        for owner in owners { await first.asked("slow-\(owner)") }
        patience.isOver = true
        for one in late { #expect(await one.value == .late) }
        patience.isOver = false
        first.release()
        func again(_ owner: String) -> Task<Int, any Error> {
            Task { try await lookUps.addresses(of: "slow-again-\(owner)", for: owner).count }
        }
        let held = [again("one"), again("two")]
        for owner in ["one", "two"] { await second.asked("slow-again-\(owner)") }
        let third = again("three")
        // Until it has asked, or nearly always.
        for _ in 0..<1_000 { await Task.yield() }
        #expect(try await lookUps.addresses(of: "quick", for: "four").count == 1)
        #expect(second.questions.count == 2)
        second.release()
        await second.asked("slow-again-three")
        for one in held + [third] { #expect(try await one.value == 1) }
    }

    @Test func `once he is answered in time, all begin that he has waiting`() async throws {
        let (first, second, third) = (InventedNameServers(), InventedNameServers(), InventedNameServers())
        let patience = MovedPatience()
        let lookUps = HostLookUps(limits(threads: 8, ofOne: 2, patience: .seconds(5)), wait: patience.wait) { host in
            host == "slow-1" ? first.look(host) : host == "slow-2" ? second.look(host) : third.look(host)
        }
        let late = Task { await failure(lookUps, "slow-1", for: "one") }
        await first.asked("slow-1")
        patience.isOver = true
        #expect(await late.value == .late)
        patience.isOver = false
        first.release()
        let inTime = Task { try await lookUps.addresses(of: "slow-2", for: "one").count }
        await second.asked("slow-2")
        let hosts = ["slow-3", "slow-4"]
        let waiting = hosts.map { host in Task { try await lookUps.addresses(of: host, for: "one").count } }
        // Until both have asked, or nearly always.
        for _ in 0..<1_000 { await Task.yield() }
        #expect(third.questions.isEmpty)
        second.release()
        for host in hosts { await third.asked(host) }
        third.release()
        #expect(try await inTime.value == 1)
        for one in waiting { #expect(try await one.value == 1) }
    }

    @Test func `one who has as many waiting as he may is refused at once`() async {
        let servers = InventedNameServers()
        let lookUps = HostLookUps(limits(ofOne: 0, waiting: 0, patience: .seconds(60)), look: servers.look)
        #expect(await failure(lookUps, "quick", for: "one") == .crowded)
        #expect(servers.questions.isEmpty)
    }

    @Test func `who no longer asks is let go`() async {
        let servers = InventedNameServers()
        defer { servers.release() }
        let lookUps = HostLookUps(limits(patience: .seconds(60)), look: servers.look)
        let asking = Task { await failure(lookUps, "slow", for: "one") }
        asking.cancel()
        #expect(await asking.value == .late)
    }
}
