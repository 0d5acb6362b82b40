import Synchronization
import Testing

@testable import Reading

@Suite struct ChildTests {
    /// Any picture the parent lets through.
    private let picture: [UInt8] = [0xFF, 0xD8, 0xFF, 0xE0]

    /// An answer as the real child gives it, for a resident ID; the number is an invented one of no place.
    private static func answer(number: String = "999999197302090495", standing: String = "holds", width: String = "1280") -> String {
        let field = #"{"text":"","confidence":0,"agreeing":0,"of":8}"#
        let numberField = #"{"text":"\#(number)","confidence":90,"agreeing":8,"of":8}"#
        return #"{"verdict":"sound","task":"resident-id-front","width":\#(width),"height":960,"fingerprint":"00ff00ff00ff00ff","#
            + #""periodicity":3,"rephotographed":false,"quality":{"sharpness":3,"glare":0,"brightness":180,"contrast":140,"side":900,"#
            + #""support":0.9,"problems":[],"missing":[],"corners":[]},"front":{"name":\#(field),"sex":\#(field),"nation":\#(field),"#
            + #""birth":\#(field),"address":\#(field),"number":\#(numberField),"standing":"\#(standing)","birthAgrees":false,"sexAgrees":false}}"#
    }

    private func refusal(by script: String, time: Duration = .seconds(60)) async -> ReadingRefusal? {
        await ReadingTests.refusal(of: picture, as: .residentIDFront, by: shell(script, time: time))
    }

    private func number(answering line: String) async throws -> ProvenText {
        let reading = try await shell("echo '\(line)'").read(picture, as: .residentIDFront)
        guard case .residentFront(let front) = reading.content else { return .absent }
        return front.number
    }

    @Test func `a child that hangs is killed`() async {
        #expect(await refusal(by: "while :; do :; done", time: .milliseconds(200)) == .timeout)
        #expect(await refusal(by: "exec >&-; while :; do :; done", time: .milliseconds(200)) == .timeout)
    }

    @Test func `a child that dies takes nobody with it`() async {
        for signal in ["KILL", "SEGV", "ABRT", "SYS", "TERM"] {
            #expect(await refusal(by: "kill -\(signal) $$") == .undecodable)
        }
        #expect(await refusal(by: "kill -XCPU $$") == .timeout)
    }

    @Test func `a child that does not answer as agreed is our fault`() async {
        let sound = Self.answer()
        for script in [
            "exit 0", "exit 69", "exit 70", "echo", "echo {}", "while :; do printf '%65536s' sound; done", "echo '\(sound)'; exit 1",
            "echo '\(sound.replacing("sound", with: "wonderful"))'", "echo '\(sound.replacing("resident-id-front", with: "face"))'",
        ] {
            #expect(await refusal(by: script) == .unavailable, "\(script.prefix(40))")
        }
    }

    @Test func `parts of a picture that are none are not passed on`() async throws {
        let sound = String(repeating: "0123456789abcdef", count: 4)
        let tooMany = String(repeating: sound, count: 5)
        for (told, words) in [(sound, 4), ("", 0), ("0", 0), (String(repeating: "z", count: 16), 0), (tooMany, 0)] {
            let line = Self.answer().replacing(#""periodicity""#, with: #""excerpts":"\#(told)","periodicity""#)
            let reading = try await shell("echo '\(line)'").read(picture, as: .residentIDFront)
            #expect(reading.excerpts.count == words, "\(told.prefix(20))")
        }
    }

    @Test func `a child that lies cannot make a number hold`() async throws {
        #expect(try await number(answering: Self.answer()) == .holds("999999197302090495"))
        for wrong in ["999999197302090496", "999999197302300495", "99999919730209049", "", "９99999197302090495", "999999197302090495 "] {
            #expect(try await number(answering: Self.answer(number: wrong)) == .fails)
            #expect(try await number(answering: Self.answer(number: wrong, standing: "doubtful")) == .fails)
        }
        #expect(try await number(answering: Self.answer(standing: "fails")) == .fails)
        #expect(try await number(answering: Self.answer(standing: "absent")) == .absent)
    }

    @Test func `a child that lies cannot pass the limits`() async {
        #expect(await refusal(by: "echo '\(Self.answer(width: "12001"))'") == .tooManyPixels)
        #expect(await refusal(by: "echo '\(Self.answer(width: "-1"))'") == .tooManyPixels)
        #expect(await refusal(by: "echo '\(Self.answer(width: "1e400"))'") == .unavailable)
    }

    @Test func `a child inherits neither environment nor files`() async {
        let script = """
            [ -z "$HOME$USER$LANG$SHIMING_KEY" ] || exit 1
            for file in /proc/$$/fd/*; do case $file in */[0123]) ;; *) exit 1 ;; esac; done
            echo '\(Self.answer())'
            """
        #expect(await refusal(by: script) == nil)
    }

    @Test func `a full queue refuses, and lets in again when it has emptied`() async throws {
        let busy = shell("sleep 3; echo '\(Self.answer())'", waiting: 0)
        let isOver = Mutex(false)
        let first = Task {
            let reading = try? await busy.read(picture, as: .residentIDFront)
            isOver.withLock { $0 = true }
            return reading
        }
        // A busy machine may not look in time: then the test fails, and does not wait for ever.
        while await busy.load().running == 0, !isOver.withLock({ $0 }) { await Task.yield() }
        #expect(await ReadingTests.refusal(of: picture, as: .residentIDFront, by: busy) == .crowded)
        #expect(await first.value != nil)
        #expect(await ReadingTests.refusal(of: picture, as: .residentIDFront, by: busy) == nil)
    }

    @Test func `nothing that was read shows itself when it is printed, dumped or reflected`() async throws {
        let reading = try await shell("echo '\(Self.answer())'").read(picture, as: .residentIDFront)
        var dumped = ""
        dump(reading, to: &dumped)
        for text in ["\(reading)", String(reflecting: reading), "\(reading.content)", String(reflecting: reading.content), dumped] {
            #expect(!text.contains("99999919"))
        }
        let zone = try #require(TravelZone(lines: ZoneTests.passport))
        #expect(!"\(zone)\(String(reflecting: zone))\([zone])".contains("ABDELMOURIN"))
    }

    @Test func `every refusal has a code of its own and words in both languages`() {
        let all = ReadingRefusal.allCases
        #expect(Set(all.map(\.code)).count == all.count)
        for refusal in all { #expect(!refusal.english.isEmpty && !refusal.chinese.isEmpty && refusal.english != refusal.chinese) }
        for problem in PictureProblem.allCases { #expect(!problem.english.isEmpty && problem.english != problem.chinese) }
    }
}
