import Pages
import Testing

@testable import Console

/// What the pages of the gallery are like is looked at by the system tests, from outside.
@Suite("The gallery of the console's pages")
struct GalleryTests {
    @Test func `every template is on it, as a page or inside one`() throws {
        var shown: Set<String> = ["layout"]
        func reach(_ template: String) {
            guard shown.insert(template).inserted else { return }
            TemplateSample.partials(of: ["": PageFiles.templates[template] ?? ""]).forEach(reach)
        }
        Gallery.pages.forEach(reach)
        #expect(shown == Set(PageFiles.templates.keys))
        #expect(Gallery.pages.count > 25)
    }
}
