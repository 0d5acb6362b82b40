import Registry
import Testing

@Suite("What may be seen without permission (R-DP-22)")
struct MaskTests {
    @Test(arguments: [("欧阳青禾", "欧**"), ("", ""), ("𠮷野", "𠮷**"), ("Anna Example", "A**")])
    func `of a name the first character`(name: String, shown: String) {
        #expect(Mask.name(name) == shown)
    }

    @Test(arguments: [("11010519491231002X", "1****X"), ("ab", "**"), ("", "**")])
    func `of a number the first and the last`(number: String, shown: String) {
        #expect(Mask.number(number) == shown)
    }

    @Test(arguments: [("13800138000", "138****8000"), ("1234567", "****")])
    func `of a phone three and four digits, of a short one nothing`(number: String, shown: String) {
        #expect(Mask.phone(number) == shown)
    }

    @Test(arguments: [
        ("北京市朝阳区青禾里三号院", "北京市朝阳区****"), ("江西省德安县望舒路十二号", "江西省德安县****"), ("苏州市云杉街一号", "苏州市****"), ("青禾里三号院", "****"),
    ])
    func `of an address the district at most`(address: String, shown: String) {
        #expect(Mask.address(address) == shown)
    }
}
