/// How much a picture may ask of us. Every limit has a name in the configuration reference.
package struct ReadingLimits: Sendable, Equatable {
    /// Bytes of the picture file.
    package var bytes: Int
    /// Width × height.
    package var pixels: Int
    /// Width or height.
    package var side: Int
    /// Processor time of the reading child, in seconds.
    package var cpuSeconds: Int
    /// Address space of the child beyond what its program and models map before it reads, in bytes.
    package var memory: Int
    /// Wall-clock time of the child.
    package var time: Duration

    package init(
        bytes: Int = 10 << 20, pixels: Int = 40_000_000, side: Int = 12_000, cpuSeconds: Int = 20, memory: Int = 512 << 20,
        time: Duration = .seconds(30)
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.side = side
        self.cpuSeconds = cpuSeconds
        self.memory = memory
        self.time = time
    }

    func allow(width: Int, height: Int) -> Bool {
        guard width > 0, height > 0, width <= side, height <= side else { return false }
        let (area, overflow) = width.multipliedReportingOverflow(by: height)
        return !overflow && area <= pixels
    }
}
