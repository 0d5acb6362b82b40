import Client
import Contract
import Testing

struct ProblemTextTests {
    static let problem = Problem(
        type: "/reference/problems#fields-invalid", title: "Fields do not fit.", status: 422, code: "fields-invalid",
        mend: "Correct them.", requirements: ["R-25-09"],
        errors: [
            FieldError(
                pointer: "/unit/documentNumber", code: "expired", title: "It has expired.", mend: "Provide a valid one.",
                requirements: ["R-NF-06"])
        ])

    @Test func `a refusal is told with reason, field, rule and what to do`() {
        #expect(
            ProblemText.of(Self.problem, in: .english) == """
                Fields do not fit. (R-25-09) [fields-invalid]
                  /unit/documentNumber: It has expired. Provide a valid one. (R-NF-06) [expired]
                What to do: Correct them.

                """)
    }

    @Test func `the words around it are in the reader's language`() {
        #expect(ProblemText.of(Self.problem, in: .chinese).contains("处理办法：Correct them."))
        #expect(ProblemText.of(.unreachable(.usual, reason: "x"), in: .chinese).contains("无法连接"))
    }

    @Test func `a problem cannot steer the terminal`() {
        let problem = Problem(type: "", title: "a\u{1B}[2Jb\nc", status: 400, code: "x")
        #expect(ProblemText.of(problem, in: .english) == "a\u{FFFD}[2Jb\u{FFFD}c [x]\n")
    }

    static let environments: [([String: String], Language)] = [
        ([:], .english), (["LANG": "zh_CN.UTF-8"], .chinese), (["LANG": "en_GB.UTF-8"], .english), (["LANG": "C"], .english),
        (["LC_ALL": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"], .english), (["LC_ALL": "", "LANG": "zh_CN"], .chinese),
        (["LC_MESSAGES": "zh_TW.UTF-8", "LANG": "en_US"], .chinese), (["LANG": "de_DE"], .english),
    ]

    @Test(arguments: environments) func `the language follows the environment`(environment: [String: String], language: Language) {
        #expect(Language(environment: environment) == language)
    }
}
