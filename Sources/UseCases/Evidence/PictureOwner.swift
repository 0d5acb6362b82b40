import Registry

extension Principal {
    /// Among whom the children that look at pictures and copy them are shared. Whoever comes by a link or a code counts to the agent who gave
    /// it, however many are given and wherever they are opened; staff count for themselves, so that a crowd of persons keeps no counter waiting.
    package var pictureOwner: String {
        switch scope {
        case .card, .part: "organisation \(organisation)"
        case .everything, .subtree, .unit: "account \(account)"
        }
    }
}
