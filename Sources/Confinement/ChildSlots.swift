/// Bounds how many children run at a time, and how many callers wait for one.
///
/// Owners take turns: a child that is free goes to an owner for whom the fewest run, and among those to the one who has waited for a turn the
/// longest; within an owner it is first come, first served. An owner may fill places in the queue that nobody else wants. Where it is full,
/// whoever holds less than his share gets a place, and the newest caller of the owner who holds most is turned away: so a crowd on one owner's
/// behalf keeps its own waiting, not others.
package actor ChildSlots {
    private let children: Int
    private var free: Int
    private let mostWaiting: Int
    private var running: [String: Int] = [:]
    private var waiting: [String: [CheckedContinuation<Bool, Never>]] = [:]
    /// Owners who have callers waiting, each once; whose turn comes first stands first.
    private var turns: [String] = []

    package init(children: Int, waiting: Int) {
        self.children = max(1, children)
        free = max(1, children)
        mostWaiting = max(0, waiting)
    }

    /// Every success is paired with one `giveBack` of the same owner.
    ///
    /// - Parameter owner: on whose behalf; compared, never shown.
    /// - Returns: false where the queue is full and the owner has his share of it: at once, or later where others came who had less.
    package func take(for owner: String) async -> Bool {
        if free > 0 {
            free -= 1
            running[owner, default: 0] += 1
            return true
        }
        guard hasPlace(for: owner) else { return false }
        return await withCheckedContinuation { caller in
            if waiting[owner] == nil { turns.append(owner) }
            waiting[owner, default: []].append(caller)
        }
    }

    /// Children that run now, and callers that wait for one.
    package var load: (running: Int, waiting: Int) { (children - free, waitingCount) }

    package func giveBack(of owner: String) {
        let left = running[owner, default: 1] - 1
        running[owner] = left > 0 ? left : nil
        guard let next = turns.min(by: { running[$0, default: 0] < running[$1, default: 0] }) else {
            free += 1
            return
        }
        running[next, default: 0] += 1
        let caller = removeCaller(of: next, at: 0)
        // Behind everybody else who waits.
        if waiting[next] != nil {
            turns.removeAll { $0 == next }
            turns.append(next)
        }
        caller?.resume(returning: true)
    }

    private var waitingCount: Int { waiting.values.reduce(0) { $0 + $1.count } }

    /// Whether one more of the owner may wait. Where the queue is full, that takes the place of another's newest caller.
    private func hasPlace(for owner: String) -> Bool {
        guard waitingCount >= mostWaiting else { return true }
        let own = waiting[owner]?.count ?? 0
        // The last of those who hold most: his turn is furthest away.
        guard let fullest = turns.reversed().max(by: { count(of: $0) < count(of: $1) }), count(of: fullest) > own + 1 else { return false }
        removeCaller(of: fullest, at: count(of: fullest) - 1)?.resume(returning: false)
        return true
    }

    private func count(of owner: String) -> Int { waiting[owner]?.count ?? 0 }

    private func removeCaller(of owner: String, at place: Int) -> CheckedContinuation<Bool, Never>? {
        let caller = waiting[owner]?.remove(at: place)
        if waiting[owner]?.isEmpty ?? true {
            waiting[owner] = nil
            turns.removeAll { $0 == owner }
        }
        return caller
    }
}
