// Reading and judging pictures, in C++: decoding, straightening, recognition (Tesseract), comparison with OCR-B, faces (dlib), codes
// (zbar). The server calls one function of it, in a child that confines itself; what was read leaves that child only as its answer.
#ifndef SHIMING_READING_H
#define SHIMING_READING_H

#ifdef __cplusplus
extern "C" {
#endif

/// The child: loads what the task needs, confines itself, reads standard input to its end, decodes, reads, answers with one JSON line.
/// Arguments after the command word: task bytes pixels side cpu-seconds memory. The result is the exit code (confinement.h).
int reading_worker(int count, char *const arguments[]);

#ifdef __cplusplus
}
#endif

#endif
