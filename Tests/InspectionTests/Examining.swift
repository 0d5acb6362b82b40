import Foundation
import Testing

@testable import Inspection

/// The real program, built beside the tests: its hidden command is what examines evidence in service.
let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("shiming").path
}()

func inspector(_ limits: InspectionLimits = InspectionLimits()) -> Inspector {
    Inspector(limits: limits, child: InspectionChild(executable: program))
}

/// The refusal, or nil when the evidence is taken.
func refusal(of bytes: [UInt8], limits: InspectionLimits = InspectionLimits()) async -> InspectionRefusal? {
    do throws(InspectionRefusal) {
        _ = try await inspector(limits).inspect(bytes)
        return nil
    } catch {
        return error
    }
}

/// A child that is some shell text, to play the parts a decoder should not.
func shell(_ script: String, time: Duration = .seconds(60)) -> Inspector {
    Inspector(
        limits: InspectionLimits(time: time), child: InspectionChild(executable: "/bin/sh", arguments: ["-c", script]))
}
