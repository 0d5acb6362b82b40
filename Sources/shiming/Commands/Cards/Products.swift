import ArgumentParser
import Client
import Contract

struct Products: Group {
    static let configuration = CommandConfiguration(
        commandName: "product", abstract: "What is sold: carrier, traffic, voice, SMS (套餐).",
        subcommands: [List.self, Create.self, Show.self, Update.self])

    struct List: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Products.")
        @OptionGroup var options: ListOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.list(Call(.listProducts), of: Wire.Product.self, options) }
    }

    struct Create: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "Add a product.")
        @Argument(help: "Its code.") var code: String
        @OptionGroup var terms: TermOptions
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            try await desk.show(
                Call(.createProduct, sending: Wire.CreateProduct(code: code, terms: terms.terms)), as: Wire.Product.self)
        }
    }

    struct Show: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "One product.")
        @Argument(help: "Its code.") var code: String
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws { try await desk.show(Call(.readProduct, path: ["product": code]), as: Wire.Product.self) }
    }

    struct Update: ServerCommand {
        static let configuration = CommandConfiguration(abstract: "A new version of a product; all its terms are given anew.")
        @Argument(help: "Its code.") var code: String
        @OptionGroup var terms: TermOptions
        @Option(help: "active or withdrawn.") var status: String?
        @OptionGroup var connection: ConnectionOptions

        func run(_ desk: Desk) async throws {
            let path = ["product": code]
            let version = try await desk.version(Call(.readProduct, path: path))
            try await desk.show(
                Call(.updateProduct, path: path, sending: Wire.UpdateProduct(terms: terms.terms, status: status), ifMatch: version),
                as: Wire.Product.self)
        }
    }

    struct TermOptions: ParsableArguments {
        @Option(help: "What it is called.") var name: String
        @Option(help: "mobile, telecom, unicom, broadnet or a reseller's code.") var carrier: String
        @Option(help: "iot-general, vehicle, wearable, portable-wifi or phone.") var cardClass = "iot-general"
        @Option(help: "directed, general or none.") var traffic: String
        @Option(help: "Megabytes a month.") var megabytes: Int64
        @Flag(help: "With voice.") var voice = false
        @Flag(help: "With SMS.") var sms = false
        @Option(help: "Device binding: none, first-use or imei-pool.") var binding = "none"
        @Option(help: "Test period, days.") var testDays: Int64?
        @Option(help: "Silent period, days.") var silentDays: Int64?
        @Option(help: "Months from stopping to cancellation.") var cancellationMonths: Int64?

        var terms: Wire.ProductTerms {
            let periods = Wire.ProductPeriods(testDays: testDays, silentDays: silentDays, cancellationMonths: cancellationMonths)
            return Wire.ProductTerms(
                name: name, carrier: carrier, cardClass: cardClass, traffic: traffic, monthlyMegabytes: megabytes, voice: voice, sms: sms,
                binding: binding, periods: testDays ?? silentDays ?? cancellationMonths == nil ? nil : periods)
        }
    }
}
