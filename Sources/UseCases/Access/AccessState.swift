/// What signing in keeps in memory: principals lately proved, failures lately counted, and the threads that hash passwords.
final class AccessState: Sendable {
    let principals: PrincipalCache
    let throttle: SignInThrottle
    let passwords: PasswordThreads

    init(_ settings: Settings) {
        principals = PrincipalCache(max: settings.tokenCacheMax, recheckSeconds: settings.tokenRecheckSeconds)
        throttle = SignInThrottle(waitSecondsMax: settings.signInWaitSecondsMax)
        passwords = PasswordThreads(width: settings.passwordThreads, queueMax: settings.passwordQueueMax)
    }
}
