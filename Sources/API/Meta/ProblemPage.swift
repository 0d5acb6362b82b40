import Registry

/// Where the `type` of a problem leads: a section for each code, with reason, remedy and rules in the refusals' own words, in both
/// languages. Made once, when the server starts.
struct ProblemPage: Sendable {
    let text: String

    init(_ refusals: [Refusal]) {
        let codes = Dictionary(grouping: refusals, by: \.code).sorted { $0.key < $1.key }
        text = Self.head + codes.map { Self.section($0.key, $0.value) }.joined() + "</dl></body></html>\n"
    }

    /// One code may be refused in several words, and under one code several rules may be broken; each stands once.
    private static func section(_ code: String, _ refusals: [Refusal]) -> String {
        var said: Set<[LocalText]> = []
        let wordings = refusals.filter { said.insert([$0.reason, $0.mend]).inserted }.map(words).joined()
        let rules = Set(refusals.flatMap(\.requirements)).sorted().map { id in #"<a href="/console/rules#\#(id)">\#(id)</a>"# }
        let links = rules.joined(separator: " ")
        return #"<div id="\#(code)"><dt><code>\#(code)</code></dt>\#(wordings)<dd>\#(links)</dd></div>"# + "\n"
    }

    private static func words(_ refusal: Refusal) -> String {
        let english = shown(refusal.reason.en, refusal.mend.en)
        let chinese = shown(refusal.reason.zh, refusal.mend.zh)
        return #"<dd>\#(english)</dd><dd lang="zh-Hans">\#(chinese)</dd>"#
    }

    private static func shown(_ reason: String, _ mend: String) -> String {
        mend.isEmpty ? escaped(reason) : "\(escaped(reason))<p>\(escaped(mend))</p>"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Shiming: problems</title><style>
        :root { color-scheme: light dark; --line: #8884; --soft: #8881; }
        body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 62rem; padding: 1rem; }
        code { font: 700 0.9em/1.45 ui-monospace, monospace; }
        dl > div { border-top: 1px solid var(--line); padding: .5rem 0; }
        dl > div:target { background: var(--soft); }
        dd { margin: 0; max-width: 70ch; }
        dd p { margin: 0 0 .25rem; padding-left: 1.5rem; }
        dd p::before { content: "What to do: "; }
        dd:lang(zh) p::before { content: "处理办法："; }
        </style></head><body>
        <h1>Problems <span lang="zh-Hans">问题代码</span></h1>
        <p>The <code>type</code> of a problem (RFC 9457) leads to its code here: why, what to do, and the <a href="/console/rules">rules</a>
        it rests on. What a sentence names or counts is an example here; the answer has what is so. What only stands among
        <code>errors</code> says all of this where it stands. <a href="/reference">The API</a></p>
        <p lang="zh-Hans">问题（RFC 9457）的 <code>type</code> 指向本页相应代码：拒绝原因、处理办法和所依据的<a href="/console/rules">规则</a>。\
        句中的名称和数字仅为示例，以实际应答为准；仅出现在 <code>errors</code> 中的代码，其说明见应答本身。</p>
        <dl>

        """
}
