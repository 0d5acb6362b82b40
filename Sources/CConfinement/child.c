// The parent's side: posix_spawn, because fork copies a lock-holding, multi-threaded server. Evidence travels through a socket pair,
// never through a file; a pair and not a pipe, since send() can be told not to raise SIGPIPE.
#define _GNU_SOURCE
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#ifndef MSG_NOSIGNAL
#define MSG_NOSIGNAL 0
#endif

typedef struct {
    pid_t process;
    int to_child, from_child;
    uint64_t deadline;  // milliseconds of the monotonic clock
} child;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

static void shut(int *descriptor) {
    if (*descriptor >= 0) close(*descriptor);
    *descriptor = -1;
}

static int prepare_actions(posix_spawn_file_actions_t *actions, int input, int output) {
    int failed = posix_spawn_file_actions_adddup2(actions, input, STDIN_FILENO)
        || posix_spawn_file_actions_adddup2(actions, output, STDOUT_FILENO)
        || posix_spawn_file_actions_addopen(actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
#ifdef __linux__
    // Sockets and database files of the server stay with the server.
    failed = failed || posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
    return failed ? -1 : 0;
}

static int prepare_attributes(posix_spawnattr_t *attributes) {
    sigset_t none, defaults;
    sigemptyset(&none);
    sigemptyset(&defaults);
    const int signals[] = {SIGPIPE, SIGXCPU, SIGXFSZ, SIGTERM, SIGINT, SIGHUP, SIGCHLD, SIGSEGV, SIGBUS, SIGABRT};
    for (size_t i = 0; i < sizeof signals / sizeof signals[0]; i++) sigaddset(&defaults, signals[i]);
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF)
            || posix_spawnattr_setpgroup(attributes, 0) || posix_spawnattr_setsigmask(attributes, &none)
            || posix_spawnattr_setsigdefault(attributes, &defaults)
        ? -1 : 0;
}

static int launch(const char *path, char *const arguments[], int input, int output, pid_t *process) {
    char *const no_environment[] = {NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    if (posix_spawn_file_actions_init(&actions) != 0) return ENOMEM;
    if (posix_spawnattr_init(&attributes) != 0) {
        posix_spawn_file_actions_destroy(&actions);
        return ENOMEM;
    }
    int failure = EINVAL;
    if (prepare_actions(&actions, input, output) == 0 && prepare_attributes(&attributes) == 0)
        failure = posix_spawn(process, path, &actions, &attributes, arguments, no_environment);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    return failure;
}

static int pair(int ends[2]) {
#ifdef SOCK_CLOEXEC
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return -1;
#else
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return -1;
    fcntl(ends[0], F_SETFD, FD_CLOEXEC);
    fcntl(ends[1], F_SETFD, FD_CLOEXEC);
#endif
    // Below 3 the child's own standard files would be overwritten while they are laid out.
    if (ends[0] > 2 && ends[1] > 2 && fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0) return 0;
    close(ends[0]);
    close(ends[1]);
    return -1;
}

static int start(child *c, const char *path, char *const arguments[]) {
    int input[2], output[2];
    if (pair(input) != 0) return EMFILE;
    if (pair(output) != 0) {
        close(input[0]);
        close(input[1]);
        return EMFILE;
    }
    int failure = launch(path, arguments, input[1], output[1], &c->process);
    close(input[1]);
    close(output[1]);
    c->to_child = input[0];
    c->from_child = output[0];
    return failure;
}

// Sends what fits. A child that stops reading is no error here: its ending tells.
static void feed(child *c, const uint8_t *input, size_t length, size_t *sent) {
    if (*sent < length) {
        ssize_t count = send(c->to_child, input + *sent, length - *sent, MSG_NOSIGNAL);
        if (count > 0) *sent += (size_t)count;
        else if (count < 0 && errno != EAGAIN && errno != EINTR) shut(&c->to_child);
    }
    if (*sent == length) shut(&c->to_child);
}

// 0: go on. 1: the child closed its output. -1: too much output.
static int collect(child *c, uint8_t *output, size_t capacity, size_t *length) {
    uint8_t beyond;
    int full = *length == capacity;
    ssize_t count = read(c->from_child, full ? &beyond : output + *length, full ? 1 : capacity - *length);
    if (count < 0) return errno == EAGAIN || errno == EINTR ? 0 : 1;
    if (count == 0) return 1;
    if (full) return -1;
    *length += (size_t)count;
    return 0;
}

// Feeds and collects until the output ends (CHILD_ENDED_EXIT) or until we must end the child.
static child_ending converse(
    child *c, const uint8_t *input, size_t input_length, uint8_t *output, size_t capacity, size_t *output_length) {
    size_t sent = 0;
    for (;;) {
        uint64_t time = now();
        if (time >= c->deadline) return CHILD_ENDED_DEADLINE;
        struct pollfd waiting[2] = {{.fd = c->from_child, .events = POLLIN}, {.fd = c->to_child, .events = POLLOUT}};
        int ready = poll(waiting, 2, (int)(c->deadline - time));
        if (ready < 0 && errno != EINTR) return CHILD_ENDED_DEADLINE;
        if (ready <= 0) continue;
        if (waiting[1].revents != 0) feed(c, input, input_length, &sent);
        if (waiting[0].revents == 0) continue;
        int state = collect(c, output, capacity, output_length);
        if (state > 0) return CHILD_ENDED_EXIT;
        if (state < 0) return CHILD_ENDED_TALKATIVE;
    }
}

// Waits for the end of a child that closed its output; one that lingers is out of time.
static int reap_until_deadline(child *c, int *status) {
    const struct timespec moment = {.tv_nsec = 500 * 1000};
    for (;;) {
        pid_t reaped = waitpid(c->process, status, WNOHANG);
        if (reaped == c->process) return 1;
        if (reaped < 0 && errno != EINTR) return 1;
        if (now() >= c->deadline) return 0;
        nanosleep(&moment, NULL);
    }
}

static void kill_and_reap(child *c, int *status) {
    kill(-c->process, SIGKILL);  // the group: nothing it may have started stays behind
    while (waitpid(c->process, status, 0) < 0 && errno == EINTR) {}
}

child_outcome child_run(
    const char *path, char *const arguments[], const uint8_t *input, size_t input_length, uint32_t milliseconds,
    uint8_t *output, size_t output_capacity) {
    child_outcome outcome = {.ending = CHILD_ENDED_NOT_STARTED};
    child c = {.process = 0, .to_child = -1, .from_child = -1, .deadline = now() + milliseconds};
    outcome.code = start(&c, path, arguments);
    if (outcome.code == 0) {
        int status = 0;
        outcome.ending = converse(&c, input, input_length, output, output_capacity, &outcome.output_length);
        shut(&c.to_child);
        if (outcome.ending != CHILD_ENDED_EXIT) {
            kill_and_reap(&c, &status);
        } else if (!reap_until_deadline(&c, &status)) {
            outcome.ending = CHILD_ENDED_DEADLINE;
            kill_and_reap(&c, &status);
        } else if (WIFSIGNALED(status)) {
            outcome.ending = CHILD_ENDED_SIGNAL;
            outcome.code = WTERMSIG(status);
        } else {
            outcome.code = WEXITSTATUS(status);
        }
    }
    shut(&c.to_child);
    shut(&c.from_child);
    return outcome;
}
