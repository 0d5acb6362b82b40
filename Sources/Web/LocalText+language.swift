import Registry

extension LocalText {
    package func text(in language: ReaderLanguage) -> String {
        switch language {
        case .english: en
        case .chinese: zh
        }
    }
}
