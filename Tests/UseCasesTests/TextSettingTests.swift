import Registry
import Testing
import UseCases

@Suite("Settings that are texts")
struct TextSettingTests {
    @Test func `each is set by its name, and what it does not take changes nothing`() {
        var settings = Settings()
        let taken = [
            settings.setText("contact-hotline", to: "10086"), settings.setText("contact-hours-en", to: "daily"),
            settings.setText("contact-hours-zh", to: "每日"), settings.setText("contact-halls", to: "https://halls.example.test/"),
        ]
        #expect(taken == [true, true, true, true])
        let set = settings
        let wrong = [
            ("contact-hotline", "call me"), ("contact-hours-en", ""), ("contact-halls", "http://x.example"), ("contact-fax", "1"),
            ("purge-days", "60"),
        ]
        for (name, text) in wrong {
            let isTaken = settings.setText(name, to: text)
            #expect(!isTaken, "\(name)")
        }
        let isNumber = settings.set("contact-hotline", to: 10_086)
        #expect(!isNumber)
        #expect(settings == set && settings.contact.hotline == "10086" && settings.contact.chineseHours == "每日")
    }
}
