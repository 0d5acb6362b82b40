import Registry
import SQLCore

extension Installation {
    /// As `look`, for what counts all of somebody's cards or hand-ins. Throws `counts-busy` where too many wait already.
    func counting<Value: Sendable>(
        as principal: Principal, needs permission: Permission, _ body: @Sendable (any Session) throws -> Value
    ) async throws -> Value {
        try principal.demand(permission)
        do {
            return try await counts.pass {
                try await store.read { session in
                    try session.allowLong(.count)
                    return try body(session)
                }
            }
        } catch is RequestGateFull {
            throw Refusal.countsBusy
        }
    }
}

extension Refusal {
    static let countsBusy = Refusal(
        "counts-busy", .temporary, house: .availability, en: "Too many counts are being taken at this moment.", zh: "当前统计请求过多。",
        mend: LocalText(en: "Try again in a few seconds.", zh: "请几秒后重试。")
    ).retry(afterSeconds: 5)
}
