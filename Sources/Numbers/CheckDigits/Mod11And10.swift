/// ISO 7064 MOD 11,10, the hybrid system of the old business-licence number.
enum Mod11And10 {
    /// The characters must be digits, the last one the check digit.
    @inline(__always)
    static func holds(_ digits: Characters) -> Bool {
        var product = 10
        var index = 0
        while index < digits.count &- 1 {
            // The standard's "remainder by 10, where 0 counts as 10": the product is never 0, so the sum is not either.
            var sum = product &+ digits.digit(index)
            if sum > 10 { sum &-= 10 }
            product = sum &* 2
            if product > 10 { product &-= 11 }
            index &+= 1
        }
        return (product &+ digits.digit(digits.count &- 1)) % 10 == 1
    }
}
