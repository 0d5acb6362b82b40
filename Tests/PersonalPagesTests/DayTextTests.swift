import Pages
import Testing

@Suite("Days as people write them")
struct DayTextTests {
    @Test(arguments: ["2016-01-31", "2016.01.31", "2016/1/31", "20160131", "2016年1月31日", "２０１６．１．３１"])
    func `are understood`(text: String) {
        #expect(DayText.tidied(text) == "2016-01-31")
    }

    @Test(arguments: ["2016-02-30", "31.1.2016", "长期", "2016", "soon"]) func `or left as they are`(text: String) {
        #expect(DayText.tidied(text) == text)
    }
}
