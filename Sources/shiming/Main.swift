import ArgumentParser
import Inspection

/// The program. Started as a worker it decodes one piece of evidence and ends; else it reads its command.
@main
enum Main {
    static func main() async {
        InspectionWorker.takeOver()
        await Shiming.main()
    }
}

struct Shiming: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shiming", abstract: "Real-name registration of IoT cards (物联网卡实名登记).", subcommands: [Serve.self])
}
