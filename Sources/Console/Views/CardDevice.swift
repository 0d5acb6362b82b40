import Pages
import Records
import Registry
import UseCases
import Web

extension ConsoleVisit {
    /// In which device the card may be and in which it was seen, and what gives it another device or another SIM.
    func deviceOfCard(_ view: LifeView) -> [String: Any] {
        let life = view.life
        let moves = view.deviceChanges ?? 0
        var values: [String: Any] = [
            "mode": words["binding.\(view.bindingMode.rawValue)"],
            // During tests a card may be in any device (R-IC-07).
            "isElsewhere": view.isInAnotherDevice && life.standing.state != .testable,
            "moved": moves > 0 ? [words("card.deviceChanges", ["n": String(moves)])] : [],
            "asks": view.changes.filter { $0.obstacle == nil }.map { asking(for: $0.command) },
        ]
        // What was said last counts: a pool, or a device of its own.
        if let pool = life.pool, view.bindingMode == .imeiPool, life.binding.map({ $0.since < pool.since }) ?? true {
            values["pool"] = ["at": words.time(pool.since)]
        } else if let declared = life.binding {
            values["declared"] = ["imei": deviceText(declared.device), "at": words.time(declared.since)]
        }
        if let seen = life.usage?.device, let at = life.usage?.deviceAt {
            values["seen"] = ["imei": deviceText(seen), "at": words.time(at)]
        }
        if let first = life.usage?.firstDevice, let at = life.usage?.firstDeviceAt, first != life.usage?.device {
            values["before"] = ["imei": deviceText(first), "at": words.time(at)]
        }
        return values
    }

    private func asking(for command: LifeCommand) -> [String: Any] {
        let isDevice = command == .changeDevice
        let field = isDevice ? "imei" : "iccid"
        return [
            "command": command.rawValue, "name": commandName(command), "field": field, "typed": form[field] ?? "",
            "label": words[isDevice ? "card.newDevice" : "card.newSIM"], "hint": words[isDevice ? "card.newDeviceHint" : "card.newSIMHint"],
        ]
    }

    /// The 14 digits on which devices are compared (R-NF-03).
    private func deviceText(_ key: Int64) -> String {
        let digits = String(key)
        return String(repeating: "0", count: max(0, 14 - digits.count)) + digits
    }
}
