/// Bounds how many children decode at a time, and how many uploads wait for one.
actor InspectionSlots {
    private let children: Int
    private var free: Int
    private let mostWaiting: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(children: Int, waiting: Int) {
        self.children = max(1, children)
        free = max(1, children)
        mostWaiting = max(0, waiting)
    }

    /// First come, first served; refuses when too many wait already. Every success is paired with one `giveBack`.
    func take() async throws(InspectionRefusal) {
        if free > 0 {
            free -= 1
            return
        }
        guard waiting.count < mostWaiting else { throw .unavailable }
        await withCheckedContinuation { waiting.append($0) }
    }

    /// Children that decode now, and uploads that wait for one.
    var load: (running: Int, waiting: Int) { (children - free, waiting.count) }

    func giveBack() {
        if waiting.isEmpty {
            free += 1
        } else {
            waiting.removeFirst().resume()
        }
    }
}
