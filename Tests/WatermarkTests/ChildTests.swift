import Confinement
import Synchronization
import Testing

@testable import Watermark

@Suite struct ChildTests {
    /// Any picture the parent lets through.
    private let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3, 0xFF, 0xD9]

    private func why(_ script: String, time: Duration = .seconds(60), copy: Int = 1 << 20) async -> WatermarkRefusal? {
        await refusal(of: picture, by: shell(script, time: time, copy: copy))
    }

    /// What a child says that has made a copy.
    private let answer = #"printf '\000\377\330\377\340copy\377\331'"#

    @Test func `a child that hangs is killed`() async {
        #expect(await why("while :; do :; done", time: .milliseconds(200)) == .timeout)
        #expect(await why("exec >&-; while :; do :; done", time: .milliseconds(200)) == .timeout)
        #expect(await why("\(answer); while :; do :; done", time: .milliseconds(200)) == .timeout)
    }

    @Test func `a child that dies leaves no copy, also when it has written one`() async {
        for signal in ["KILL", "SEGV", "ABRT", "SYS", "TERM"] {
            #expect(await why("kill -\(signal) $$") == .undecodable)
            #expect(await why("\(answer); kill -\(signal) $$") == .undecodable)
        }
        #expect(await why("\(answer); kill -XCPU $$") == .timeout)
    }

    @Test func `a child that does not answer as agreed leaves no copy`() async {
        for script in [
            "exit 0", "exit 69", "exit 70", "echo", "\(answer); exit 1", #"printf '\000'"#, #"printf '\000GIF89a'"#, #"printf '\006'"#,
            #"printf '\377\330\377'"#, #"printf '\000%%PDF-1.7'"#, #"printf '\000\377\330\377\340cut'"#, #"printf '\007\377\330\377\331'"#,
            "while :; do printf '%65536s' copy; done",
        ] {
            #expect(await why(script) == .unavailable, "\(script)")
        }
        let absent = Watermarker(child: ConfinedChild(executable: "/nowhere", arguments: []))
        #expect(await refusal(of: picture, by: absent) == .unavailable)
        #expect(await why(answer) == nil, "or the others prove nothing")
        #expect(await why(answer, copy: 5) == .unavailable)
    }

    @Test func `the original itself is no copy`() async {
        #expect(await why(#"printf '\000\377\330\377\340\001\002\003\377\331'"#) == .unavailable)
    }

    @Test func `a child that refuses is believed`() async {
        let codes: [(String, WatermarkRefusal)] = [
            ("001", .truncated), ("002", .undecodable), ("003", .tooManyPixels), ("004", .tooNarrow), ("005", .textUnusable),
        ]
        for (code, refusal) in codes {
            #expect(await why(#"printf '\\#(code)'"#) == refusal)
            // Not even with a copy behind it.
            #expect(await why(#"printf '\\#(code)\377\330\377\340copy\377\331'"#) == refusal)
        }
    }

    @Test func `the worker refuses to start without its limits`() {
        for arguments in [
            [], ["1"], ["-1", "1", "1", "1", "1", "1"], ["", "1", "1", "1", "1", "1"], ["1", "1", "99999", "1", "1", "1"],
            ["1", "1", "1", "1", "1", "99999999999999999999"], ["1", "1", "1", "1", "3601", "1"], ["1", "1", "1", "1", "1", "1", "1"],
        ] {
            #expect(WatermarkWorker.run(arguments) == 64)
        }
    }

    @Test func `a full queue refuses`() async {
        let slow = Watermarker(
            limits: WatermarkLimits(time: .seconds(6)), child: ConfinedChild(executable: "/bin/sh", arguments: ["-c", "sleep 4"]),
            children: 1, waiting: 0)
        let isOver = Mutex(false)
        async let first = {
            let refused = await refusal(of: picture, by: slow)
            isOver.withLock { $0 = true }
            return refused
        }()
        // A busy machine may not look in time: then the test fails, and does not wait for ever.
        while await slow.load().running == 0, !isOver.withLock({ $0 }) { await Task.yield() }
        #expect(await refusal(of: picture, by: slow) == .unavailable)
        #expect(await slow.load().running == 1)
        #expect(await first == .unavailable)
    }
}
