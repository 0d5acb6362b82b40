import ArgumentParser
import Client
import Foundation
import Sandbox
import ServiceLifecycle

/// The main job before your eyes, through the public API of a real server.
struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Start a server on an empty folder and do the main job before your eyes.",
        discussion: """
            An invented enterprise registers 10,000 cards through its agent: people sign in, a file of cards is taken in and allocated, papers \
            are uploaded, the application is submitted and decided, and the question is who answers for one of the cards. Some are \
            activated at their carrier, which is a sandbox. Then a person \
            registers a watch's card by a link, as a phone would. All of it goes through the public HTTP API. Then the server stays, with a \
            one-time sign-in for you and a link to a second watch's card to try yourself.
            """)

    @Option(help: "A folder that does not exist yet, or is empty.") var data: String
    @Option(help: "Port to listen at; 0 lets the system choose.") var port = 8_080
    @Option(help: "How many cards (1 to 200000).") var cards = 10_000
    @Flag(inversion: .prefixedNo, help: "Keep serving afterwards.") var stay = true
    @Flag(help: "End when the job is done; the same as --no-stay.") var once = false
    @Option(help: "Words of what is shown; else as LANG says.") var language: Language?

    func validate() throws {
        guard (1...200_000).contains(cards) else { throw ValidationError("--cards is 1 to 200000") }
        guard (0...65_535).contains(port) else { throw ValidationError("--port is 0 to 65535") }
    }

    func run() async throws {
        let found = (try? FileManager.default.contentsOfDirectory(atPath: data)) ?? []
        guard found.isEmpty else { throw ValidationError("\(data) is not empty; the demonstration begins with an empty folder") }
        let key = SandboxKey.made()
        let stays = stay && !once
        let language = language ?? Language(environment: ProcessInfo.processInfo.environment)
        // Nobody who appears in it exists, and so neither does who confirms them.
        try await SandboxServer.withRunning(VerificationSandbox(key: key)) { [data, port, cards] provider in
            try await DemoCarrier.withRunning(key: key, cards: cards) { connection in
                let options = try Serve.parse([
                    "--data", data, "--port", String(port), "--log-level", "warning", "--company", DemoPapers.company,
                    "--company-contact", DemoPapers.contact, "--carrier", connection,
                    "--setting", "verification-sandbox-allowed=1", "--setting", "carrier-sandbox-allowed=1", "--setting",
                    "carrier-round-cards-per-hour=0",
                ])
                // A server set up for this shell must not be mixed with the demonstration's.
                let environment = [
                    "SHIMING_VERIFICATION_AUTHORITY_URL": provider, "SHIMING_VERIFICATION_FACE_URL": provider,
                    "SHIMING_VERIFICATION_AUTHORITY_NAME": DemoPapers.authority, "SHIMING_VERIFICATION_FACE_NAME": DemoPapers.authority,
                    "SHIMING_VERIFICATION_AUTHORITY_CONTACT": DemoPapers.contact, "SHIMING_VERIFICATION_FACE_CONTACT": DemoPapers.contact,
                    "SHIMING_VERIFICATION_KEY": key,
                ]
                try await Self.play(
                    ServePlan(options, environment: environment), Output(json: false, language: language), cards: cards, stays: stays)
            }
        }
    }

    private static func play(_ plan: ServePlan, _ output: Output, cards: Int, stays: Bool) async throws {
        let stage = DemoStage()
        let service = DemoService(stage: stage, output: output, cards: cards, stays: stays)
        let server = Server(
            plan, announcements: Announcements(listening: { stage.opened(at: $0) }, firstStart: { stage.received(token: $0) }))
        try await server.run(
            beside: [
                .init(
                    service: service, successTerminationBehavior: .gracefullyShutdownGroup,
                    failureTerminationBehavior: .gracefullyShutdownGroup)
            ])
        if let failure = stage.failure { throw failure }
        guard stage.isDone else { throw ExitCode.refused }
    }
}
