/// One wish, as it is known to its carrier: told twice it is the same wish.
package enum CarrierOrders {}
package typealias CarrierOrderID = Identifier<CarrierOrders>
