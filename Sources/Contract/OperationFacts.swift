/// What the contract says of an operation.
package struct OperationFacts: Sendable {
    /// How large a body may be; the bytes stand in the settings (docs/configuration.md).
    package enum BodyLimit: String, Sendable {
        case usual, bulk, evidence, file
    }

    package let method: String
    /// With `{name}` for parameters, as in the contract.
    package let path: String
    package let tag: String
    /// What the caller must hold, one of them: `none` (nobody need be signed in), `self` (anybody signed in) or a permission.
    package let permissions: [String]
    /// It makes something: an `Idempotency-Key` is demanded.
    package let creates: Bool
    /// It changes what people edit: an `If-Match` is demanded.
    package let edits: Bool
    /// It only reads, and a caller may allow it to tell what is slightly old (`Cache-Control: max-stale`).
    package let mayBeOld: Bool
    package let bodyLimit: BodyLimit
    /// Media types of the body; empty when there is none.
    package let takes: [String]
    /// Media types of the answer; empty when it has no body.
    package let produces: [String]
    package let success: Int
    /// Every status declared.
    package let statuses: [Int]

    package var isOpen: Bool { permissions == ["none"] }
    package var takesJSON: Bool { takes == ["application/json"] }
    /// Names of the parameters in the path, in order.
    package var pathParameters: [String] {
        path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
    }
}

/// The contract's texts (Generated/).
package enum ContractDocument {}
