/// One run of a server, from its start to its end.
package enum ServerRuns {}
package typealias ServerRunID = Identifier<ServerRuns>
