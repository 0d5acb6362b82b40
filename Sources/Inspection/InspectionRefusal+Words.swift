extension InspectionRefusal {
    var words: (english: RefusalWords, chinese: RefusalWords) {
        let text = sentences
        return (
            RefusalWords(reason: text.0, advice: text.1),
            RefusalWords(reason: text.2, advice: text.3)
        )
    }

    /// English reason and advice, Chinese reason and advice.
    private var sentences: (String, String, String, String) {
        switch self {
        case .empty:
            ("The file is empty.", "Choose the file again.", "文件为空。", "请重新选择文件。")
        case .tooLarge:
            (
                "The file is larger than allowed.", "Take the photo at a lower resolution or compress the file.",
                "文件超过允许的大小。", "请降低拍摄分辨率或压缩文件后再上传。"
            )
        case .unsupportedKind:
            (
                "The content is not a JPEG, PNG or PDF.", "Save the document as JPEG, PNG or PDF; renaming the file does not help.",
                "文件内容不是 JPEG、PNG 或 PDF。", "请另存为 JPEG、PNG 或 PDF 格式；仅修改文件名无效。"
            )
        case .truncated:
            (
                "The file ends before its content does.", "Upload it again, or take the photo again.",
                "文件不完整。", "请重新上传或重新拍摄。"
            )
        case .undecodable:
            (
                "The file is damaged and cannot be read completely.", "Take the photo again, or print the document to a new PDF.",
                "文件已损坏，无法完整读取。", "请重新拍摄，或将文件重新打印为 PDF。"
            )
        case .tooManyPixels:
            (
                "The picture has more pixels than allowed.", "Take the photo at a lower resolution.",
                "图片像素超过允许的上限。", "请降低拍摄或扫描分辨率。"
            )
        case .tooManyPages:
            (
                "The PDF has more pages than allowed.", "Upload only the pages that are asked for.",
                "PDF 页数超过允许的上限。", "请只上传所要求的页面。"
            )
        case .encrypted:
            (
                "The PDF is encrypted or asks for a password.", "Remove the protection, or print it to a new PDF.",
                "PDF 已加密或设有密码。", "请取消加密，或重新打印为 PDF。"
            )
        case .script:
            (
                "The PDF contains a script or an interactive form.", "Print the document to a new PDF.",
                "PDF 含有脚本或交互式表单。", "请将文件重新打印为 PDF。"
            )
        case .action:
            (
                "The PDF contains an action that opens programs or sends data.", "Print the document to a new PDF.",
                "PDF 含有启动程序或发送数据的动作。", "请将文件重新打印为 PDF。"
            )
        case .attachment:
            (
                "The PDF contains attached files or media.", "Upload each document by itself.",
                "PDF 含有附件或多媒体内容。", "请将各文件分别上传。"
            )
        case .hiddenData:
            (
                "The file carries other data beside the document.", "Take the photo again, or print the document to a new PDF.",
                "文件中夹带了其他数据。", "请重新拍摄，或将文件重新打印为 PDF。"
            )
        case .timeout:
            (
                "Examining the file took too long.", "Take the photo again, or print the document to a new PDF.",
                "检查文件超时。", "请重新拍摄，或将文件重新打印为 PDF。"
            )
        case .unavailable:
            (
                "Files cannot be examined at the moment.", "Send the same file again in a few moments.",
                "暂时无法检查文件。", "请稍后重新上传同一文件。"
            )
        }
    }
}
