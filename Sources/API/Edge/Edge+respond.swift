import Contract
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Registry
import SQLCore
import UseCases
import Web

extension Edge {
    /// Who asks, how often, may it, is it well formed, was it asked before: in this order, then the handler.
    func respond(_ route: Route, _ request: Request, _ context: EdgeContext) async -> Response {
        var verdict: RateVerdict?
        let handIn = route.operation == .submitPersonal ? HandInCount(handIns, from: context.clientAddress) : nil
        let staleness =
            route.facts.mayBeOld
            ? MaxStale.seconds(request.headers).map { Staleness(secondsMax: min($0, installation.settings.replicaAgeMax)) } : nil
        var response: Response
        do {
            let caller = try await caller(route, request, context)
            verdict = try counted(route, caller, context)
            // Who asks was found out of what is so now; only the answer may be old.
            response = try await Staleness.$allowed.withValue(staleness) {
                try await withTimeout(seconds: route.seconds) {
                    try await answer(route, request, context, caller, handIn).response(success: route.facts.success)
                }
            }
        } catch {
            response = Observation.problem(for: helped(error, route), context)
        }
        if let age = staleness?.ageSeconds { response.headers[.age] = String(age) }
        RateLimitHeaders.add([verdict, handIn?.verdict].compactMap { $0 }, to: &response.headers)
        return response
    }

    /// What is refused to persons says how the operator is reached.
    private func helped(_ error: any Error, _ route: Route) -> any Error {
        guard route.facts.isOpen || route.isPersons, let refusal = error as? Refusal else { return error }
        return refusal.telling(installation.settings.contact)
    }

    /// Tokens that open nothing count against the address they come from.
    private func caller(_ route: Route, _ request: Request, _ context: EdgeContext) async throws -> Principal? {
        guard !route.facts.isOpen else { return nil }
        do {
            let token = try BearerToken.read(request.headers[.authorization])
            return try await authenticator.authenticate(token: token)
        } catch let refusal as Refusal where refusal.kind == .unauthenticated && refusal != .tokenMissing {
            try strangers.demand(context.clientAddress, at: installation.now())
            throw refusal
        }
    }

    private func counted(_ route: Route, _ caller: Principal?, _ context: EdgeContext) throws -> RateVerdict? {
        guard route.isLimited else { return nil }
        guard let caller else { return try strangers.demand(context.clientAddress, at: installation.now()) }
        return try callers.demand(caller.account.description, at: installation.now())
    }

    private func answer(
        _ route: Route, _ request: Request, _ context: EdgeContext, _ caller: Principal?, _ handIn: HandInCount?
    ) async throws -> Answer {
        if let caller, !route.permissions.isEmpty {
            try caller.demandCompleteSession()
            guard !route.permissions.isDisjoint(with: caller.permissions) else {
                // Who came in by another link is at the wrong door, and no member of staff.
                throw route.isPersons && !caller.isPerson ? Refusal.staffMayNotVerify : Refusal.notPermitted
            }
        }
        if route.isOfPicture, let caller { try pictures.demand(caller, from: context.clientAddress, at: installation.now()) }
        let call = try await call(route, request, context, caller).counting(handIn)
        guard route.facts.creates else { return try await handle(call) }
        return try await Once(installation: installation, leaseSeconds: Int64(max(60, route.seconds))).run(
            call, streams: route.streams, handle)
    }

    private func call(_ route: Route, _ request: Request, _ context: EdgeContext, _ caller: Principal?) async throws -> Call {
        let path = try pathValues(route, context)
        let query = try QueryReading.read(request.uri.query, route.shape.query)
        if route.facts.creates, request.headers[.idempotencyKey] == nil { throw Refusal.keyMissing }
        if route.facts.edits, request.headers[.ifMatch] == nil { throw Refusal.versionMissing }
        try BodyReading.checkType(request.headers, takes: route.facts.takes)
        try BodyReading.checkLength(request.headers, limit: route.bodyLimit)
        let body = route.streams ? [] : try await BodyReading.collect(request.body, limit: route.bodyLimit)
        let json = try route.shape.body.map { try BodyReading.judged(body, $0, limit: route.bodyLimit) }
        return Call(
            operation: route.operation, installation: installation, context: context, caller: caller, path: path, query: query,
            headers: request.headers, body: body, json: json, stream: BodyReading.limited(request.body, to: route.bodyLimit))
    }

    /// A path whose parameters are not of their shape names nothing.
    private func pathValues(_ route: Route, _ context: EdgeContext) throws -> [String: String] {
        var values: [String: String] = [:]
        for name in route.parameters {
            guard let value = context.parameters.get(name)?.removingPercentEncoding, let parameter = route.shape.path[name],
                ShapeJudge.findings(.string(value), parameter.shape).isEmpty
            else { throw Refusal.notFound }
            values[name] = value
        }
        return values
    }
}

/// `RateLimit` and `RateLimit-Policy` (draft-ietf-httpapi-ratelimit-headers), also on success.
enum RateLimitHeaders {
    static func add(_ verdicts: [RateVerdict], to headers: inout HTTPFields) {
        guard !verdicts.isEmpty else { return }
        headers[.rateLimitPolicy] = verdicts.map(\.policy.field).joined(separator: ", ")
        headers[.rateLimit] = verdicts.map(\.field).joined(separator: ", ")
    }
}
