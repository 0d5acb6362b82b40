import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import NIOCore
import Registry
import UseCases

/// The interfaces of three carriers and of the generic contract, as the adapters see them, over cards that do not exist. Every answer says
/// so in a header. Beside them the scenario that is played, the counts, and the page on which a person would register.
package struct CarrierSandbox: Sandboxed {
    let world: CarrierWorld
    private let key: String

    /// - Parameter key: the secret of every interface; the other half of the credentials is `sandbox`.
    package init(key: String, scenario: CarrierScenario = .none, clock: any Clock = SystemClock()) {
        self.key = key
        world = CarrierWorld(scenario, clock: clock)
    }

    package func play(_ scenario: CarrierScenario) async { await world.play(scenario) }
    package func scenario() async -> CarrierScenario { await world.settings }
    package func statistics() async -> JSONValue { await world.statistics() }

    /// Every card it knows, as it is now.
    package func cards() async -> [SimulatedCard] { await world.everyCard() }

    /// Somebody else operates on the card, as its owner may on the carrier's own pages: its window begins.
    /// - Parameter life: where the card stands from then on; nil leaves it where it is.
    package func operateElsewhere(_ number: String, to life: CarrierLife? = nil) async { await world.touch(number, to: life) }

    /// Tells what is due; a program does so every second, a test when it has moved the clock.
    package func tell() async {
        guard let (notices, to) = await world.dueNotices(), let sender = try? NoticeSender(key: key) else { return }
        for notice in notices {
            let isTaken = await sender.send(notice, to: to, at: await world.now)
            await world.count(isTaken ? "noticesTaken" : "noticesFailed")
        }
        await sender.close()
    }

    package func router() -> Router<BasicRequestContext> {
        let router = Router(context: BasicRequestContext.self)
        let side = CarrierSide(world: world)
        OneLinkSide(side: side, password: key).add(to: router)
        CTWingSide(side: side, secret: key).add(to: router)
        UnicomSide(side: side, secret: key).add(to: router)
        GenericSide(side: side, key: key).add(to: router)
        // The address of a connection, where it is asked whether that leads to a sandbox.
        for system in CarrierSystem.allCases {
            router.get("/\(system.rawValue)") { _, _ in CarrierSide.marked(Response(status: .noContent)) }
        }
        router.get("/sandbox/statistics") { request, _ in
            guard knows(request) else { return CarrierSide.refused(.unauthorized) }
            return CarrierSide.marked(SandboxFaults.json(await world.statistics().buffer))
        }
        router.put("/sandbox/scenario") { request, _ in
            guard knows(request) else { return CarrierSide.refused(.unauthorized) }
            do {
                let body = try await request.body.collect(upTo: 1 << 20)
                await world.play(try CarrierScenario(parsing: Array(body.readableBytesView)))
                return CarrierSide.refused(.noContent)
            } catch let refusal as SandboxScenarioRefusal {
                return CarrierSide.marked(
                    Response(status: .badRequest, body: .init(byteBuffer: ByteBuffer(string: refusal.description + "\n"))))
            } catch {
                return CarrierSide.refused(.badRequest)
            }
        }
        router.get("/page/:serial") { _, context in
            guard let serial = context.parameters.get("serial"), await world.link(serial) != nil else { return CarrierSide.refused(.gone) }
            return CarrierSide.marked(CarrierPage.response(serial))
        }
        router.post("/page/:serial/:outcome") { _, context in
            guard let serial = context.parameters.get("serial"), let link = await world.link(serial),
                let outcome = context.parameters.get("outcome").flatMap({ CarrierPage.Outcome(rawValue: $0) })
            else { return CarrierSide.refused(.gone) }
            await world.endLink(serial)
            if let word = outcome.word { await world.register(link.card, word, by: link.system) }
            return CarrierSide.marked(CarrierPage.thanks)
        }
        return router
    }

    private func knows(_ request: Request) -> Bool { request.headers[.authorization] == "Bearer \(key)" }
}

/// What the simulated interfaces share: quotas, faults, and the header.
struct CarrierSide: Sendable {
    let world: CarrierWorld

    static let header = HTTPField.Name("Shiming-Sandbox")

    static func marked(_ response: Response) -> Response {
        var response = response
        if let header { response.headers[header] = "carriers" }
        return response
    }

    static func refused(_ status: HTTPResponse.Status) -> Response { marked(Response(status: status)) }

    /// One call: quota, faults before it, the work, faults after it.
    /// - Parameter say: how this interface writes why it says no.
    func answer(
        _ system: CarrierSystem, isCommand: Bool, say: (CarrierTrouble) -> Response,
        _ work: (CarrierFault?) async throws(CarrierTrouble) -> ByteBuffer
    ) async -> Response {
        if let trouble = await world.admit(system) {
            return Self.marked(trouble == .maintenance ? Self.maintenance : say(trouble))
        }
        let step = await world.step(system, isCommand: isCommand)
        if let step, step.latencyMilliseconds > 0 { try? await Task.sleep(for: .milliseconds(step.latencyMilliseconds)) }
        if let fault = step?.fault, fault.isBefore {
            return Self.marked(Self.before(fault, retryAfterSeconds: step?.retryAfterSeconds ?? 1, say))
        }
        do throws(CarrierTrouble) {
            var body = try await work(step?.fault)
            if step?.fault == .tooLarge { body.writeRepeatingByte(UInt8(ascii: " "), count: 2 << 20) }
            let spoilt = step?.fault?.ofAnswers.flatMap { SandboxFaults.spoil(body, $0) }
            return Self.marked(spoilt ?? SandboxFaults.json(body))
        } catch {
            return Self.marked(say(error))
        }
    }

    /// Nights: a page for people, where a program expects an answer.
    private static let maintenance = Response(
        status: .serviceUnavailable, headers: [.contentType: "text/html; charset=utf-8", .retryAfter: "3600"],
        body: .init(byteBuffer: ByteBuffer(string: "<html><body>系统维护中</body></html>")))

    private static func before(_ fault: CarrierFault, retryAfterSeconds: Int64, _ say: (CarrierTrouble) -> Response) -> Response {
        switch fault {
        case .unavailable: Response(status: .serviceUnavailable, headers: [.retryAfter: String(retryAfterSeconds)])
        case .tooMany: Response(status: .tooManyRequests, headers: [.retryAfter: String(retryAfterSeconds)])
        case .credentials: say(.credentials)
        case .tokenExpired: say(.tokenExpired)
        case .unknownCode: say(.unknownCode)
        default: Response(status: .internalServerError)
        }
    }

    /// Items of a list, as a fault wants them.
    static func items(_ items: [JSONValue], _ fault: CarrierFault?, contradicting other: (JSONValue) -> JSONValue = { $0 }) -> [JSONValue] {
        switch fault {
        case .reversed: items.reversed()
        case .missing: Array(items.dropLast())
        case .contradiction: items + (items.first.map { [other($0)] } ?? [])
        default: items
        }
    }

    /// The address of the page on which a person would register.
    static func page(_ serial: String, _ request: Request, _ fault: CarrierFault?) -> String {
        fault == .foreignLink
            ? "https://elsewhere.example/page/\(serial)" : "http://\(request.head.authority ?? "127.0.0.1")/page/\(serial)"
    }
}
