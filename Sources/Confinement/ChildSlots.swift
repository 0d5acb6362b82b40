/// Bounds how many children run at a time, and how many callers wait for one.
package actor ChildSlots {
    private let children: Int
    private var free: Int
    private let mostWaiting: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(children: Int, waiting: Int) {
        self.children = max(1, children)
        free = max(1, children)
        mostWaiting = max(0, waiting)
    }

    /// First come, first served; false, at once, when too many wait already. Every success is paired with one `giveBack`.
    package func take() async -> Bool {
        if free > 0 {
            free -= 1
            return true
        }
        guard waiting.count < mostWaiting else { return false }
        await withCheckedContinuation { waiting.append($0) }
        return true
    }

    /// Children that run now, and callers that wait for one.
    package var load: (running: Int, waiting: Int) { (children - free, waiting.count) }

    package func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
