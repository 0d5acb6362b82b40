extension Wire {
    package struct Health: Codable, Hashable, Sendable {
        package var status: String

        package init(status: String) {
            self.status = status
        }
    }

    package struct Readiness: Codable, Hashable, Sendable {
        package var status: String
        package var checks: [String: String]

        package init(status: String, checks: [String: String]) {
            self.status = status
            self.checks = checks
        }
    }
}
