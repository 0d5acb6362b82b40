import ArgumentParser
import Client
import Contract

/// What became of an event.
enum EventStanding: String, CaseIterable, ExpressibleByArgument {
    case waiting
    case delivered
    case dead
}

/// What became of telling a program of one request.
enum CallbackStanding: String, CaseIterable, ExpressibleByArgument {
    case idle
    case waiting
    case delivered
    case dead
}

struct Webhooks: Group {
    static let configuration = CommandConfiguration(
        commandName: "webhooks", abstract: "Programs that are told what happens to cards (事件回调).",
        subcommands: [
            List.self, Show.self, Create.self, Delete.self, Rotate.self, Test.self, Pause.self, Resume.self, Rewind.self, Events.self,
            Callbacks.self, Replay.self,
        ])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Webhooks of your organisation and below, the newest first.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listWebhooks), of: Wire.Webhook.self, options) }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One webhook: how far it has come, and whether it takes what it is sent.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(webhook.call(.readWebhook), as: Wire.Webhook.self) }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Have a program told from now on; its secret is shown once.",
            discussion: "Standard Webhooks, by HTTPS, to hosts on the open network only (docs/events.md).")
        @Argument(help: "https://HOST[:PORT]/PATH") var url: String
        @Option(parsing: .upToNextOption, help: "Only of custody, life, holding, device, sim, carrier.") var kind: [ChangeWord] = []
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let asked = Wire.CreateWebhook(url: url, kinds: kind.isEmpty ? nil : kind.map(\.rawValue))
            try await desk.showOnce(Call(.createWebhook, sending: asked))
        }
    }

    struct Delete: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "End a webhook.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.act(webhook.call(.deleteWebhook), "The webhook is deleted.", "回调已删除。")
        }
    }

    struct Rotate: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "A new secret; the one before signs beside it for a day.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.showOnce(webhook.call(.rotateWebhookSecret)) }
    }

    struct Test: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Send a ping at once.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.tried(webhook.call(.tryWebhook)) }
    }

    struct Pause: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Send nothing until it is resumed; what happens meanwhile waits.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(webhook.call(.pauseWebhook), as: Wire.Webhook.self) }
    }

    struct Resume: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Go on where it stopped, at once.")
        @OptionGroup var webhook: WebhookArgument
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(webhook.call(.resumeWebhook), as: Wire.Webhook.self) }
    }

    struct Rewind: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Send everything after a position once more, under the same ids.")
        @OptionGroup var webhook: WebhookArgument
        @Option(help: "As `shiming changes` ends with, or `position` of an event.") var after: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let call = try Call(.rewindWebhook, path: ["webhook": webhook.webhook], sending: Wire.RewindWebhook(after: after))
            try await desk.show(call, as: Wire.Webhook.self)
        }
    }

    struct Events: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "What was sent or tried, the newest change first.")
        @OptionGroup var webhook: WebhookArgument
        @Option(help: "waiting, delivered or dead.") var state: EventStanding?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var call = webhook.call(.listWebhookEvents)
            if let state { call.query["state"] = state.rawValue }
            try await desk.list(call, of: Wire.WebhookEvent.self, options)
        }
    }

    struct Callbacks: ServerCommand {
        static let configuration = CommandConfiguration(
            abstract: "Programs told of single requests under the webhook's secret: what waits, what failed, when next.")
        @OptionGroup var webhook: WebhookArgument
        @Option(help: "waiting, dead, delivered or idle; those that wait unless said.") var state: CallbackStanding?
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var call = webhook.call(.listCallbacks)
            if let state { call.query["state"] = state.rawValue }
            try await desk.list(call, of: Wire.RequestCallback.self, options)
        }
    }

    struct Replay: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Send an event once more at once, under its own id.")
        @OptionGroup var webhook: WebhookArgument
        @Argument(help: "As `shiming webhooks events` names it.") var event: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            var call = webhook.call(.replayWebhookEvent)
            call.path["event"] = event
            try await desk.tried(call)
        }
    }
}

struct WebhookArgument: ParsableArguments {
    @Argument(help: "As `shiming webhooks list` names it.") var webhook: String

    func call(_ operation: Contract.Operation) -> Call { Call(operation, path: ["webhook": webhook]) }
}

extension Desk {
    /// A webhook whose secret is shown this once.
    fileprivate func showOnce(_ call: Call) async throws {
        let answer = try await api.send(call)
        if output.json { return try output.writeJSON(answer.body) }
        let created: Wire.WebhookCreated = try answer.decode()
        try show(created.webhook)
        try output.write(output.isTerminal ? "\n  \(created.secret)\n" : "secret\t\(created.secret)\n")
    }

    /// What came of an attempt; refused where it was not taken.
    fileprivate func tried(_ call: Call) async throws {
        let trial = try await show(call, as: Wire.WebhookTrial.self)
        if !trial.delivered { throw ExitCode.refused }
    }
}
