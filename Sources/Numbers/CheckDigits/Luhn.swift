/// The Luhn check of ICCID (ITU-T E.118) and IMEI (3GPP TS 23.003, annex B), the last digit being the check digit.
enum Luhn {
    /// The characters must be digits.
    @inline(__always)
    static func holds(_ digits: Characters) -> Bool {
        var sum = 0
        var index = digits.count &- 1
        var doubled = false
        while index >= 0 {
            let digit = digits.digit(index)
            let twice = digit &* 2
            sum &+= doubled ? (twice > 9 ? twice &- 9 : twice) : digit
            doubled.toggle()
            index &-= 1
        }
        return sum % 10 == 0
    }
}
