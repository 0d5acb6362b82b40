import Registry

extension DecisionReason {
    /// What reviewers say most, the commonest first. A case is offered what fits the papers it has, by a key each: the same key says the
    /// same in every case with the same papers.
    package static let commonest = commonestPairs.map { DecisionReason(pointer: $0.0, code: $0.1) }

    private static let commonestPairs: [(String, String)] = [
        ("/evidence/unit-document", "unreadable"),
        ("/evidence/holder-id-front", "unreadable"),
        ("/evidence/holder-id-back", "unreadable"),
        ("/evidence/handler-id-front", "unreadable"),
        ("/handler/documentNumber", "does-not-match"),
        ("/holder/documentNumber", "does-not-match"),
        ("/evidence/hand-held-photo", "unreadable"),
        ("/evidence/face-capture", "liveness-failed"),
        ("/holder/name", "does-not-match"),
        ("/evidence/authorisation-letter", "not-sealed"),
        ("/unit/documentNumber", "does-not-match"),
        ("/holder/validUntil", "expired"),
        ("/evidence/sealed-letter", "not-sealed"),
        ("/unit/validUntil", "expired"),
        ("/handler/validUntil", "expired"),
        ("/evidence/guardian-id-front", "unreadable"),
        ("/evidence/change-ground", "unreadable"),
        ("/evidence/face-capture", "face-different"),
        ("/evidence/hand-held-photo", "face-different"),
        ("/evidence/handler-on-site-photo", "face-different"),
        ("/holder/documentNumber", "document-not-in-service"),
        ("/handler/documentNumber", "document-not-in-service"),
        ("/use", "use-not-plausible"),
        ("/responsiblePerson/documentNumber", "document-not-in-service"),
    ]

    /// Built-in reasons that nothing handed in anew makes good; the others are for mending.
    fileprivate static let refusing: Set<String> = ["document-not-in-service", "face-different", "use-not-plausible"]

    /// Whether a built-in reason says something there: no name has a seal. Any place is taken with any built-in reason; this is what is
    /// offered.
    package static func isUsual(_ code: String, at pointer: String) -> Bool {
        let isPaper = pointer.hasPrefix("/evidence/")
        let isFace = isPaper && (pointer.hasSuffix("photo") || pointer.hasSuffix("face-capture"))
        let isLetter = isPaper && !isFace && !pointer.hasSuffix("-front") && !pointer.hasSuffix("-back")
        let isField = !isPaper && !pointer.isEmpty && pointer != "/use"
        let role = namedRoles.first { pointer.hasPrefix($0.pointer + "/") }
        switch code {
        case "unreadable": return isPaper
        case "wrong-document": return isPaper && !isFace
        case "not-sealed": return isLetter
        case "face-different", "liveness-failed": return isFace
        case "does-not-match": return isPaper || isField
        case "expired": return isPaper && !isFace || isField && pointer.hasSuffix("/validUntil")
        case "identity-mismatch": return role == nil && isField && isOfIdentity(pointer, withName: true)
        case "identity-no-record", "document-not-in-service": return role == nil && isField && isOfIdentity(pointer, withName: false)
        case "guardian-identity-mismatch": return role == .guardian && isOfIdentity(pointer, withName: true)
        case "guardian-identity-no-record", "guardian-document-not-in-service":
            return role == .guardian && isOfIdentity(pointer, withName: false)
        case "proxy-identity-mismatch": return role == .proxy && isOfIdentity(pointer, withName: true)
        case "proxy-identity-no-record", "proxy-document-not-in-service": return role == .proxy && isOfIdentity(pointer, withName: false)
        case "not-authorised": return isLetter || pointer.isEmpty || pointer == "/use"
        case "use-not-plausible": return pointer.isEmpty || pointer == "/use"
        case "carrier-refused": return pointer.isEmpty
        default: return true
        }
    }

    private static func isOfIdentity(_ pointer: String, withName: Bool) -> Bool {
        pointer.hasSuffix("/documentNumber") || withName && pointer.hasSuffix("/name")
    }
}

extension ReasonInForce {
    /// What becomes of a case where the reviewer chose the reason alone.
    package var usualVerdict: DecisionVerdict {
        guard let own else { return DecisionReason.refusing.contains(code) ? .refuse : .sendBack }
        let mayMend = own.verdicts?.contains(.sendBack) ?? true
        return mayMend ? .sendBack : .refuse
    }

    /// Whether it is offered there.
    package func isUsual(at pointer: String, _ kind: ApplicationKind) -> Bool {
        guard let own else { return DecisionReason.isUsual(code, at: pointer) }
        return own.fits(nil, kind) && own.isAbout(pointer)
    }
}
