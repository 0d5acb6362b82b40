import CardFiles
import Foundation
import Numbers
import Tabular
import Testing

/// A workbook that another program wrote (openpyxl 3.1.5): a hidden first sheet, numeric cells, a formula without result.
@Suite struct ForeignWorkbookTests {
    private static let base64 = """
        UEsDBBQAAAAIABezd11Gx01IlQAAAM0AAAAQAAAAZG9jUHJvcHMvYXBwLnhtbE3PTQvCMAwG4L9SdreZih6kDkQ9ip68zy51hbYpbYT67+0EP255ecgboi6J\
        Iia2mEXxLuRtMzLHDUDWI/o+y8qhiqHke64x3YGMsRoPpB8eA8OibdeAhTEMOMzit7Dp1C5GZ3XPlkJ3sjpRJsPiWDQ6sScfq9wcChDneiU+ixNLOZcrBf+L\
        U8sVU57mym/8ZAW/B7oXUEsDBBQAAAAIABezd11wlgxb6gAAAMsBAAARAAAAZG9jUHJvcHMvY29yZS54bWylkcFOwzAMhl9l6r11m05DirpcQJxAQmISiFvk\
        eFtEk0aJUbu3py1bB4Ibx/j//NlWGgwSu0hPsQsU2VJaDa71SWLYZkfmIAESHsnpVIyEH8N9F53m8RkPEDS+6wOBKMsNOGJtNGuYhHlYjNlZaXBRho/YzgKD\
        QC058pygKiq4skzRpT8b5mQhh2QXqu/7oq9nbtyogtfHh+d5+dz6xNojZaoxKDGS5i6q6aJwGtoGvhWb8+yvApnVOEHyKdA2uyQv9e3d7j5TohSbvKpyUe+E\
        kGIt1zdvk+tH/1XoOmP39h/Gi0A18Ovf1CdQSwMEFAAAAAgAF7N3XZlcnCMQBgAAnCcAABMAAAB4bC90aGVtZS90aGVtZTEueG1s7Vpbc9o4FH7vr9B4Z/Zt\
        C8Y2gba0E3Npdtu0mYTtTh+FEViNbHlkkYR/v0c2EMuWDe2STbqbPAQs6fvORUfn6Dh58+4uYuiGiJTyeGDZL9vWu7cv3uBXMiQRQTAZp6/wwAqlTF61WmkA\
        wzh9yRMSw9yCiwhLeBTL1lzgWxovI9bqtNvdVoRpbKEYR2RgfV4saEDQVFFab18gtOUfM/gVy1SNZaMBE1dBJrmItPL5bMX82t4+Zc/pOh0ygW4wG1ggf85v\
        p+ROWojhVMLEwGpnP1Zrx9HSSICCyX2UBbpJ9qPTFQgyDTs6nVjOdnz2xO2fjMradDRtGuDj8Xg4tsvSi3AcBOBRu57CnfRsv6RBCbSjadBk2PbarpGmqo1T\
        T9P3fd/rm2icCo1bT9Nrd93TjonGrdB4Db7xT4fDronGq9B062kmJ/2ua6TpFmhCRuPrehIVteVA0yAAWHB21szSA5ZeKfp1lBrZHbvdQVzwWO45iRH+xsUE\
        1mnSGZY0RnKdkAUOADfE0UxQfK9BtorgwpLSXJDWzym1UBoImsiB9UeCIcXcr/31l7vJpDN6nX06zmuUf2mrAaftu5vPk/xz6OSfp5PXTULOcLwsCfH7I1th\
        hyduOxNyOhxnQnzP9vaRpSUyz+/5CutOPGcfVpawXc/P5J6MciO73fZYffZPR24j16nAsyLXlEYkRZ/ILbrkETi1SQ0yEz8InYaYalAcAqQJMZahhvi0xqwR\
        4BN9t74IyN+NiPerb5o9V6FYSdqE+BBGGuKcc+Zz0Wz7B6VG0fZVvNyjl1gVAZcY3zSqNSzF1niVwPGtnDwdExLNlAsGQYaXJCYSqTl+TUgT/iul2v6c00Dw\
        lC8k+kqRj2mzI6d0Js3oMxrBRq8bdYdo0jx6/gX5nDUKHJEbHQJnG7NGIYRpu/AerySOmq3CEStCPmIZNhpytRaBtnGphGBaEsbReE7StBH8Waw1kz5gyOzN\
        kXXO1pEOEZJeN0I+Ys6LkBG/HoY4SprtonFYBP2eXsNJweiCy2b9uH6G1TNsLI73R9QXSuQPJqc/6TI0B6OaWQm9hFZqn6qHND6oHjIKBfG5Hj7lengKN5bG\
        vFCugnsB/9HaN8Kr+ILAOX8ufc+l77n0PaHStzcjfWfB04tb3kZuW8T7rjHa1zQuKGNXcs3Ix1SvkynYOZ/A7P1oPp7x7frZJISvmlktIxaQS4GzQSS4/IvK\
        8CrECehkWyUJy1TTZTeKEp5CG27pU/VKldflr7kouDxb5OmvoXQ+LM/5PF/ntM0LM0O3ckvqtpS+tSY4SvSxzHBOHssMO2c8kh22d6AdNfv2XXbkI6UwU5dD\
        uBpCvgNtup3cOjiemJG5CtNSkG/D+enFeBriOdkEuX2YV23n2NHR++fBUbCj7zyWHceI8qIh7qGGmM/DQ4d5e1+YZ5XGUDQUbWysJCxGt2C41/EsFOBkYC2g\
        B4OvUQLyUlVgMVvGAyuQonxMjEXocOeXXF/j0ZLj26ZltW6vKXcZbSJSOcJpmBNnq8reZbHBVR3PVVvysL5qPbQVTs/+Wa3InwwRThYLEkhjlBemSqLzGVO+\
        5ytJxFU4v0UzthKXGLzj5sdxTlO4Ena2DwIyubs5qXplMWem8t8tDAksW4hZEuJNXe3V55ucrnoidvqXd8Fg8v1wyUcP5TvnX/RdQ65+9t3j+m6TO0hMnHnF\
        EQF0RQIjlRwGFhcy5FDukpAGEwHNlMlE8AKCZKYcgJj6C73yDLkpFc6tPjl/RSyDhk5e0iUSFIqwDAUhF3Lj7++TaneM1/osgW2EVDJk1RfKQ4nBPTNyQ9hU\
        JfOu2iYLhdviVM27Gr4mYEvDem6dLSf/217UPbQXPUbzo5ngHrOHc5t6uMJFrP9Y1h75Mt85cNs63gNe5hMsQ6R+wX2KioARq2K+uq9P+SWcO7R78YEgm/zW\
        26T23eAMfNSrWqVkKxE/Swd8H5IGY4xb9DRfjxRiraaxrcbaMQx5gFjzDKFmON+HRZoaM9WLrDmNCm9B1UDlP9vUDWj2DTQckQVeMZm2NqPkTgo83P7vDbDC\
        xI7h7Yu/AVBLAwQUAAAACAAXs3ddlS25CVgBAAAeAgAAGAAAAHhsL3dvcmtzaGVldHMvc2hlZXQxLnhtbE1SS07DMBC9SuQD4BSJj6okUilCsECqWgFrN5kk\
        Vv0J9pTAkgNwAJZs2LJCQmLBZViUWzBO+ltYnjefN2/GTlrrFr4GwOhRK+NTViM2Q859XoMW/sA2YChSWqcFEnQV940DUXRFWvHDOD7mWkjDsqTzTVyW2CUq\
        aWDiIr/UWrinM1C2TdmAbRxTWdXYOXiWNKKCGeBNQwUE+ZankBqMl9ZEDsqUjQbDUV/RZdxKaP2eHYVh5tYuArgqUhYHTaAgx0Ah6HqAMSgVmEjJ/ZqU7ZqG\
        yn17Q3/RzU/y5sLD2Ko7WWCdslMWFVCKpcKpbS9hPdPRTuK5QJElzraRC8NmSR6M0JISpQlLmqEjv6ROmP1+vazen1cf36uf17+3z4QjiQkhntMhmo22njfs\
        7Vq4ShofKSiJMj44oe6uF9IDtE2357lFtLoza3o/cCGB4qW1uAVhEdsvkf0DUEsDBBQAAAAIABezd10MJPRjpgIAAGkHAAAYAAAAeGwvd29ya3NoZWV0cy9z\
        aGVldDIueG1sjVVNb9NAEL3zK6w99FIp68RJ6raOJZoUJYdKVSPgvEnGiVXba9abBI4cUA8gegOBkPhQK8GBA0IIqcC/IWl/BrubxrGDt6ov3h3Pm5n3Zj3r\
        TCk7TkYA3HgcBlHSQCPO4x2Mk/4IQpKUaAyR+OJRFhIutmyIk5gBGShQGOCKadZxSPwIuY6yHTLXoWMe+BEcMiMZhyFhT/YgoNMGKqOl4cgfjrgyYNeJyRC6\
        wO/HAiC2OI0z8EOIEp9GBgOvge6Wd9q2QiiPBz5Mk8zakGR6lB7LTWfQQKasCQLocxmCiNcEmhAEMpKo5NF1ULRKKpHZ9TL8PcVflNcjCTRp8NAf8FEDiWIG\
        4JFxwI/otA3XnGqrEluEE9dhdGowSdZ1+nIhUwpHP5IidTkTdl9k4m6n2ey0HMxFCdKA+9eAPR1g/vJ89ux8dvqzANTUZjnodgr8Wzr/y3dP//76U4DY1yFm\
        Zyfz75/zCCxUSKWopFJUNCHsbbtuVs3MU7aLlFng5embuOXqClB28CQrhi5PtW6aOdT/umRTWJV83H1dXLIR8N3expDvbpAw3kV9dIMcViqHlclll5QGsFne\
        zifdszSk14prZv3yRNc8W5bugH17f/X8tKj3C0RvUUMaLUeritYMtZRn7dZtt6pFba9pFLDWeOnyzH+8EdTEyS6iVgxi6l+4+LRAMGVgckr1jAkJlrMMK5P4\
        Bb6+Th2Lm15PxajfWoxqpUgMGcnLyWBuCtU8IY4qKSWmSSRn/04Skz40kBjuCbAJINe4/HJhzD/8Nm44uFtLDu0t7Sh4dQPeTjWwb61BbbuoZzr87OztnauP\
        L4pqwJkRLa+gA8KGfpQYAXgilFnaEueALWb6YsNprNrco5zTUC1H4ioEJh3Ed49Snm6k8Ont6v4DUEsDBBQAAAAIABezd13SBfFGUgIAAEcKAAANAAAAeGwv\
        c3R5bGVzLnhtbN1W24rbMBD9FeMPqJOYmrgkeaghUGjLwu5DX+VYTgS6uLK8JP36aiTntpvjUvpWm+CZOTozZ6Qxzqp3J8mfD5y75Kik7tfpwbnuU5b1uwNX\
        rP9gOq490hqrmPOu3Wd9ZzlreiIpmS1msyJTTOh0s9KD2irXJzszaLdOZ2mSbVat0dfQPI0Bv5YpnrwyuU4rJkVtRVzMlJCnGF+EyM5IYxPn1XCiU6j/FRfM\
        R5ekjrmU0MaGaBbLhEfvEwspLyoWaQxsVh1zjlu99U4kheh7bLRfTp1XsbfsNF98TG8Y4eHL1MY23N61G0ObleStI4YV+0MwnOnoURvnjCKrEWxvNItKzrTR\
        8Ll3XMpnOq8f7V2BY5vEjf/ShD2njs+mVzWaMc3oUIHbdDH5v+ftxKtxnwffkA7+z8E4/mR5K47BP7ZvBFxqByV35S/RhEZlnX6nEZQ3OepBSCf06B1E03D9\
        vjuf37HaD/ldAb+q4S0bpHu5gOv0an/jjRhUeVn1RI2Nq672VzrKeXGdU19M6IYfeVONrt3XwUy84cuOV2C8hbbhAhBkRRBABMJaUAZkRR6s9T/2tcR9RRAq\
        XD6Glpi1xKzIewhV4Ya1AKv0F2i5LPO8KOD2VtVjGRXcw6KgH0gIFRIH1qJqf7vzEwMwMTZ/mA14ypNjA1ueGFHY8sTOEwT2kDhlCQYA1iIOPBQ4USQC1KJR\
        A6w8p3OGCuFrPgGVJYRoSMH0FgXaqIJucF7wJcrzsgQQgUBGnkOIXtgJCMogIRDK8/ghffM9y87fuez613HzG1BLAwQUAAAACAAXs3ddt0frisAAAAAWAgAA\
        CwAAAF9yZWxzLy5yZWxznZJLbgIxDECvEmVfTKnEAjGs2LBDiAu4ieejmcSRY8T09o3YwCBoEUv/np4trw80oHYcc9ulbMYwxFzZVjWtALJrKWCecaJYKjVL\
        QC2hNJDQ9dgQLObzJcgtw27Wt0xz/En0CpHrunO0ZXcKFPUB+K7DmiNKQ1rZcYAzS//N3M8K1Jqdr6zs/Kc18KbM8/UgkKJHRXAs9JGkTIt2lK8+nt2+pPOl\
        Y2K0eN/o//PQqBQ9+b+dMKWJ0tdFCSZvsPkFUEsDBBQAAAAIABezd1353hmFVwEAAGQCAAAPAAAAeGwvd29ya2Jvb2sueG1sjVFLTsMwEL1K5AOQNIJKVA0b\
        KqASAkRR9048aUb1J7InLfQOsGbLCdhwJRDHwE6UEIkNq/G8mXl+b2a+N3abG7ONHpXUbmYzVhHVszh2RQWKuyNTg/a10ljFyad2E5uyxAIWpmgUaIrTJJnG\
        FiQnNNpVWDvWsf2Hy9UWuHAVACnZUSmOmp3Ne2V3NorHmSEowk8BDcgaYe9+G0Ia7dBhjhLpKWPtWwKLFGpUeACRsYRFrjL7K2PxYDRxuSqskTJjk66wBktY\
        /IFXQeYDz12LEM/vg+eMTRNPWKJ11Ha0/NyL3IFvbnt5Q+YCJYFdcIJLa5oa9aYteRvxyEe7ij5GmivI2Pf7x9frS9DgsaXo9JAn8htGIUCzyM7Q43YpOsbx\
        9Ofz22g0HUaHxQyzaaemlyCgRA3ixrO4UPALKfw1QmhFpMcnk1NvvJHy3GO3+tpwMXjqD3L2A1BLAwQUAAAACAAXs3ddq15yLrQAAACNAgAAGgAAAHhsL19y\
        ZWxzL3dvcmtib29rLnhtbC5yZWxzxZJNCoMwEEavEnIAR23poqirbtwWLxB0/MHEhMyU6u0rulChi26kq/BNyPseTJInasWdHajtHInR6IFS2TK7OwCVLRpF\
        gXU4zDe19UbxHH0DTpW9ahDiMLyB3zNkluyZopgc/kK0dd2V+LDly+DAX8Dwtr6nFpGlKJRvkFMJo97GBMsRBTNZirxKpc+rSAr4t1F8MIrPNCKeNNKms+ZD\
        /+XMfp7f4la/xHV4XMt1kYDD78s+UEsDBBQAAAAIABezd12l4RtYHwEAAGAEAAATAAAAW0NvbnRlbnRfVHlwZXNdLnhtbMVUy07DMBD8lcjXKnbpgQNqeqFc\
        oQd+wCSbxopf8m5L+vdsEloJVFqqIHGJFe/szHjH8vL1EAGzzlmPhWiI4oNSWDbgNMoQwXOlDslp4t+0VVGXrd6CWszn96oMnsBTTj2HWC3XUOudpeyp4200\
        wRcigUWRPY7AXqsQOkZrSk1cV3tffVPJPxUkdw4YbEzEGQNEps5KDKUfFY6NL3tIyVSQbXSiZ+0YpjqrkA4WUF7mOOMy1LUpoQrlznGLxJhAV9gAkLNyJJ1d\
        kSYeMozfu8kGBpqLigzdpBCRU0twu94xlr47j0wEicyVQ54kmXvyCaFPvILqt+I84feQ2iETVMMyfcxfcz7x32pk8Z9G3kJo//rC96t02viTATU8LKsPUEsB\
        AhQDFAAAAAgAF7N3XUbHTUiVAAAAzQAAABAAAAAAAAAAAAAAAIABAAAAAGRvY1Byb3BzL2FwcC54bWxQSwECFAMUAAAACAAXs3ddcJYMW+oAAADLAQAAEQAA\
        AAAAAAAAAAAAgAHDAAAAZG9jUHJvcHMvY29yZS54bWxQSwECFAMUAAAACAAXs3ddmVycIxAGAACcJwAAEwAAAAAAAAAAAAAAgAHcAQAAeGwvdGhlbWUvdGhl\
        bWUxLnhtbFBLAQIUAxQAAAAIABezd12VLbkJWAEAAB4CAAAYAAAAAAAAAAAAAACAgR0IAAB4bC93b3Jrc2hlZXRzL3NoZWV0MS54bWxQSwECFAMUAAAACAAX\
        s3ddDCT0Y6YCAABpBwAAGAAAAAAAAAAAAAAAgIGrCQAAeGwvd29ya3NoZWV0cy9zaGVldDIueG1sUEsBAhQDFAAAAAgAF7N3XdIF8UZSAgAARwoAAA0AAAAA\
        AAAAAAAAAIABhwwAAHhsL3N0eWxlcy54bWxQSwECFAMUAAAACAAXs3ddt0frisAAAAAWAgAACwAAAAAAAAAAAAAAgAEEDwAAX3JlbHMvLnJlbHNQSwECFAMU\
        AAAACAAXs3dd+d4ZhVcBAABkAgAADwAAAAAAAAAAAAAAgAHtDwAAeGwvd29ya2Jvb2sueG1sUEsBAhQDFAAAAAgAF7N3Xateci60AAAAjQIAABoAAAAAAAAA\
        AAAAAIABcREAAHhsL19yZWxzL3dvcmtib29rLnhtbC5yZWxzUEsBAhQDFAAAAAgAF7N3XaXhG1gfAQAAYAQAABMAAAAAAAAAAAAAAIABXRIAAFtDb250ZW50\
        X1R5cGVzXS54bWxQSwUGAAAAAAoACgCEAgAArRMAAAAA
        """

    private static func open() throws -> CardFile {
        let data = try #require(Data(base64Encoded: base64))
        return try Fixture.open(Array(data))
    }

    @Test func `the visible sheet is taken, with rows as the spreadsheet numbers them`() throws {
        let file = try Self.open()
        #expect(file.heading.shape.isWorkbook)
        #expect(file.heading.columns.map(\.name) == ["ICCID", "接入号", "IMSI", "省份", "备注"])
        #expect(try Fixture.lines(file).map(\.row) == [2, 3, 5, 6, 7, 8])
    }

    @Test func `numeric cells are taken as far as they are exact`() throws {
        let lines = try Fixture.lines(try Self.open())
        let first = try #require(lines[0].card)
        #expect(first.msisdn?.text.description == "1440000000001")
        #expect(first.province?.code == 32)
        #expect(first.note == "a<b>&\"c\"")
        #expect(first.warnings.map(\.code.rawValue).contains("number-stored-as-number"))
        #expect(lines[1].codes == ["excel-scientific"])
        #expect(lines[2].card?.note == "红字")
        #expect(lines[3].codes == ["cell-error"])
        #expect(lines[4].codes == ["cells-beyond-heading", "empty"])
        #expect(lines[5].card?.note == "多\n行")
    }
}
