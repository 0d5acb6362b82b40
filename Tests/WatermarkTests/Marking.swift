import CDecoding
import Confinement
import Foundation
import Testing

@testable import Watermark

/// The real program, built beside the tests: its hidden command is what marks copies in service.
let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("shiming").path
}()

func watermarker(_ limits: WatermarkLimits = WatermarkLimits()) -> Watermarker {
    Watermarker(limits: limits, child: ConfinedChild(executable: program, arguments: [WatermarkWorker.command]))
}

/// A child that is some shell text, to play the parts a decoder should not.
func shell(_ script: String, time: Duration = .seconds(60), copy: Int = 1 << 20) -> Watermarker {
    Watermarker(
        limits: WatermarkLimits(copy: copy, time: time), child: ConfinedChild(executable: "/bin/sh", arguments: ["-c", script]))
}

let usual = WatermarkText(operator: "星河物联科技有限公司", date: "2026-11-27", purpose: "案件 2026-118 核查")

/// The refusal, or nil when there is a copy.
func refusal(
    of original: [UInt8], by watermarker: Watermarker = watermarker(), with text: WatermarkText = usual
) async -> WatermarkRefusal? {
    do throws(WatermarkRefusal) {
        _ = try await watermarker.mark(original, with: text)
        return nil
    } catch {
        return error
    }
}

/// A picture as a viewer shows it, except that it is not turned.
struct Pixels: Equatable {
    let width: Int
    let height: Int
    let rgb: [UInt8]

    init(_ bytes: [UInt8]) throws {
        var picture = decoded_picture()
        var limits = decode_limits(pixels: 40_000_000, side: 32_000, enough: .max)
        try #require(decode_picture(bytes, bytes.count, &limits, &picture) == DECODED_SOUND)
        defer { free(picture.rgb) }
        width = Int(picture.width)
        height = Int(picture.height)
        rgb = Array(UnsafeBufferPointer(start: picture.rgb, count: width * height * 3))
    }

    /// The green of a pixel, which says enough of how bright it is.
    func green(_ x: Int, _ y: Int) -> Int { Int(rgb[(y * width + x) * 3 + 1]) }

    /// Of the pixels in a rectangle, in thousandths, how many differ by more than `least` from another picture of the same size.
    func changed(from other: Pixels, x: Range<Int>, y: Range<Int>, least: Int = 24) -> Int {
        var count = 0
        for row in y {
            for column in x where abs(green(column, row) - other.green(column, row)) > least { count += 1 }
        }
        return count * 1_000 / (x.count * y.count)
    }
}
