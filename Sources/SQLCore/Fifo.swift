/// First in, first out, without moving what waits at every step.
package struct Fifo<Element> {
    /// What was taken out is let go at once; its place is given up later.
    private var places: [Element?] = []
    private var start = 0

    package init() {}

    package var count: Int { places.count - start }
    package var isEmpty: Bool { count == 0 }
    package var first: Element? { isEmpty ? nil : places[start] }

    package mutating func append(_ element: Element) { places.append(element) }

    package mutating func popFirst() -> Element? {
        guard let element = first else { return nil }
        places[start] = nil
        start += 1
        if start > 256, start * 2 > places.count {
            places.removeFirst(start)
            start = 0
        }
        return element
    }
}
