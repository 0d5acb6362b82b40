import Client
import Contract
import Foundation

extension Desk {
    /// Sends a file of cards, with progress.
    func sendIntake(path: String, query: [String: String?]) async throws -> Wire.Intake {
        try await sentIntake(path: path, query: query).decode()
    }

    func sentIntake(path: String, query: [String: String?]) async throws -> Client.Answer {
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.int64Value ?? 0
        let progress = output.progress("sent", "已发送")
        let answer = try await api.send(
            Call(.createIntake, query: query, body: .file(path: path, mediaType: Self.mediaType(of: path))),
            sent: { progress.add($0, of: size) })
        progress.end()
        return answer
    }

    /// Waits until the server has done with the file.
    func followed(_ intake: Wire.Intake) async throws -> Wire.Intake {
        var intake = intake
        let progress = output.progress("rows", "行")
        while ["queued", "running"].contains(intake.state) {
            try await Task.sleep(for: .milliseconds(200))
            intake = try await api.send(Call(.readIntake, path: ["intake": intake.id]), as: Wire.Intake.self)
            progress.show(intake.counts.done, of: intake.counts.total ?? 0)
        }
        progress.end()
        return intake
    }

    /// The server looks at the content; the name only helps it to say what is odd.
    private static func mediaType(of path: String) -> String {
        path.lowercased().hasSuffix(".xlsx")
            ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "application/octet-stream"
    }
}
