// What the decoding child gives up before it reads a single strange byte. On systems other than Linux only the limits hold.
#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

#ifdef __linux__
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

static int limit(int resource, uint64_t soft, uint64_t hard) {
    struct rlimit wanted = {.rlim_cur = soft, .rlim_max = hard};
    return setrlimit(resource, &wanted);
}

// Address space mapped now, so that the allowance does not depend on how large the program itself is.
static uint64_t mapped_bytes(void) {
    unsigned long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL) return 0;
    if (fscanf(file, "%lu", &pages) != 1) pages = 0;
    fclose(file);
    return (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE);
}

static int set_limits(const confinement *wanted) {
    uint64_t mapped = mapped_bytes();
    if (mapped == 0) return -1;
    uint64_t space = mapped + wanted->memory;
    if (limit(RLIMIT_AS, space, space) != 0) return -1;
    // The soft limit ends the process with SIGXCPU, which the parent tells from other deaths; the hard one a second later.
    if (limit(RLIMIT_CPU, wanted->cpu_seconds, wanted->cpu_seconds + 1) != 0) return -1;
    if (limit(RLIMIT_CORE, 0, 0) != 0 || limit(RLIMIT_FSIZE, 0, 0) != 0) return -1;
    if (limit(RLIMIT_NPROC, 0, 0) != 0) return -1;
    return limit(RLIMIT_NOFILE, 3, 3);  // the three that are open, no further one
}

#ifdef __linux__

#if defined(__x86_64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef OUR_ARCHITECTURE
#define ALLOW(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
#define DENY(call) \
    BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (call), 0, 1), BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EACCES)

// Memory, clocks, chance, standard input and output, and the end. Looking for files, or for how large the machine is, is answered "no"; anything else is death.
static int filter_calls(void) {
    struct sock_filter rules[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCHITECTURE, 1, 0),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        ALLOW(SYS_read), ALLOW(SYS_write), ALLOW(SYS_close),
        ALLOW(SYS_brk), ALLOW(SYS_mmap), ALLOW(SYS_munmap), ALLOW(SYS_mremap), ALLOW(SYS_mprotect), ALLOW(SYS_madvise),
        ALLOW(SYS_futex), ALLOW(SYS_getrandom), ALLOW(SYS_clock_gettime), ALLOW(SYS_gettimeofday), ALLOW(SYS_rt_sigreturn),
        ALLOW(SYS_rt_sigprocmask), ALLOW(SYS_getpid), ALLOW(SYS_gettid), ALLOW(SYS_tgkill), ALLOW(SYS_sched_yield),
        ALLOW(SYS_exit), ALLOW(SYS_exit_group),
        DENY(SYS_openat), DENY(SYS_newfstatat), DENY(SYS_fstat), DENY(SYS_readlinkat), DENY(SYS_faccessat), DENY(SYS_prlimit64),
        DENY(SYS_ioctl), DENY(SYS_sysinfo),
#ifdef __x86_64__
        ALLOW(SYS_time), DENY(SYS_open), DENY(SYS_stat), DENY(SYS_access), DENY(SYS_readlink),
#endif
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
    };
    struct sock_fprog program = {.len = sizeof(rules) / sizeof(rules[0]), .filter = rules};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program);
}
#else
static int filter_calls(void) { return 0; }
#endif

static int give_up_rights(void) {
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 || prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) return -1;
    prctl(PR_SET_PDEATHSIG, SIGKILL);  // end with the server
    // A kernel built without filters answers EINVAL: the limits above still hold, so that alone is no reason to stop.
    return filter_calls() != 0 && errno != EINVAL ? -1 : 0;
}

#else
static int give_up_rights(void) { return 0; }
#endif

int confinement_enter(const confinement *wanted) {
    if (set_limits(wanted) != 0) return -1;
    return give_up_rights();
}
