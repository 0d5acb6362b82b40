import Contract

/// The contract's, not Foundation's.
typealias Operation = Contract.Operation
