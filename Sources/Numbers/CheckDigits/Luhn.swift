/// The Luhn check of ICCID (ITU-T E.118) and IMEI (3GPP TS 23.003, annex B), the last digit being the check digit.
enum Luhn {
    /// The characters must be digits.
    @inline(__always)
    static func holds(_ digits: Characters) -> Bool {
        var sum = 0
        var index = digits.count &- 1
        // From the right, every second digit counts twice, less nine when that has two digits.
        while index > 0 {
            let twice = digits.digit(index &- 1) &* 2
            sum &+= digits.digit(index) &+ (twice > 9 ? twice &- 9 : twice)
            index &-= 2
        }
        if index == 0 { sum &+= digits.digit(0) }
        return sum % 10 == 0
    }
}
