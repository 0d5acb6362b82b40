"""The peer of bulk work: `COPY` into PostgreSQL, with the leanest schema for the same questions, by psql from a file, one durable commit."""
import pathlib
import time

import postgres

CARDS = """
CREATE TABLE card (
    id bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY, iccid text NOT NULL, msisdn bigint, imsi bigint, product text NOT NULL,
    province text NOT NULL);
CREATE UNIQUE INDEX card_iccid ON card (iccid);
CREATE INDEX card_msisdn ON card (msisdn);
CREATE INDEX card_imsi ON card (imsi);
CREATE TABLE holding (
    card bigint NOT NULL, ordinal integer NOT NULL, effective_from bigint NOT NULL, recorded_at bigint NOT NULL, registration bytea,
    decision bytea NOT NULL, PRIMARY KEY (card, ordinal));
"""


class Copied:
    """A database that cards and holdings are copied into."""

    def __init__(self, cluster: postgres.Cluster, name: str):
        self.cluster, self.name, self.next_card = cluster, name, 1
        cluster.create(name)
        cluster.sql(CARDS, name)

    def cards(self, file: pathlib.Path) -> float:
        """Seconds."""
        return self._copy("card (iccid, msisdn, imsi, product, province)", file, "FORMAT csv, HEADER")

    def holdings(self, file: pathlib.Path, count: int) -> float:
        """One holding a card, as `c/decide.c` inserts them. Seconds; writing the file is not in them."""
        registration, decision = "\\\\x" + "5a" * 16, "\\\\x" + "a5" * 16
        with open(file, "w", encoding="ascii") as lines:
            for card in range(self.next_card, self.next_card + count):
                lines.write(f"{card}\t1\t1795392000000\t1795392000000\t{registration}\t{decision}\n")
        self.next_card += count
        return self._copy("holding", file, "FORMAT text")

    def _copy(self, into: str, file: pathlib.Path, options: str) -> float:
        # The start of psql, some milliseconds, is in it.
        began = time.perf_counter()
        self.cluster.sql(f"\\copy {into} FROM '{file}' WITH ({options})\n", self.name)
        return time.perf_counter() - began

    def bytes(self) -> int:
        return self.cluster.size(self.name)
