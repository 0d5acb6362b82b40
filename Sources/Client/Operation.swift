import Contract

/// Not Foundation's.
package typealias Operation = Contract.Operation
