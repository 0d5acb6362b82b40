import Foundation
import Hummingbird
import Ledger
import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// So many columns can be said anew; those behind them are what their headings say.
    private static let columnsShown = 60

    /// What would become of a file: its columns, its first problems, and what to say better before it is taken in.
    func previewPage(of id: IntakeID, _ refusal: Refusal? = nil) async throws -> ConsolePage {
        let preview = try await installation.previewIntake(as: principal(), id)
        let products = may(.productRead) ? try await installation.listProducts(as: principal(), limit: 500).rows : []
        let intake = preview.intake
        let progress = preview.progress
        let address = id.description
        // What was typed and refused is not lost.
        let isTyped = refusal != nil && form["reading"] == nil
        let rows = progress.taken + progress.known + progress.repeated + progress.failed
        var values: [String: Any] = [
            "kind": words["intakeKind.\(intake.kind.rawValue)"], "format": words["intakeFormat.\(intake.format)"],
            "created": words.time(intake.createdAt),
            "batch": isTyped ? form["batch"] ?? "" : intake.batch,
            "province": isTyped ? form["province"] ?? "" : intake.province.map(String.init) ?? "",
            "products": choices(of: products, chosen: isTyped ? form["product"] : preview.product?.text),
            "isHeadless": isTyped ? form.isTicked("headless") : !preview.hasHeading,
            "columns": preview.columns.prefix(Self.columnsShown).map { row($0, isTyped ? form["column-\($0.place)"] : nil) },
            "hasMoreColumns": preview.columns.count > Self.columnsShown,
            "unusedCount": String(preview.columns.count { $0.field == nil }),
            "usedCount": String(preview.columns.count { $0.field != nil }),
            "looked": words(preview.isBeginning ? "preview.first" : "preview.whole", ["n": String(rows)]),
            "taken": String(progress.taken), "known": String(progress.known), "repeated": String(progress.repeated),
            "failed": String(progress.failed), "hasFailed": progress.failed > 0,
            "problems": preview.problems.map(row), "hasProblems": !preview.problems.isEmpty,
            "isTakeable": preview.refusal == nil, "reading": intake.reading, "mend": ConsoleLink.mendIntake(address).address,
            "confirm": ConsoleLink.confirmIntake(address).address, "cancel": ConsoleLink.cancelIntake(address).address,
            "until": intake.repairExpiresAt.map { words.time($0) } ?? "",
        ]
        if let fault = preview.refusal {
            values["fault"] = ["reason": fault.reason.text(in: language), "mend": fault.mend.text(in: language)]
        }
        return ConsolePage(
            template: "intake-preview", title: words("preview.title", ["batch": intake.batch]), values: values, refusal: refusal,
            section: .intakes)
    }

    private func row(_ column: IntakePreview.Column, _ typed: String?) -> [String: Any] {
        let chosen = typed ?? column.field ?? ""
        var look = words["preview.lookEmpty"]
        if let (beginning, characters) = column.look {
            let values = ["beginning": beginning, "n": String(characters)]
            look = words(beginning.isEmpty ? "preview.lookText" : "preview.lookNumber", values)
        }
        return [
            "place": String(column.place), "look": look,
            "name": column.name.isEmpty ? words("preview.column", ["n": String(column.place)]) : column.name,
            "isUsed": column.field != nil,
            "fields": IntakePreview.fields.map { field -> [String: Any] in
                ["code": field.code, "name": field.name.text(in: language), "isChosen": field.code == chosen]
            },
        ]
    }

    func mendIntake() async throws -> Response {
        let id: IntakeID = try identifier()
        do {
            let record = try await installation.readIntake(as: principal(), id)
            let filled = form.fields.filter { !$0.value.isEmpty }
            let province = try number("province")
            _ = try await installation.changeHeldIntake(
                as: principal(), id,
                IntakeRequest(
                    kind: record.kind, batch: filled["batch"], product: filled["product"], province: province, mapping: try typedMapping()))
            return redirect(to: .intake(id.description))
        } catch let refusal as Refusal where refusal.kind == .invalid {
            return try await write(previewPage(of: id, refusal))
        }
    }

    /// The choices of the form as `createIntake` takes them. What is no column or no field, the use case refuses.
    private func typedMapping() throws -> String {
        var columns = JSONObject()
        for (name, code) in form.fields.sorted(by: { $0.key < $1.key }) where name.hasPrefix("column-") {
            columns["#\(name.dropFirst("column-".count))"] = .string(code)
        }
        var mapping = JSONObject()
        mapping["columns"] = .object(columns)
        mapping["heading"] = .bool(!form.isTicked("headless"))
        return String(decoding: try JSONValue.object(mapping).canonicalBytes(), as: UTF8.self)
    }

    /// Sent twice, it is taken in once.
    func confirmIntake() async throws -> Response {
        let id: IntakeID = try identifier()
        do {
            _ = try await installation.confirmIntake(as: principal(), id, reading: form["reading"] ?? "")
        } catch let refusal as Refusal where [.invalid, .stale].contains(refusal.kind) {
            return try await write(previewPage(of: id, refusal))
        } catch let refusal as Refusal where refusal.kind == .notFound {
            _ = try await installation.readIntake(as: principal(), id)
        }
        return redirect(to: .intake(id.description))
    }
}
