// Marks copies of pictures and PDFs with a text, in C: decoding (CDecoding), FreeType for the letters, libjpeg and qpdf for the copy.
// The server calls one function of it, in a child that confines itself.
#ifndef SHIMING_WATERMARK_H
#define SHIMING_WATERMARK_H

#ifdef __cplusplus
extern "C" {
#endif

/// First byte of the answer; after WATERMARK_DONE the copy follows, after all others nothing.
enum {
    WATERMARK_DONE = 0,
    WATERMARK_TRUNCATED,
    WATERMARK_UNDECODABLE,
    WATERMARK_TOO_MANY_PIXELS,
    WATERMARK_TOO_NARROW,     // no legible text fits
    WATERMARK_TEXT_UNUSABLE,  // not UTF-8, nothing visible in it, or too long
    WATERMARK_FAILED,         // ours: memory, encoding, or a copy that would be too large
};

/// The child: opens the font, confines itself, reads standard input to its end (the text in UTF-8, a zero byte, the original), answers.
/// Arguments after the command word: bytes pixels side output cpu-seconds memory. The result is the exit code (confinement.h).
int watermark_worker(int count, char *const arguments[]);

#ifdef __cplusplus
}
#endif

#endif
