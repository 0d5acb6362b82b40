import HTTPTypes
import Hummingbird
import NIOCore
import Registry
import Web

/// The file of an upload: the body itself, or the part named `file` of a multipart body, as it comes.
struct UploadedFile: AsyncSequence, Sendable {
    let body: RequestBody
    /// Nil when the body is the file.
    let parser: MultipartParser?

    struct AsyncIterator: AsyncIteratorProtocol {
        var body: RequestBody.AsyncIterator
        var parser: MultipartParser?
        private var isFile = false
        private var files = 0

        init(body: RequestBody.AsyncIterator, parser: MultipartParser?) {
            self.body = body
            self.parser = parser
        }

        mutating func next() async throws -> [UInt8]? {
            while let buffer = try await body.next() {
                let bytes = try fileBytes(Array(buffer.readableBytesView))
                if !bytes.isEmpty { return bytes }
            }
            try end()
            return nil
        }

        private mutating func fileBytes(_ chunk: [UInt8]) throws -> [UInt8] {
            guard parser != nil else { return chunk }
            var bytes: [UInt8] = []
            do {
                for event in try parser?.push(chunk) ?? [] {
                    switch event {
                    case .partBegin(let part):
                        isFile = part.name == "file"
                        if isFile { files += 1 }
                        guard isFile, files == 1 else { throw Refusal.uploadParts }
                    case .data(let data): bytes += data
                    case .partEnd: isFile = false
                    }
                }
            } catch let refusal as MultipartRefusal {
                throw Refusal.multipart(refusal)
            }
            return bytes
        }

        private func end() throws {
            guard let parser else { return }
            do { try parser.finish() } catch { throw Refusal.multipart(error) }
        }
    }

    func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(body: body.makeAsyncIterator(), parser: parser)
    }

    func collect() async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await chunk in self { bytes += chunk }
        return bytes
    }
}

extension Call {
    /// Throws `multipart-boundary`.
    func uploadedFile() throws(Refusal) -> UploadedFile {
        let type = headers[.contentType] ?? ""
        guard type.lowercased().hasPrefix("multipart/form-data") else { return UploadedFile(body: stream, parser: nil) }
        do {
            // The edge has limited the body already.
            return UploadedFile(
                body: stream, parser: try MultipartParser(contentType: type, limits: MultipartLimits(parts: 4, totalBytes: .max)))
        } catch {
            throw .multipart(error)
        }
    }
}

extension Refusal {
    static let uploadParts = Refusal(
        "upload-parts", .malformed, house: .form, en: "An upload has one part, named file.", zh: "上传内容应只有一个名为 file 的部分。",
        mend: LocalText(en: "Send the file alone.", zh: "请只上传文件本身。"))

    static func multipart(_ refusal: MultipartRefusal) -> Refusal {
        Refusal(
            refusal.rawValue, refusal == .tooLarge ? .tooLarge : .malformed, house: .form, en: "The multipart body cannot be read.",
            zh: "无法读取 multipart 正文。",
            mend: LocalText(en: "Send the file as the body itself, or as RFC 7578 says.", zh: "请直接以文件作为正文，或遵循 RFC 7578。"))
    }
}
