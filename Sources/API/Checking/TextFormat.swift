import Registry

extension TextFormat {
    func accepts(_ text: String) -> Bool {
        switch self {
        case .uuid: Identifier<Never>(text) != nil
        case .date: WireDate(text) != nil
        case .dateTime: WireInstant.parse(text) != nil
        }
    }
}
