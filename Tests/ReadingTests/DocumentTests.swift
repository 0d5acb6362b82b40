import Testing

@testable import Reading

/// The real child on drawn pictures. How often it is right is measured by Tests/System/test_reading.py; here it is right or knows it is not.
@Suite struct DocumentTests {
    private func front(_ name: String) async throws -> (ResidentFront, PictureQuality) {
        let reading = try await reader().read(try sample(name), as: .residentIDFront)
        guard case .residentFront(let front) = reading.content else { throw ReadingRefusal.unavailable }
        return (front, reading.quality)
    }

    private func zone(_ name: String) async throws -> ZoneReading.Outcome {
        let reading = try await reader().read(try sample(name), as: .machineReadableZone)
        guard case .zone(let zone) = reading.content else { throw ReadingRefusal.unavailable }
        return zone.outcome
    }

    private func handHeld(_ name: String) async throws -> HandHeld {
        let reading = try await reader().read(try sample(name), as: .handHeld)
        guard case .handHeld(let seen) = reading.content else { throw ReadingRefusal.unavailable }
        return seen
    }

    @Test func `the front of a resident ID is read from a slanted photograph`() async throws {
        let (front, quality) = try await front("id-front.jpg")
        #expect(front.number == .holds("999999197302090495"))
        #expect(front.name.text == "邵思")
        #expect(front.birth.text == "1973-02-09")
        #expect(front.birthAgrees && front.sexAgrees)
        #expect(quality.problems.isEmpty)
        #expect(quality.corners?.count == 4)
    }

    @Test func `a picture is read as the camera was held, and a mirror image not at all`() async throws {
        let picture = try sample("id-front.jpg")
        for (orientation, holds) in [(UInt8(3), true), (6, true), (8, true), (2, false)] {
            // APP1 right after SOI: a TIFF header and one directory with one entry, the orientation.
            let exif: [UInt8] =
                Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
            let length = exif.count + 2
            let held = Array(picture.prefix(2)) + [0xFF, 0xE1, UInt8(length >> 8), UInt8(length & 0xFF)] + exif + picture.dropFirst(2)
            let reading = try await reader().read(held, as: .residentIDFront)
            guard case .residentFront(let front) = reading.content else { continue }
            #expect((front.number.proven != nil) == holds, "orientation \(orientation)")
        }
    }

    @Test func `a number whose check digit fails is not passed on`() async throws {
        let (front, _) = try await front("id-front-wrong-digit.jpg")
        #expect(front.number == .fails)
    }

    @Test func `the back is read`() async throws {
        let reading = try await reader().read(try sample("id-back.jpg"), as: .residentIDBack)
        guard case .residentBack(let back) = reading.content else {
            Issue.record("no back")
            return
        }
        #expect([back.validFrom.text, back.validUntil.text] == ["2018-04-09", "2038-04-09"])
        #expect(back.authority.text == "竹影县公安局")
    }

    @Test func `another document than expected gives nothing that holds`() async throws {
        let (front, _) = try await front("id-back.jpg")
        #expect(front.number.proven == nil)
        #expect(try await zone("id-front.jpg") == .absent)
        let (permit, _) = try await self.front("permit-back.jpg")
        #expect(permit.number.proven == nil)
    }

    @Test func `a permit's zone is read`() async throws {
        guard case .holds(let zone) = try await zone("permit-back.jpg") else {
            Issue.record("not read")
            return
        }
        #expect(zone.lines == ZoneTests.permit)
    }

    @Test func `one wrong check digit refuses a passport's zone`() async throws {
        #expect(try await zone("passport-wrong-digit.jpg") == .fails)
    }

    @Test func `corners outside the picture are told`() async throws {
        let reading = try await reader().read(try sample("id-front-corner.jpg"), as: .quality)
        #expect(reading.quality.problems.contains(.cornerMissing))
        #expect(!reading.quality.missing.isEmpty)
        #expect(reading.content == .onlyQuality)
    }

    @Test func `a person with a document in the hand is told from a person without`() async throws {
        #expect(try await handHeld("hand-held.jpg").isComplete)
        let without = try await handHeld("hand-held-no-card.jpg")
        #expect(without.holder != nil)
        #expect(!without.isComplete)
        #expect(try await handHeld("id-back.jpg").holder == nil)
    }

    @Test func `a card's number is read from its bar code`() async throws {
        let reading = try await reader().read(try sample("iccid.png"), as: .codes)
        #expect(reading.content == .codes([Code(kind: "code-128", text: "89860000000000000003")]))
    }

    @Test func `a picture has the same fingerprint as its smaller self, nearly, and another one another`() async throws {
        let one = try await reader().read(try sample("hand-held.jpg"), as: .face).fingerprint
        let alike = try await reader().read(try sample("hand-held-no-card.jpg"), as: .face).fingerprint
        let other = try await reader().read(try sample("id-back.jpg"), as: .face).fingerprint
        #expect((one ^ alike).nonzeroBitCount < (one ^ other).nonzeroBitCount)
    }

    @Test func `parts of a picture are told, by which it is found when it was cut`() async throws {
        let reading = try await reader().read(try sample("hand-held.jpg"), as: .face)
        #expect(!reading.excerpts.isEmpty && reading.excerpts.count.isMultiple(of: 4) && reading.excerpts.count <= 16)
        #expect(reading.excerptsSought.count > reading.excerpts.count && reading.excerptsSought.count <= 216)
    }
}
