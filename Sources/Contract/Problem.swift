/// A refusal as it goes over the wire (RFC 9457). Never holds personal data.
package struct Problem: Codable, Hashable, Sendable {
    package var type: String
    /// The reason, in the language asked for.
    package var title: String
    package var status: Int
    /// Stable, for programs.
    package var code: String
    package var detail: String?
    /// What would mend it.
    package var mend: String?
    /// The rules it rests on (`R-25-09`).
    package var requirements: [String]?
    /// JSON pointer of the field concerned (RFC 6901).
    package var pointer: String?
    package var errors: [FieldError]?
    /// Seconds.
    package var retryAfter: Int?
    package var requestId: String?

    package init(
        type: String, title: String, status: Int, code: String, detail: String? = nil, mend: String? = nil,
        requirements: [String]? = nil, pointer: String? = nil, errors: [FieldError]? = nil, retryAfter: Int? = nil,
        requestId: String? = nil
    ) {
        self.type = type
        self.title = title
        self.status = status
        self.code = code
        self.detail = detail
        self.mend = mend
        self.requirements = requirements
        self.pointer = pointer
        self.errors = errors
        self.retryAfter = retryAfter
        self.requestId = requestId
    }
}

/// What is wrong with one field.
package struct FieldError: Codable, Hashable, Sendable {
    package var pointer: String?
    package var code: String
    package var title: String
    package var mend: String?
    package var requirements: [String]?

    package init(pointer: String?, code: String, title: String, mend: String? = nil, requirements: [String]? = nil) {
        self.pointer = pointer
        self.code = code
        self.title = title
        self.mend = mend
        self.requirements = requirements
    }
}
