"""The embedded store: commits are shared, and nobody is told of anything before it is on disk.

A library before the C library notes each sync of the write-ahead log, and makes it slow. Its clock is the one this file reads.
"""

import contextlib
import subprocess
import threading
import time

import pytest
from busy_clients import Busy, Persistent, invented
from shiming_server import BIN, World, code, serving

pytestmark = pytest.mark.skipif(not BIN, reason="SHIMING_BIN names no program")
WRITERS = 16
ACTS_EACH = 12

SOURCE = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static int is_log(int descriptor) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    return length > 4 && memcmp(path + length - 4, "-wal", 4) == 0;
}

static int noted(const char *name, int descriptor) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    if (!is_log(descriptor)) return real(descriptor);
    double began = now();
    long microseconds = atol(getenv("SYNC_MICROSECONDS"));
    struct timespec left = {microseconds / 1000000, microseconds % 1000000 * 1000};
    int result = real(descriptor);
    while (nanosleep(&left, &left) != 0) {}
    char line[64];
    int length = snprintf(line, sizeof line, "%.6f %.6f\n", began, now());
    int notes = open(getenv("SYNC_NOTES"), O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
    if (write(notes, line, length) != length) abort();
    close(notes);
    return result;
}

int fsync(int descriptor) { return noted("fsync", descriptor); }
int fdatasync(int descriptor) { return noted("fdatasync", descriptor); }
"""


class Syncs:
    """What was noted of the syncs of a server's log."""

    def __init__(self, folder, microseconds):
        folder.mkdir(parents=True, exist_ok=True)
        self.notes, source, library = folder / "syncs", folder / "syncs.c", folder / "syncs.so"
        source.write_text(SOURCE)
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(library), str(source), "-ldl"], check=True)
        self.environment = {"LD_PRELOAD": str(library), "SYNC_NOTES": str(self.notes), "SYNC_MICROSECONDS": str(microseconds)}

    def all(self):
        return [tuple(map(float, line.split())) for line in self.notes.read_text().splitlines()]

    def within(self, asked, told):
        """How many began after a request was sent and were over before its answer was there."""
        return sum(asked < began and ended < told for began, ended in self.all())


@contextlib.contextmanager
def noting(folder, microseconds, *settings):
    syncs = Syncs(folder / "preload", microseconds)
    with serving(folder / "server", settings=("rate-requests=1000000", *settings), environment=syncs.environment) as server:
        yield syncs, World(server, ["clerk"]), server


def write_together(world, server):
    """Sixteen writers, who begin each act of theirs at the same time. Answers when each was asked and told."""
    papers = world.content()
    asking, busy, times = Persistent(world.clerk), Busy(), []
    meeting = threading.Barrier(WRITERS)

    def work(web, number):
        for _ in range(ACTS_EACH):
            meeting.wait(60)
            asked = time.monotonic()
            asking.insist(web, server, "createRegistration", json={"channel": "agent", "content": papers | invented(number)})
            times.append((asked, time.monotonic()))

    busy.run(work, WRITERS)
    assert len(times) == WRITERS * ACTS_EACH and not asking.refused, asking.refused
    return times


# Where they share, each sync takes so long that whoever is told has come back with his next act, and few of the server's own lie between.
@pytest.mark.parametrize("sharedMost, microseconds", [(256, 100_000), (1, 20_000)])
def test_writers_share_their_syncs_unless_told_not_to(tmp_path, sharedMost, microseconds):
    with noting(tmp_path, microseconds, f"shared-commit-max={sharedMost}") as (syncs, world, server):
        before = len(syncs.all())
        times = write_together(world, server)
        made = len(syncs.all()) - before
        print(f"at most {sharedMost} share one: {len(times)} acts, {made} syncs")
        if sharedMost == 1:
            assert made >= len(times)
        else:
            assert 0 < made * 2 < len(times)
        for asked, told in times:
            assert syncs.within(asked, told) >= 1, "told before it was on disk"


def test_nobody_is_told_while_the_disk_is_at_work(tmp_path):
    """With syncs that take a third of a second: each answer to an act has one of them whole between question and answer;
    reads go on meanwhile."""
    with noting(tmp_path, 300_000) as (syncs, world, server):
        times = write_together(world, server)
        for asked, told in times:
            assert told - asked > 0.3
            assert syncs.within(asked, told) >= 1, "told before it was on disk"
        # The look would find out who is told too early: reads go on beside the syncs and wait for none.
        over = threading.Event()
        busy, asking, papers = Busy(), Persistent(world.clerk), world.content()

        def write(web):
            while not over.is_set():
                asking.insist(web, server, "createRegistration", json={"channel": "agent", "content": papers})

        busy.add(write)
        busy.start()
        # Over five syncs: whoever waited for them would get one or two reads a sync.
        reads, before = [], len(syncs.all())
        try:
            while len(syncs.all()) < before + 5:
                busy.demand_health()
                asked = time.monotonic()
                answer = world.clerk.ask("listRegistrations")
                reads.append(time.monotonic() - asked)
                assert answer.ok, code(answer)
        finally:
            over.set()
            busy.end()
        assert len(reads) > 15, reads
