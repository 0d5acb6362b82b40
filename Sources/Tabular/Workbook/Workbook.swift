/// Where the first visible sheet and the shared texts of an XLSX file lie (ECMA-376 part 1, 18.2; part 2, 9).
struct Workbook {
    let sheet: String
    let sharedStrings: String?

    static func find(in archive: ZipArchive, limits: TabularLimits) throws(TabularRefusal) -> Workbook {
        guard let root = try relationships("_rels/.rels", of: "", in: archive, limits: limits),
            let book = root.first(where: { $0.kind == "officeDocument" })
        else { throw TabularRefusal(.workbookPartMissing) }
        let folder = book.target.split(separator: "/").dropLast().joined(separator: "/")
        let file = book.target.split(separator: "/").last ?? ""
        let links = try relationships("\(folder)/_rels/\(file).rels", of: folder, in: archive, limits: limits)
        guard let links, let part = try archive.part(book.target) else { throw TabularRefusal(.workbookPartMissing) }
        let sheets = SheetList()
        _ = try MarkupReader.readAll(part, name: "workbook", limits: limits, handler: sheets)
        let worksheets = links.filter { $0.kind == "worksheet" }
        for id in sheets.visible {
            guard let link = worksheets.first(where: { $0.id == id }) else { continue }
            return Workbook(sheet: link.target, sharedStrings: links.first { $0.kind == "sharedStrings" }?.target)
        }
        throw TabularRefusal(sheets.count > 0 ? .noVisibleSheet : .workbookPartMissing)
    }

    private static func relationships(
        _ name: String, of folder: String, in archive: ZipArchive, limits: TabularLimits
    ) throws(TabularRefusal) -> [RelationshipList.Link]? {
        guard let part = try archive.part(name) else { return nil }
        let list = RelationshipList(folder)
        _ = try MarkupReader.readAll(part, name: "relationships", limits: limits, handler: list)
        return list.links
    }
}

extension MarkupReader {
    /// Reads a small part from start to end.
    static func readAll(_ part: ZipPart, name: String, limits: TabularLimits, handler: any MarkupHandler) throws(TabularRefusal) {
        let reader = try MarkupReader(part, name: name, limits: limits, handler: handler)
        while try reader.advance() {}
    }
}

private final class SheetList: MarkupHandler {
    private static let limit = 10_000
    private(set) var visible: [String] = []
    private(set) var count = 0

    func opened(_ name: MarkupName, _ attributes: MarkupAttributes) {
        guard "sheet" ~= name, count < Self.limit else { return }
        count += 1
        if let state = attributes["state"], state != "visible" { return }
        // `r:id`; the prefix varies, and `sheetId` is another attribute.
        if let id = attributes["id"] { visible.append(id) }
    }

    func closed(_: MarkupName) {}
    func text(_: UnsafePointer<CChar>, _: Int) {}
}

private final class RelationshipList: MarkupHandler {
    struct Link {
        let id: String
        /// The last component of the type; the strict and the transitional format differ before it.
        let kind: String
        /// The part's name in the archive.
        let target: String
    }

    private static let limit = 10_000
    private let folder: String
    private(set) var links: [Link] = []

    init(_ folder: String) { self.folder = folder }

    func opened(_ name: MarkupName, _ attributes: MarkupAttributes) {
        guard "Relationship" ~= name, links.count < Self.limit else { return }
        guard let id = attributes["Id"], let type = attributes["Type"], let target = attributes["Target"] else { return }
        guard attributes["TargetMode"] != "External" else { return }
        links.append(Link(id: id, kind: String(type.split(separator: "/").last ?? ""), target: resolved(target)))
    }

    func closed(_: MarkupName) {}
    func text(_: UnsafePointer<CChar>, _: Int) {}

    /// Targets are relative to the folder of their part unless they begin with a slash.
    private func resolved(_ target: String) -> String {
        var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
        for step in target.split(separator: "/") where step != "." {
            if step == ".." { _ = path.popLast() } else { path.append(step) }
        }
        return path.joined(separator: "/")
    }
}
