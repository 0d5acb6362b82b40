import Records
import Registry

/// A file of cards as the worker sees it: stretches of checked rows, in the order of the file, from any position.
protocol IntakeSource: AnyObject {
    /// Reads the file once from end to end, so that repeats and contradictions are known; how many rows it has.
    /// `step` is called again and again on the way. Throws a `Refusal` when the file as a whole cannot be taken.
    func prepare(_ step: () -> Void) throws -> Int64

    /// The rows from `position` (counted from 0), at most `limit` of them; nil at the end.
    func stretch(from position: Int64, limit: Int) throws -> IntakeBatch?
}
