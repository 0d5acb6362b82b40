/// How much a piece of evidence may ask of us. Every limit has a name in the configuration reference.
package struct InspectionLimits: Sendable, Equatable {
    /// Bytes of the upload.
    package var bytes: Int
    /// Width × height of a picture, also of one inside a PDF.
    package var pixels: Int
    /// Width or height of a picture.
    package var side: Int
    /// Pages of a PDF.
    package var pages: Int
    /// Processor time of the decoding child, in seconds.
    package var cpuSeconds: Int
    /// Address space of the child beyond what its program maps at the start, in bytes.
    package var memory: Int
    /// Wall-clock time of the child.
    package var time: Duration

    package init(
        bytes: Int = 10 << 20, pixels: Int = 40_000_000, side: Int = 12_000, pages: Int = 50,
        cpuSeconds: Int = 10, memory: Int = 512 << 20, time: Duration = .seconds(20)
    ) {
        self.bytes = bytes
        self.pixels = pixels
        self.side = side
        self.pages = pages
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
