import SQLCore

/// Its message names tables and constraints, never a bound value.
extension SQLFailure: ErrorSafeToLog {}
