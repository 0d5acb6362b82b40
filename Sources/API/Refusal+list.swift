import Registry
import Web

extension Refusal {
    /// Every refusal made here that can be a problem of its own, as `ofRegistry` has them of the rules.
    package static let ofAPI: [Refusal] = Array([ofRequests, ofUploads].joined())

    private static let ofRequests: [Refusal] = [
        .oneQuestion, .wrongType, .fieldMissing, .unknownField, .textTooShort, .textTooLong, .notAmongValues, .wrongForm,
        .numberOutOfRange, .tooFewItems, .tooManyItems, .repeatedItem, .bodyInvalid, .bodyNotJSON, .bodyMissing,
        .typeNotTaken, .parameterInvalid, .unknownParameter, .repeatedParameter, .cursorInvalid, .versionMissing,
        .uploadParts, .entranceProofUnclear, .holderInUnitRegistration,
    ]

    private static let ofUploads: [Refusal] = MultipartRefusal.allCases.map { Refusal.multipart($0) }
}
