/// One piece of a `multipart/form-data` body as it becomes known (RFC 7578).
package enum MultipartEvent: Sendable, Equatable {
    case partBegin(MultipartPart)
    /// Content of the open part, as much as is known; never empty.
    case data([UInt8])
    case partEnd
}

/// What the head of a part says. A file name is a claim: good for showing to its uploader, never for choosing a type or a path.
package struct MultipartPart: Sendable, Equatable {
    package let name: String
    package let filename: String?
    package let contentType: String?

    package init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }
}

/// How much a body may ask of us.
package struct MultipartLimits: Sendable, Equatable {
    package var parts: Int
    /// Bytes of one part's head.
    package var headerBytes: Int
    /// Bytes of the whole body, boundaries included.
    package var totalBytes: Int

    package init(parts: Int = 32, headerBytes: Int = 4096, totalBytes: Int = 64 << 20) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.totalBytes = totalBytes
    }
}

/// Why a body is not read further. The raw value is a stable code.
package enum MultipartRefusal: String, Error, Sendable, CaseIterable {
    /// The content type names no usable boundary (RFC 2046 §5.1.1).
    case boundary = "multipart-boundary"
    /// Something else stands where a boundary line must stand.
    case malformed = "multipart-malformed"
    /// A part's head cannot be read, or has no name.
    case header = "multipart-header"
    /// The body ends before its closing boundary.
    case incomplete = "multipart-incomplete"
    case tooManyParts = "multipart-too-many-parts"
    case headerTooLarge = "multipart-header-too-large"
    case tooLarge = "multipart-too-large"
}
