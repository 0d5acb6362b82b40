import HTTPTypes
import Hummingbird
import NIOCore
import Pages
import Registry
import Testing

@Suite("A long form with several files")
struct PapersFormTests {
    private static let boundary = "sample-boundary"

    private func body(_ parts: [(name: String, file: String?, text: String)]) -> String {
        parts.map { name, file, text in
            let named = file.map { "; filename=\"\($0)\"" } ?? ""
            return "--\(Self.boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(named)\r\n\r\n\(text)\r\n"
        }.joined() + "--\(Self.boundary)--\r\n"
    }

    private func read(_ text: String, file: Int = 100, type: String = "multipart/form-data; boundary=\(boundary)") async throws -> PageForm
    {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/",
            headerFields: [.contentType: type, .contentLength: String(text.utf8.count)])
        return try await PageForm.read(Request(head: head, body: RequestBody(buffer: ByteBuffer(string: text))), .papers, file: file)
    }

    @Test func `brings every file by its name, and none where none was chosen`() async throws {
        let form = try await read(
            body([
                ("card", nil, "8986"), ("file-a", "a.jpg", "first"), ("file-b", "b.jpg", "second"), ("file-c", "", ""), ("name", nil, "欧阳"),
            ]))
        #expect(form["card"] == "8986" && form["name"] == "欧阳")
        #expect(form.files == ["file-a": Array("first".utf8), "file-b": Array("second".utf8)])
        #expect(form.overlarge.isEmpty)
    }

    @Test func `keeps what was typed beside a file that is too large, before it and after`() async throws {
        let form = try await read(
            body([
                ("card", nil, "8986"), ("file-a", "a.jpg", String(repeating: "x", count: 101)), ("file-b", "b.jpg", "good"),
                ("name", nil, "欧阳"),
            ]))
        #expect(form["card"] == "8986" && form["name"] == "欧阳")
        #expect(form.overlarge == ["file-a"] && form.files == ["file-b": Array("good".utf8)])
    }

    @Test func `holds no file of whoever is not signed in, and all that he typed`() async throws {
        let text = body([("file-a", "a.jpg", "first"), ("card", nil, "8986"), ("file-b", "b.jpg", "second"), ("name", nil, "欧阳")])
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "localhost", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=\(Self.boundary)"])
        let form = try await PageForm.read(
            Request(head: head, body: RequestBody(buffer: ByteBuffer(string: text))), .papers, file: 1_000, holdsFiles: false)
        #expect(form["card"] == "8986" && form["name"] == "欧阳" && form.files.isEmpty)
    }

    @Test func `holds no more files together than it says`() async throws {
        let files = (0..<6).map { (name: "file-\($0)", file: "a.jpg" as String?, text: String(repeating: "x", count: 100)) }
        let form = try await read(body(files))
        #expect(form.files.count == 4 && form.overlarge == ["file-4", "file-5"])
    }

    @Test func `is refused as a whole where it is larger than any, or its fields are, or it is no form`() async throws {
        for (text, type, code) in [
            (body([("file-a", "a.jpg", String(repeating: "x", count: 1_700))]), nil, "body-too-large"),
            (body([("name", nil, String(repeating: "x", count: PageForm.fieldBytesMax + 1))]), nil, "body-too-large"),
            ("--\(Self.boundary)\r\nnothing", nil, "form-unreadable"), ("{}", "application/json", "form-unreadable"),
        ] as [(String, String?, String)] {
            do {
                _ = try await read(
                    text, file: code == "body-too-large" && text.utf8.count > 10_000 ? 10_000 : 100,
                    type: type ?? "multipart/form-data; boundary=\(Self.boundary)")
                Issue.record("taken: \(text.prefix(40))")
            } catch let refusal as Refusal {
                #expect(refusal.code == code)
            }
        }
    }

    @Test func `comes without files as well`() async throws {
        #expect(try await read("card=8986&name=x", type: "application/x-www-form-urlencoded")["card"] == "8986")
    }
}
