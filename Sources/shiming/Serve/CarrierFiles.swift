import ArgumentParser
import Carriers
import UseCases

/// Connections to carriers as their files say them; read before anything is opened.
enum CarrierFiles {
    static func read(_ paths: [String]) throws -> [CarrierConnection] {
        var connections: [CarrierConnection] = []
        for path in paths {
            do throws(CarrierConnectionRefusal) {
                connections.append(try CarrierConnection.read(path))
            } catch {
                throw ValidationError(error.description)
            }
        }
        guard Set(connections.map(\.name)).count == connections.count else {
            throw ValidationError("two connections to carriers have the same name")
        }
        return connections
    }

    static func open(_ connections: [CarrierConnection], _ settings: Settings) throws -> CarrierGateways {
        CarrierGateways(try connections.map { try open($0, allowsSandbox: settings.carrierSandboxAllowed > 0) })
    }

    static func open(_ connection: CarrierConnection, allowsSandbox: Bool) throws -> any CarrierGateway {
        do {
            return try connection.open(allowsSandbox: allowsSandbox)
        } catch let fault as CarrierConnectionFault {
            throw ValidationError("connection \(connection.name): \(fault)")
        }
    }
}
