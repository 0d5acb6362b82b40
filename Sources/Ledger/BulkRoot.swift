/// The root over very many leaves in one pass and constant memory: a bulk registration commits to the tree of its cards.
///
///     var root = BulkRoot()
///     for card in cards { writer.removeAll(); write(card, to: &writer); root.add(writer.bytes) }
///     let head = root.finish()
package struct BulkRoot: Sendable {
    private var frontier = TreeFrontier()

    package init() {}

    package mutating func add(_ leaf: [UInt8]) { frontier.append(leaf: leaf) }
    package mutating func add(_ leaf: UnsafeRawBufferPointer) { frontier.append(leafHash: MerkleHash.leaf(leaf)) }

    package consuming func finish() -> TreeHead { frontier.head }
}
