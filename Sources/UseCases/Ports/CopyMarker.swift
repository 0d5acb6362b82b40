import Watermark

/// Makes the copies of evidence that leave the server, as a port: the real one marks them in a confined child process.
package protocol CopyMarker: Sendable {
    /// Every part of what is given bears the text. Throws `WatermarkRefusal` where that cannot be; the original is never given.
    ///
    /// - Parameter owner: on whose behalf; owners take turns.
    func mark(_ original: [UInt8], with text: WatermarkText, for owner: String) async throws -> MarkedCopy
}

extension Watermarker: CopyMarker {}
