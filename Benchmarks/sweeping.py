"""The sweep over cards' lives: as many cards due, at growing numbers of cards stored."""
import time

import shiming_server

#: Cards that come due, in batches of so many a transaction: the first batch is not timed, as nobody knows when it began.
DUE, BATCH = 1_000, 100


def swept(stock, rounds: int):
    """Yields what a sweep of `stock` costs: cards in service that have lain idle, made so in the store while no server runs."""
    figure = f"sweep of {DUE:,} due, {stock.stored:,} cards stored"
    for turn in range(rounds):
        numbers = stock.registered[-(turn + 1) * DUE:][:DUE]
        with stock.server() as server:
            activated = stock.admin.post("/v1/life-commands", {"command": "activate", "cards": {"numbers": numbers}}).json()
            assert activated["changed"] == DUE, activated
        read = stock.read()
        read.lie_idle(days=100)
        assert read.due() == DUE
        with shiming_server.Server(stock.program, stock.data, stock.store, (f"sweep-cards={BATCH}",)) as server:
            while read.due() > DUE - BATCH:
                time.sleep(0.001)
            waited, fetched = server.core_wait_seconds(), server.disk_read_bytes()
            began, used = time.perf_counter(), server.cpu_seconds() + stock.engine.busy()
            left = read.due()
            while read.due():
                time.sleep(0.001)
            seconds, used = time.perf_counter() - began, server.cpu_seconds() + stock.engine.busy() - used
            waited, fetched = server.core_wait_seconds() - waited, server.disk_read_bytes() - fetched
        yield f"{figure}, ms a card", stock.side, seconds / left * 1_000
        yield f"{figure}, ms of processor time a card", stock.side, used / left * 1_000
        if not stock.engine.cluster:
            # What of the clock is neither is the wait for the disk to have written.
            yield f"{figure}, ms of waiting for a core a card", stock.side, waited / left * 1_000
            yield f"{figure}, KiB read from the disk a card", stock.side, fetched / left / 1_024
