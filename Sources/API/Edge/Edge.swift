import Contract
import HTTPTypes
import Hummingbird
import Registry
import UseCases
import Web

/// The API: the contract's operations over an installation. Every route is made from the contract and from nothing else.
package struct Edge: Sendable {
    let installation: Installation
    let authenticator: any Authenticator
    let settings: EdgeSettings
    let figures: Figures
    let health: any HealthChecks
    let shapes: [Operation: RequestShape]
    let callers: RateLimiter<String>
    let strangers: RateLimiter<String>
    /// Addresses from which persons hand in.
    let handIns: RateLimiter<String>
    /// Persons who have pictures looked at.
    let pictures: PictureQuota
    let problemPage: ProblemPage

    /// Throws when the contract inside the program cannot be read.
    ///
    /// - Parameters:
    ///   - handIns: shared with the person's pages; its own unless given.
    ///   - pictures: as `handIns`.
    ///   - refusals: those of the program's other parts that can be problems here.
    package init(
        installation: Installation, authenticator: any Authenticator, settings: EdgeSettings = EdgeSettings(),
        figures: Figures, health: any HealthChecks, handIns: RateLimiter<String>? = nil, pictures: PictureQuota? = nil,
        refusals: [Refusal] = []
    ) throws {
        self.installation = installation
        self.authenticator = authenticator
        self.settings = settings
        self.figures = figures
        self.health = health
        shapes = try ShapeReader.readAll()
        callers = RateLimiter(policy: RatePolicy(name: "default", quota: settings.rateRequests, window: settings.rateSeconds))
        strangers = RateLimiter(policy: RatePolicy(name: "open", quota: settings.openRateRequests, window: settings.rateSeconds))
        self.handIns = handIns ?? RateLimiter(policy: .handIns(settings))
        self.pictures = pictures ?? PictureQuota(settings)
        problemPage = ProblemPage([Refusal.ofRegistry, Refusal.ofUseCases, Refusal.ofWeb, Refusal.ofAPI, refusals].flatMap { $0 })
    }

    package func router(speaksTLS: Bool = false) -> Router<EdgeContext> {
        // What GET answers, HEAD answers without its body (RFC 9110 section 9.3.2).
        let router = Router(context: EdgeContext.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: Observation(settings: settings, figures: figures, speaksTLS: speaksTLS))
        router.add(middleware: MethodsAllowed())
        for operation in Operation.allCases {
            let route = Route(operation, shapes[operation] ?? RequestShape(), settings)
            router.on(RouterPath(route.facts.path), method: route.method) { request, context in
                await respond(route, request, context)
            }
        }
        return router
    }
}

/// An operation with what the edge needs of it at every request, made once.
struct Route: Sendable {
    let operation: Operation
    let facts: OperationFacts
    let method: HTTPRequest.Method
    let parameters: [String]
    let shape: RequestShape
    let permissions: Set<Permission>
    let bodyLimit: Int
    let seconds: Int
    /// Whether the handler reads the body as it comes.
    var streams: Bool { !facts.takes.isEmpty && !facts.takesJSON }
    /// Whether only the person himself may, with the token that a link or a code gave him (R-AF-11).
    var isPersons: Bool { permissions == [.personalRegister] || permissions == [.partComplete] }
    /// Meta operations are not counted against anybody.
    var isLimited: Bool { facts.tag != "Meta" }
    /// Whether a machine has to do with a person's picture, which counts besides.
    var isOfPicture: Bool {
        switch operation {
        case .capturePicture, .captureFace, .capturePart, .openPartPicture: true
        default: false
        }
    }

    init(_ operation: Operation, _ shape: RequestShape, _ settings: EdgeSettings) {
        self.operation = operation
        self.shape = shape
        facts = operation.facts
        method = HTTPRequest.Method(facts.method) ?? .get
        parameters = facts.pathParameters
        permissions = Set(facts.permissions.compactMap(Permission.init(rawValue:)))
        bodyLimit = settings.bodyBytes(facts.bodyLimit)
        seconds = settings.seconds(facts.bodyLimit)
    }
}
