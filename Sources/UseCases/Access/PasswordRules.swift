import Registry

/// What a password must be: long, not made of one or two characters or a run, and without the login name in it.
enum PasswordRules {
    private static let bounds = TextBounds(1...256)

    static func check(_ password: String, login: String, charactersMin: Int) throws(Refusal) {
        guard password.count >= charactersMin, bounds.admit(password), Set(password).count > 4, !isRun(password),
            !password.lowercased().contains(login)
        else { throw .passwordWeak }
    }

    /// `1234567890`, `abcdefghij`: each character follows the one before.
    private static func isRun(_ password: String) -> Bool {
        let values = password.unicodeScalars.map { Int($0.value) }
        let steps = zip(values, values.dropFirst()).map { $1 - $0 }
        let even = steps.filter { abs($0) <= 1 }.count
        return even >= steps.count - 1
    }
}
