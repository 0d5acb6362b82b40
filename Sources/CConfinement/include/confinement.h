// A child process that reads what strangers send: what it gives up before it reads (confine.c), how it is fed its bytes and its
// numbers (input.c), and the parent's side of it (child.c).
#ifndef SHIMING_CONFINEMENT_H
#define SHIMING_CONFINEMENT_H

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How a confined child ends when it has no answer; 0 is an answer.
enum { CONFINED_ANSWERED = 0, CONFINED_USAGE = 64, CONFINED_INPUT = 65, CONFINED_NO_MODEL = 69, CONFINED_UNCONFINED = 70 };

typedef struct {
    uint64_t memory;       // bytes of address space beyond what is mapped at the start
    uint32_t cpu_seconds;
} confinement;

/// Gives up, for good, everything decoding does not need. 0, or -1 when a limit could not be set.
int confinement_enter(const confinement *wanted);

/// Fills `bytes` from standard input; the length, or -1 when there is more than fits or reading failed.
ssize_t confinement_read_all(uint8_t *bytes, size_t capacity);

/// A decimal argument of at most `most`. 1 when it is one.
int confinement_number(const char *text, uint64_t most, uint64_t *value);

typedef enum {
    CHILD_ENDED_EXIT = 0,
    CHILD_ENDED_SIGNAL,
    CHILD_ENDED_DEADLINE,     // killed by us: time was up
    CHILD_ENDED_TALKATIVE,    // killed by us: more output than allowed
    CHILD_ENDED_NOT_STARTED,
} child_ending;

typedef struct {
    child_ending ending;
    int code;  // exit code, signal or errno, after `ending`
    size_t output_length;
} child_outcome;

/// Runs a program with no environment, no inherited file and its own process group; feeds it `input`, collects its output and
/// never lets it outlive `milliseconds`. Blocks the calling thread. `path` must be absolute, `arguments` ends with NULL.
child_outcome child_run(
    const char *path, char *const arguments[], const uint8_t *input, size_t input_length, uint32_t milliseconds,
    uint8_t *output, size_t output_capacity);

#ifdef __cplusplus
}
#endif

#endif
