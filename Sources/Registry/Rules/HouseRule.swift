/// A rule of the house: what no law demands and the system keeps to for its own order. A refusal that rests on no requirement rests on one
/// of these, so that nobody takes the system's order for the law, or the law for the system's whim.
package enum HouseRule: String, CaseIterable, Sendable {
    case form = "H-01"
    case choice = "H-02"
    case limits = "H-03"
    case availability = "H-04"
    case once = "H-05"
    case versions = "H-06"
    case pages = "H-07"
    case scope = "H-08"
    case states = "H-09"
    case names = "H-10"
    case organisation = "H-11"
    case hands = "H-12"
    case memory = "H-13"
    case outward = "H-14"
    case carrier = "H-15"
    case truth = "H-16"

    package var id: String { rawValue }

    package var text: LocalText {
        switch self {
        case .form:
            LocalText(
                en: "A request, a form or a file has the form its description says; what is not understood is refused and never guessed.",
                zh: "请求、表单和文件须符合约定的格式；无法理解的内容予以拒绝，不作猜测。")
        case .choice:
            LocalText(
                en: "An act says on what and what for: what is missing is asked for, what is final is confirmed.",
                zh: "操作须写明对象和内容；缺少的须补充，不可恢复的须确认。")
        case .limits:
            LocalText(
                en: "Everything has a limit: length, number, size, and each one's share of the server.",
                zh: "长度、数量、大小以及每个使用者占用的服务器资源均有上限。")
        case .availability:
            LocalText(
                en: "Where something that is needed is away, busy or damaged, that is said, and the act is not done by halves.",
                zh: "所需的组件不可用、繁忙或损坏时如实告知，不做半途的操作。")
        case .once:
            LocalText(en: "What is asked for twice is done once.", zh: "重复的请求只执行一次。")
        case .versions:
            LocalText(
                en: "Nobody writes over what another changed or has in hand, and no new version changes what counted before.",
                zh: "不得覆盖他人已作或正在进行的修改；新版本不得改变以往的规则。")
        case .pages:
            LocalText(
                en: "A form is sent from a page that was given to whoever sends it, and is taken no longer than that page lives.",
                zh: "表单须从本人打开的页面提交，页面失效后不再受理。")
        case .scope:
            LocalText(
                en: "What lies outside somebody's scope is answered like what does not exist.", zh: "超出权限范围的内容，按不存在答复。")
        case .states:
            LocalText(
                en: "An act fits where things stand: what is decided, ended or not ready is not acted on.",
                zh: "操作须与当前状态相符；已办结、已终止或尚未就绪的，不予办理。")
        case .names:
            LocalText(
                en: "What is named exists and is of the kind the act is for; a code or a login name is given once and stays.",
                zh: "所指的对象须存在且类型相符；编码和登录名唯一且不变。")
        case .organisation:
            LocalText(
                en:
                    "An organisation keeps its form: somebody manages it, nobody shuts himself out, nothing ends that still holds something.",
                zh: "机构须保持完整：始终有人能够管理，不得使自己失去登录，仍持有卡或下级的不得终止。")
        case .hands:
            LocalText(
                en: "A card moves only out of the hands that have it, and a list moves as a whole unless asked otherwise.",
                zh: "卡只能由当前持有方转出；除另有说明外，整批一并划拨。")
        case .memory:
            LocalText(
                en: "What is kept for a time only is not made up for afterwards.", zh: "只保留一定时间的内容，过期后不作补造。")
        case .outward:
            LocalText(
                en: "The server calls, and sends people, only where it was set up to, and to addresses on the open network.",
                zh: "系统只向已配置的、公网上的地址发送请求或引导用户。")
        case .carrier:
            LocalText(
                en: "What a carrier refuses is passed on as it was said and never counts as done.", zh: "运营商的拒绝如实转达，不视为已办理。")
        case .truth:
            LocalText(en: "Nothing is called in effect before it is.", zh: "尚未生效的，不得称为已生效。")
        }
    }

    /// What would suffer without it.
    package var protects: LocalText {
        switch self {
        case .form: LocalText(en: "Nothing is recorded that nobody meant.", zh: "不会记录无人想要的内容。")
        case .choice: LocalText(en: "Nothing happens by a slip of the hand.", zh: "避免误操作。")
        case .limits: LocalText(en: "One caller's work does not take everybody's room.", zh: "避免个别使用者占用他人的资源。")
        case .availability: LocalText(en: "What was acknowledged is there, and nothing else.", zh: "已确认的均已保存，未确认的不留残余。")
        case .once: LocalText(en: "A repetition makes no second registration, key or notice.", zh: "重试不会产生第二份登记、密钥或通知。")
        case .versions: LocalText(en: "Nobody's work is lost unseen; what counted when can be read.", zh: "他人的工作不会悄然丢失，何时适用何规则可查。")
        case .pages: LocalText(en: "No other site, and nobody who comes later, acts in somebody's name.", zh: "其他网站或后来的使用者不能冒用他人名义操作。")
        case .scope: LocalText(en: "Nobody learns by asking what others have.", zh: "不能通过试探获知他人的信息。")
        case .states: LocalText(en: "Each thing is decided once, and its history can be read.", zh: "每件事只决定一次，历史清晰可查。")
        case .names: LocalText(en: "Nothing is done to another thing than the one meant.", zh: "避免张冠李戴。")
        case .organisation: LocalText(en: "No card and no account is left that nobody answers for.", zh: "不会留下无人负责的卡或账号。")
        case .hands: LocalText(en: "Who had a card can be said for any time.", zh: "任何时间的持有方均可查明。")
        case .memory: LocalText(en: "Whoever reads along knows that something is missing.", zh: "读取方能够知道内容有缺失。")
        case .outward:
            LocalText(en: "Nobody reaches into the network, or leads people astray, through the server.", zh: "防止借系统访问内部网络或误导用户。")
        case .carrier: LocalText(en: "What is said of a card is what the carrier did.", zh: "系统所示与运营商实际办理一致。")
        case .truth: LocalText(en: "Nobody relies on a registration that is not there.", zh: "避免他人依赖并不存在的登记。")
        }
    }

    /// Where it is written down why, in the project's documents.
    package var document: String? {
        switch self {
        case .limits: "docs/configuration.md"
        case .once: "docs/adr/0015-an-act-keeps-its-own-answer.md"
        case .pages: "docs/adr/0024-the-console-is-pages-over-use-cases.md"
        case .hands: "docs/adr/0004-custody-as-intervals.md"
        case .memory: "docs/adr/0022-changes-in-the-order-of-their-causes.md"
        case .carrier: "docs/adr/0020-carriers-are-told-once.md"
        case .form, .choice, .availability, .versions, .scope, .states, .names, .organisation, .outward, .truth: nil
        }
    }
}
