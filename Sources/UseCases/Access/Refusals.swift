import Registry

extension Refusal {
    /// The same for an unknown name, a wrong password, an account not enrolled yet and a dismissed one.
    package static let signInRefused = Refusal(
        "sign-in-refused", .unauthenticated, requirements: ["R-DP-24"], en: "The login name or the password is wrong.", zh: "登录名或密码错误。",
        mend: LocalText(en: "Check both; your administrator can renew your enrolment.", zh: "请核对后重试，或请管理员重新发放开通凭证。"))

    package static let signInSlowed = Refusal(
        "sign-in-slowed", .tooMany, requirements: ["R-DP-24"], en: "Too many attempts; wait a little.", zh: "尝试次数过多，请稍后再试。",
        mend: LocalText(en: "Wait, then try again.", zh: "请等待后重试。"))

    package static let signInBusy = Refusal(
        "sign-in-busy", .temporary, house: .availability, en: "Too many people are signing in at this moment.", zh: "当前登录人数过多。",
        mend: LocalText(en: "Try again in a few seconds.", zh: "请几秒后重试。")
    ).retry(afterSeconds: 2)

    package static let secondFactorRequired = Refusal(
        "second-factor-required", .unauthenticated, requirements: ["R-DP-24"], en: "A code of your second factor is needed.",
        zh: "需要第二验证因素的动态码。", mend: LocalText(en: "Send the six digits of your authenticator.", zh: "请输入验证器的六位动态码。"), pointer: "/code")

    package static let secondFactorWrong = Refusal(
        "second-factor-wrong", .unauthenticated, requirements: ["R-DP-24"], en: "The code is wrong, too old, or was used already.",
        zh: "动态码错误、过期或已使用。",
        mend: LocalText(en: "Wait for the next code; check the clock of your device.", zh: "请等待下一个动态码，并核对设备时间。"), pointer: "/code")

    package static let secondFactorNotBegun = Refusal(
        "second-factor-not-begun", .conflict, house: .states, en: "No second factor is being set up.", zh: "尚未开始设置第二验证因素。",
        mend: LocalText(en: "Begin setting it up first.", zh: "请先开始设置。"))

    package static let tokenRefused = Refusal(
        "token-refused", .unauthenticated, requirements: ["R-DP-24"], en: "The token is unknown, expired or revoked.", zh: "令牌不存在、已过期或已撤销。",
        mend: LocalText(en: "Sign in again.", zh: "请重新登录。"))

    package static let enrolmentRefused = Refusal(
        "enrolment-refused", .unauthenticated, requirements: ["R-DP-24"], en: "The enrolment token is unknown, expired or used.",
        zh: "开通凭证不存在、已过期或已使用。",
        mend: LocalText(en: "Ask whoever gave it to you for a new one.", zh: "请向发放人申请新的凭证。"), pointer: "/token")

    package static let organisationNotActive = Refusal(
        "organisation-not-active", .forbidden, requirements: ["R-25-17"], en: "Your organisation, or one above it, is suspended or ended.",
        zh: "您所在机构或其上级已暂停或终止。", mend: LocalText(en: "Ask the organisation above.", zh: "请联系上级机构。"))

    package static let passwordWeak = Refusal(
        "password-weak", .invalid, requirements: ["R-DP-24"],
        en: "The password is too short, too long or too simple, or contains the login name.",
        zh: "密码过短、过长、过于简单或包含登录名。",
        mend: LocalText(en: "Take a longer one, for instance four unrelated words.", zh: "请使用更长的密码，例如四个不相关的词。"), pointer: "/password")

    package static let loginTaken = Refusal(
        "login-taken", .conflict, house: .names, en: "Another account has this login name.", zh: "该登录名已被使用。",
        mend: LocalText(en: "Choose another.", zh: "请更换登录名。"), pointer: "/login")

    package static let loginNeeded = Refusal(
        "login-needed", .invalid, house: .form, en: "A login name is needed.", zh: "需要填写登录名。",
        mend: LocalText(en: "Choose a login name.", zh: "请填写登录名。"), pointer: "/login")

    package static let loginDiffers = Refusal(
        "login-differs", .invalid, house: .names, en: "The account has another login name already.", zh: "该账号已有其他登录名。",
        mend: LocalText(en: "Leave the login name out, or give the one you were told.", zh: "请省略登录名，或填写已告知的登录名。"), pointer: "/login")
}
