/// Reads a `multipart/form-data` body chunk by chunk; where the chunks are cut makes no difference. Holds at most one part's head and
/// one boundary's length, whatever the size of the body.
///
/// Strict where senders have no reason to differ (RFC 7578 with RFC 2046 §5.1): no text before the first or after the last boundary,
/// CRLF line ends, no padding on boundary lines, and a line of content that begins with the boundary is refused, not guessed at.
package struct MultipartParser: Sendable {
    private enum State {
        case start, boundaryEnd, header, content, epilogue, failed
    }

    private let delimiter: [UInt8]  // CRLF "--" boundary
    private let limits: MultipartLimits
    private var state = State.start
    private var pending: [UInt8] = []
    /// Bytes at the front of the content that belong to the head's empty line.
    private var lead = 0
    private var total = 0
    private var parts = 0

    package init(boundary: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartRefusal) {
        guard Self.isBoundary(boundary) else { throw .boundary }
        delimiter = Array("\r\n--\(boundary)".utf8)
        self.limits = limits
    }

    /// - Parameter contentType: the value of the `Content-Type` field.
    package init(contentType: String, limits: MultipartLimits = MultipartLimits()) throws(MultipartRefusal) {
        guard let value = MultipartHeader.Value(contentType), value.word == "multipart/form-data", let boundary = value["boundary"] else {
            throw .boundary
        }
        try self.init(boundary: boundary, limits: limits)
    }

    /// 1 to 70 characters of `bchars`, not ending in a space (RFC 2046 §5.1.1).
    private static func isBoundary(_ text: String) -> Bool {
        let others = Array("'()+_,-./:=? ".utf8)
        return (1...70).contains(text.utf8.count) && text.last != " "
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                default: others.contains(byte)
                }
            }
    }

    /// After a refusal every further call refuses.
    package mutating func push(_ chunk: some Sequence<UInt8>) throws(MultipartRefusal) -> [MultipartEvent] {
        let before = pending.count
        pending.append(contentsOf: chunk)
        total += pending.count - before
        var events: [MultipartEvent] = []
        do throws(MultipartRefusal) {
            guard total <= limits.totalBytes else { throw .tooLarge }
            var position = 0
            while try step(&position, &events) {}
            pending.removeFirst(position)
        } catch {
            state = .failed
            pending = []
            throw error
        }
        return events
    }

    /// Call when the body has ended.
    package func finish() throws(MultipartRefusal) {
        guard state == .epilogue else { throw state == .failed ? .malformed : .incomplete }
        guard pending.isEmpty || pending == [0x0D, 0x0A] else { throw .malformed }
    }

    /// Consumes what is certain from `position` on; false when more bytes are needed.
    private mutating func step(_ position: inout Int, _ events: inout [MultipartEvent]) throws(MultipartRefusal) -> Bool {
        switch state {
        case .start: try readFirstBoundary(&position)
        case .boundaryEnd: try readBoundaryEnd(&position)
        case .header: try readHeader(&position, &events)
        case .content: readContent(&position, &events)
        case .epilogue: try checkEpilogue(position)
        case .failed: throw .malformed
        }
    }

    /// The first boundary stands at the very beginning, without the line break before it.
    private mutating func readFirstBoundary(_ position: inout Int) throws(MultipartRefusal) -> Bool {
        let opening = delimiter.dropFirst(2)
        let known = pending[position...].prefix(opening.count)
        guard opening.starts(with: known) else { throw .malformed }
        guard known.count == opening.count else { return false }
        position += opening.count
        state = .boundaryEnd
        return true
    }

    /// CRLF opens a part, "--" closes the body.
    private mutating func readBoundaryEnd(_ position: inout Int) throws(MultipartRefusal) -> Bool {
        let next = pending[position...].prefix(2)
        guard next.count == 2 else { return false }
        switch (next[position], next[position + 1]) {
        case (0x0D, 0x0A):
            parts += 1
            guard parts <= limits.parts else { throw .tooManyParts }
            state = .header
        case (0x2D, 0x2D):
            guard parts > 0 else { throw .malformed }
            state = .epilogue
        default:
            throw .malformed
        }
        position += 2
        return true
    }

    private mutating func readHeader(_ position: inout Int, _ events: inout [MultipartEvent]) throws(MultipartRefusal) -> Bool {
        guard let end = find([0x0D, 0x0A, 0x0D, 0x0A], from: position) else {
            // Three bytes of the end may already be here.
            guard pending.count - position < limits.headerBytes + 4 else { throw .headerTooLarge }
            return false
        }
        guard end - position <= limits.headerBytes else { throw .headerTooLarge }
        events.append(.partBegin(try MultipartHeader.part(pending[position..<end])))
        // The empty line's break stays: it may already be the one before a boundary, when the part is empty.
        position = end + 2
        lead = 2
        state = .content
        return true
    }

    /// Gives out everything that cannot be the beginning of a boundary.
    private mutating func readContent(_ position: inout Int, _ events: inout [MultipartEvent]) -> Bool {
        let found = find(delimiter, from: position)
        let end = found ?? max(position, pending.count - delimiter.count + 1)
        if end > position + lead || found != nil {
            if end > position + lead { events.append(.data(Array(pending[(position + lead)..<end]))) }
            position = end
            lead = 0
        }
        guard found != nil else { return false }
        events.append(.partEnd)
        position += delimiter.count
        state = .boundaryEnd
        return true
    }

    private func checkEpilogue(_ position: Int) throws(MultipartRefusal) -> Bool {
        guard [0x0D, 0x0A].starts(with: pending[position...]) else { throw .malformed }
        return false
    }

    /// Where `pattern` begins, at or after `start`.
    private func find(_ pattern: [UInt8], from start: Int) -> Int? {
        pending.withUnsafeBufferPointer { bytes in
            var at = start
            let last = bytes.count - pattern.count
            search: while at <= last {
                if bytes[at] != pattern[0] {
                    at += 1
                    continue
                }
                for offset in 1..<pattern.count where bytes[at + offset] != pattern[offset] {
                    at += 1
                    continue search
                }
                return at
            }
            return nil
        }
    }
}
