/// How much an original may ask of us. Every limit has a name in the configuration reference.
package struct WatermarkLimits: Sendable, Equatable {
    /// Bytes of the original.
    package var bytes: Int
    /// Width × height, of the original and of the copy.
    package var pixels: Int
    /// Width or height of the original.
    package var side: Int
    /// Bytes of the copy.
    package var copy: Int
    /// Processor time of the marking child, in seconds.
    package var cpuSeconds: Int
    /// Address space of the child beyond what its program and the font map before it reads, in bytes.
    package var memory: Int
    /// Wall-clock time of the child.
    package var time: Duration

    package init(
        bytes: Int = 10 << 20, pixels: Int = 40_000_000, side: Int = 12_000, copy: Int = 32 << 20, cpuSeconds: Int = 10,
        memory: Int = 512 << 20, time: Duration = .seconds(20)
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.side = side
        self.copy = copy
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
