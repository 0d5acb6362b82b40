import ArgumentParser

struct Shiming: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shiming",
        abstract: "Real-name registration of IoT cards (物联网卡实名登记).",
        discussion: """
            Exit codes: 0 done; 1 refused by a rule, or something among what was asked is refused; 2 the command was not understood; \
            3 not permitted, or not signed in; 4 the server cannot be reached or is not available.

            Completion in your shell: shiming --generate-completion-script bash (or zsh, fish).
            """,
        version: "1.0.0",
        subcommands: [Serve.self, Demo.self, Check.self]
    )
}
