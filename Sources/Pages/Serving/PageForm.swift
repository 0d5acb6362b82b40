import Foundation
import HTTPTypes
import Hummingbird
import Registry
import Web

/// What a form sent: a few short fields, and a file where one is taken.
package struct PageForm: Sendable {
    package private(set) var fields: [String: String] = [:]
    package private(set) var file: [UInt8] = []
    /// Of `papers`: by the name of their fields; none is empty.
    package private(set) var files: [String: [UInt8]] = [:]
    /// Of `papers`: fields whose file was too large to be held.
    package private(set) var overlarge: Set<String> = []
    /// The body of a page's script.
    package private(set) var json: [UInt8] = []

    package init(fields: [String: String] = [:]) { self.fields = fields }

    /// Bytes of the fields of a form together, names included.
    package static let fieldBytesMax = 64 << 10

    package subscript(_ name: String) -> String? { fields[name] }

    package func isTicked(_ name: String) -> Bool { fields[name] == "yes" }

    /// Of the files of a long form, how many of the largest are held together, and how large its body may be.
    private static let papersHeld = 4
    private static let papersMax = 16

    /// - Parameters:
    ///   - file: bytes of the largest body with a file; of `papers`, of the largest file.
    ///   - holdsFiles: of `papers`: false reads what was typed alone, beside no more than could be held.
    package static func read(_ request: Request, _ body: PageBody, file: Int, holdsFiles: Bool = true) async throws -> PageForm {
        let limit =
            switch body {
            case .form: fieldBytesMax
            case .papers: (holdsFiles ? papersMax : papersHeld) * file
            default: file
            }
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit { throw Refusal.bodyTooLarge }
        let type = request.headers[.contentType] ?? ""
        switch body {
        case .none: return PageForm()
        case .script:
            var form = PageForm()
            form.json = try await collect(request.body, limit)
            return form
        case .papers where type.lowercased().hasPrefix("multipart/form-data"):
            return try await papers(request.body, type, limit, holdsFiles ? file : 0)
        case .form, .upload, .papers:
            if type.lowercased().hasPrefix("multipart/form-data") { return try await multipart(request.body, type, limit) }
            guard type.lowercased().hasPrefix("application/x-www-form-urlencoded") else { throw Refusal.formUnreadable }
            return try urlencoded(await collect(request.body, fieldBytesMax))
        }
    }

    private static func collect(_ body: RequestBody, _ limit: Int) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        for try await buffer in body {
            guard bytes.count + buffer.readableBytes <= limit else { throw Refusal.bodyTooLarge }
            bytes.append(contentsOf: buffer.readableBytesView)
        }
        return bytes
    }

    /// The first value of a name counts.
    package static func urlencoded(_ bytes: [UInt8]) throws(Refusal) -> PageForm {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .formUnreadable }
        var form = PageForm()
        for pair in text.split(separator: "&").prefix(100) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let plain = parts.map { $0.replacing("+", with: " ").removingPercentEncoding }
            guard let name = plain[0], let value = plain.count > 1 ? plain[1] : "" else { throw .formUnreadable }
            form.fields[name] = form.fields[name] ?? value
        }
        return form
    }

    private static func multipart(_ body: RequestBody, _ type: String, _ limit: Int) async throws -> PageForm {
        var form = PageForm()
        do {
            var parser = try MultipartParser(contentType: type, limits: MultipartLimits(parts: 40, totalBytes: limit))
            var part: MultipartPart?
            var value: [UInt8] = []
            var fieldBytes = 0
            for try await buffer in body {
                for event in try parser.push(buffer.readableBytesView) {
                    switch event {
                    case .partBegin(let begun):
                        part = begun
                        value = []
                    case .data(let data):
                        value += data
                        if part?.filename == nil { fieldBytes += data.count }
                        guard fieldBytes <= fieldBytesMax else { throw Refusal.bodyTooLarge }
                    case .partEnd:
                        if let part { try form.keep(part, value) }
                        part = nil
                    }
                }
            }
            try parser.finish()
        } catch let refusal as MultipartRefusal {
            throw refusal == .tooLarge ? Refusal.bodyTooLarge : Refusal.formUnreadable
        }
        return form
    }

    private static func papers(_ body: RequestBody, _ type: String, _ limit: Int, _ fileMax: Int) async throws -> PageForm {
        var form = PageForm()
        do {
            var parser = try MultipartParser(contentType: type, limits: MultipartLimits(parts: 120, totalBytes: limit))
            var part: MultipartPart?
            var value: [UInt8] = []
            var (fieldBytes, held, isOverlarge) = (0, 0, false)
            for try await buffer in body {
                for event in try parser.push(buffer.readableBytesView) {
                    switch event {
                    case .partBegin(let begun): (part, value, isOverlarge) = (begun, [], false)
                    case .data where isOverlarge: break
                    case .data(let data):
                        if part?.filename == nil {
                            fieldBytes += data.count
                            guard fieldBytes <= fieldBytesMax else { throw Refusal.bodyTooLarge }
                        } else if value.count + data.count > fileMax || held + value.count + data.count > papersHeld * fileMax {
                            (value, isOverlarge) = ([], true)
                            continue
                        }
                        value += data
                    case .partEnd:
                        if let part, part.filename == nil {
                            try form.keep(part, value)
                        } else if let part, isOverlarge {
                            form.overlarge.insert(part.name)
                        } else if let part, !value.isEmpty, form.files[part.name] == nil {
                            held += value.count
                            form.files[part.name] = value
                        }
                        part = nil
                    }
                }
            }
            try parser.finish()
        } catch let refusal as MultipartRefusal {
            throw refusal == .tooLarge ? Refusal.bodyTooLarge : Refusal.formUnreadable
        }
        return form
    }

    private mutating func keep(_ part: MultipartPart, _ value: [UInt8]) throws(Refusal) {
        guard part.filename == nil else {
            if part.name == "file", file.isEmpty { file = value }
            return
        }
        guard let text = String(validating: value, as: UTF8.self) else { throw .formUnreadable }
        fields[part.name] = fields[part.name] ?? text
    }
}

extension Refusal {
    package static let formUnreadable = Refusal(
        "form-unreadable", .malformed, house: .form, en: "The form cannot be read.", zh: "无法读取表单。",
        mend: LocalText(en: "Load the page again and send it once more.", zh: "请刷新页面后重新提交。"))
    package static let formForeign = Refusal(
        "form-not-of-page", .forbidden, house: .pages, en: "The form was not from this page, or it was too old.", zh: "该表单不是来自本页，或已过期。",
        mend: LocalText(en: "Load the page again and send it once more.", zh: "请刷新页面后重新提交。"))
}
