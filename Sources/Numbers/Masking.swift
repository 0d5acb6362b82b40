extension NumberText {
    /// The first and last characters, a star for each one between. When that would hide fewer than four,
    /// only the very first and last stay; of fewer than three characters nothing does.
    func masked(first: Int, last: Int) -> String {
        if count - first - last < 4 && (first > 1 || last > 1) { return masked(first: min(first, 1), last: 1) }
        let hides = count < 3
        var characters = [UInt8](repeating: 0x2A, count: count)
        for index in 0..<count where !hides && (index < first || index >= count - last) { characters[index] = self[index] }
        return String(decoding: characters, as: UTF8.self)
    }
}
