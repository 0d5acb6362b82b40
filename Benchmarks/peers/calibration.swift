// What a Swift compiler and its library make of ordinary work: text cut and joined, a dictionary, a sorted array. None of it is Shiming's, so
// that a change of the count is the compiler's, the library's or the machine's.
//
//   calibration TIMES

@main enum Calibration {
    static func main() {
        let times = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 0
        var seen: [String: Int] = [:]
        var lengths: [Int] = []
        for time in 0..<times {
            let line = "898604\(1_000_000 + time),1440\(time % 1_000),product-\(time % 7)"
            let fields = line.split(separator: ",")
            seen[String(fields[2]), default: 0] += fields[0].utf8.count
            lengths.append(fields.reduce(0) { $0 + Int($1.utf8.first ?? 0) } &* 31 % 1_009)
            if lengths.count == 64 {
                lengths.sort()
                lengths.removeSubrange(8...)
            }
        }
        print(seen.values.reduce(0, +) + lengths.count)
    }
}
