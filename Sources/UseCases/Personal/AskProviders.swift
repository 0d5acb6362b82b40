import Records
import Registry
import SQLCore

extension Act {
    /// Which machines are asked about what was handed in. Where none is connected the case goes straight to a reviewer.
    func askProviders(about submission: SubmissionID, of application: ApplicationID, _ needs: VerificationNeeds) throws {}
}
