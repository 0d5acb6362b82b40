import Confinement
import Testing

@testable import Inspection

@Suite struct ChildTests {
    private func refusal(by inspector: Inspector, of bytes: [UInt8] = Samples.baseline) async -> InspectionRefusal? {
        do throws(InspectionRefusal) {
            _ = try await inspector.inspect(bytes)
            return nil
        } catch {
            return error
        }
    }

    /// An answer as the real child gives it.
    private static let answer =
        #"echo '{"verdict":"sound","kind":"jpeg","width":48,"height":32,"pages":1,"trailing":0,"warnings":0}'"#

    @Test func `a child that hangs is killed`() async {
        #expect(await refusal(by: shell("while :; do :; done", time: .milliseconds(200))) == .timeout)
        #expect(await refusal(by: shell("exec >&-; while :; do :; done", time: .milliseconds(200))) == .timeout)
        #expect(await refusal(by: shell("\(Self.answer); while :; do :; done", time: .milliseconds(200))) == .timeout)
    }

    @Test func `a child that dies takes nobody with it`() async {
        for signal in ["KILL", "SEGV", "ABRT", "SYS", "TERM"] {
            #expect(await refusal(by: shell("kill -\(signal) $$")) == .undecodable)
        }
        #expect(await refusal(by: shell("kill -XCPU $$")) == .timeout)
    }

    @Test func `a child that does not answer as agreed is our fault`() async {
        for script in [
            "exit 0", "exit 70", "echo", "echo sound", "while :; do printf '%65536s' sound; done", "\(Self.answer); exit 1",
            #"echo '{"verdict":"wonderful","kind":"jpeg","width":1,"height":1,"pages":1,"trailing":0,"warnings":0}'"#,
            Self.answer.replacing("jpeg", with: "png"),
        ] {
            #expect(await refusal(by: shell(script)) == .unavailable, "\(script)")
        }
        #expect(await refusal(by: Inspector(child: InspectionChild(executable: "/nowhere"))) == .unavailable)
    }

    @Test func `a child that stops listening does not raise a signal here`() async {
        let large = Samples.baseline + [UInt8](repeating: 0, count: 8 << 20)
        #expect(await refusal(by: shell("exec <&-; \(Self.answer)"), of: large) == nil)
    }

    @Test func `a child that lies cannot pass the limits`() async {
        #expect(await refusal(by: shell(Self.answer.replacing("48", with: "12001"))) == .tooManyPixels)
        #expect(await refusal(by: shell(Self.answer.replacing("48", with: "-1"))) == .tooManyPixels)
        #expect(await refusal(by: shell(Self.answer.replacing(#""trailing":0"#, with: #""trailing":9999999"#))) == .undecodable)
        #expect(await refusal(by: shell(Self.answer.replacing("48", with: "1e400"))) == .unavailable)
    }

    @Test func `a child inherits neither environment nor files`() async {
        // 3 is the shell's own look into the folder.
        let script = """
            [ -z "$HOME$USER$LANG$SHIMING_KEY" ] || exit 1
            for file in /proc/$$/fd/*; do case $file in */[0123]) ;; *) exit 1 ;; esac; done
            \(Self.answer)
            """
        #expect(await refusal(by: shell(script)) == nil)
    }

    @Test func `the worker refuses to start without its limits`() {
        for arguments in [
            [], ["jpeg"], ["gif", "1", "1", "1", "1", "1", "1"], ["png", "-1", "1", "1", "1", "1", "1"],
            ["png", "", "1", "1", "1", "1", "1"], ["png", "99999999999", "1", "1", "1", "1", "1"],
        ] {
            #expect(InspectionWorker.run(arguments) == 64)
        }
    }

    @Test func `more uploads than children all get their answer`() async {
        let shared = inspector()
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<12 {
                group.addTask { (try? await shared.inspect(Samples.palette)) != nil }
            }
            for await passed in group { #expect(passed) }
        }
    }

    @Test func `every refusal has a code of its own and words in both languages`() {
        let all = InspectionRefusal.allCases
        #expect(Set(all.map(\.code)).count == all.count)
        for refusal in all {
            #expect(refusal.code.hasPrefix("evidence-") || refusal.code.hasPrefix("inspection-"))
            for words in [refusal.english, refusal.chinese] { #expect(!words.reason.isEmpty && !words.advice.isEmpty) }
            #expect(refusal.english != refusal.chinese)
        }
    }
}
