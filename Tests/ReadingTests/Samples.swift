import Confinement
import Foundation
import Testing

@testable import Reading

/// The real program, built beside the tests: its hidden command is what reads pictures in service.
let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("shiming").path
}()

/// Drawn pictures of invented people, made by Tests/System/pictures from seed 7.
func sample(_ name: String) throws -> [UInt8] {
    let folder = try #require(Bundle.module.resourceURL)
    return Array(try Data(contentsOf: folder.appendingPathComponent("Pictures").appendingPathComponent(name)))
}

func reader(_ limits: ReadingLimits = ReadingLimits(), children: Int = 2, waiting: Int = 16) -> DocumentReader {
    let child = ConfinedChild(executable: program, arguments: [ReadingWorker.command])
    return DocumentReader(limits: limits, child: child, children: children, waiting: waiting)
}

/// A child that is some shell text, to play the parts a reader should not.
func shell(_ script: String, time: Duration = .seconds(60), waiting: Int = 16) -> DocumentReader {
    DocumentReader(
        limits: ReadingLimits(time: time), child: ConfinedChild(executable: "/bin/sh", arguments: ["-c", script]), children: 1,
        waiting: waiting)
}

/// The refusal, or nil when the picture is read.
func refusal(of picture: [UInt8], as task: ReadingTask = .quality, by reader: DocumentReader = reader()) async -> ReadingRefusal? {
    do throws(ReadingRefusal) {
        _ = try await reader.read(picture, as: task)
        return nil
    } catch {
        return error
    }
}
