// What a confined child is given: numbers as arguments, bytes on standard input.
#include "confinement.h"

#include <errno.h>
#include <stdlib.h>
#include <unistd.h>

int confinement_number(const char *text, uint64_t most, uint64_t *value) {
    char *end = NULL;
    errno = 0;
    if (text[0] < '0' || text[0] > '9') return 0;
    unsigned long long read = strtoull(text, &end, 10);
    if (errno != 0 || *end != '\0' || read > most) return 0;
    *value = read;
    return 1;
}

ssize_t confinement_read_all(uint8_t *bytes, size_t capacity) {
    size_t length = 0;
    for (;;) {
        uint8_t beyond;
        int full = length == capacity;
        ssize_t got = read(STDIN_FILENO, full ? &beyond : bytes + length, full ? 1 : capacity - length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 || (full && got > 0)) return -1;
        if (got == 0) return (ssize_t)length;
        length += (size_t)got;
    }
}
