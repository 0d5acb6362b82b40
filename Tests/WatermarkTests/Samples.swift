// A small real file, written by a common library.
import Foundation

enum Samples {
    /// 48 × 32, JPEG in four print colours.
    static let cmyk = decode(
        """
        /9j/7gAOQWRvYmUAZAAAAAAA/9sAQwAbEhQXFBEbFxYXHhwbIChCKyglJShROj0wQmBVZWRfVV1baniZgWpxkHNbXYW1hpCeo6utq2eAvMm6pseZqKuk/8AA
        FAgAIAAwBEMRAE0RAFkRAEsRAP/EABoAAAMBAQEBAAAAAAAAAAAAAAAEBQMCAQb/xAA8EAACAQMBBQMHCgYDAAAAAAABAgMABBEhBRIxUWEGIkETMnFzkbHR
        FDM0NUJSU3Kh8BUWI0OBwZLh8f/aAA4EQwBNAFkASwAAPwBnbG1p7C6WKJI2UoG7wOc5PXpTm1NpTWdwscaxkFA3eB5nr0qlc3DwyBVCkEZ1r6akP5jvPw4P
        +J+NJfx26/Dh9h+NY/LZfup7DRT+x9rT3900UqRqoQt3Qc5yOvWndl7SmvLho5FjACFu6DzHXrW1tcPNIVYKABnSiq5IUZJxVCaeK3jMkzqijxJraaaOBC8r
        qi8yaKVvNp21oBvsXkYgLGgy7Z5ClhtazZSySFsclI/U6UlLtuwjQkSs7eCqpyfbRS8dpd3sizbQcwopO7bRMR46FmB1Po5DqK0WKWZg9wdxRwjU+wk14lrd
        XjrLfOYkUndt42I8dCzA6n0dOtFS+0/1hH6oe81H7Q/Tk9WPea6v/nh+X/ZoqRUyl6KrdmmVL6VmYKqwkkk4AGRVPs+QLyQk4AiOSfSK3smVJHZiFUISSTgA
        UU/LfzX0pjsANxW3XnYd1dPsjxP74GltoXBuZzLcMdwfNRDQgdeX75VA2hfSX9wWUnyYJC54KPjRWlnZR2uXy0kzDDyucs3w/wChScsrSaaKgOijgKXVAuvE
        +JNFUIHJ7p8OFXOz168ga1kJbcXeQ8hwx+oxV/YF48ga2kJbcXKHkOXuor53tP8AWEfqh7zWHaH6cnqx7zTN/wDPD8v+zRUdmC8ePKpyRs/DQDiTwpG4uY7c
        DeJLHGEXVj/iiqGwrRL28eO43vJ+TJKKxAbUcce3/AqlseKGW6ePVhuZJzjOo09Fe2dpJfSn5aSse6f6KNgHUY3iOP8A5RX0nkxFhAAFUYAAwMVMvbaS1uXi
        kzkHIY/aHOpl1bPaTtC4OnmnGMjwNFeVhWNFbQKclvDhVzs3bOHkuWBCFdxcjztdfdVrs9bOHe5YEIV3F087XX3UVB2jDJtraBNiA0Ua+TaZjhc6nTnx/Yra
        9tTtG834tURQu8TgE6mu7iaXaNwUsACiHcedvNHo5/vnRWa9mrsf3YCee8fhWL7Gu3034Qo4AE6fpXdvshoO9vq8hGGdiSTRVDY+yZ7C6aWV42UoV7pOc5HT
        pTWy9mzWdw0kjRkFCvdJ5jp0py2t3hkLMVIIxpRVdlDjBFO3dnBeRhJkzjzSNCvoru6tIbtNyZc44EaEUVwIUB8TSSbAs1cMxlcD7LMMH2Ck02HaKwJMrj7r
        NofYKK0qmqhVCqAFAwAOAqiqhVCqAABgAeFFf//Z
        """)

    private static func decode(_ text: String) -> [UInt8] {
        [UInt8](Data(base64Encoded: text, options: .ignoreUnknownCharacters) ?? Data())
    }
}
