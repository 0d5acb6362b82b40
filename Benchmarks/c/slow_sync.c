// Preloaded (LD_PRELOAD), it makes every sync to disk take longer, as on a disk or network volume that is slower than this machine's:
//
//   SLOW_SYNC_MICROSECONDS=4000 LD_PRELOAD=./slow_sync.so program …
//
// The real sync is done too.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_a_little(void) {
    const char *said = getenv("SLOW_SYNC_MICROSECONDS");
    long microseconds = said ? atol(said) : 0;
    struct timespec left = {microseconds / 1000000, microseconds % 1000000 * 1000};
    while (nanosleep(&left, &left) != 0) {}
}

static int slowly(const char *name, int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int result = real(descriptor);
    wait_a_little();
    return result;
}

int fsync(int descriptor) { return slowly("fsync", descriptor); }
int fdatasync(int descriptor) { return slowly("fdatasync", descriptor); }
