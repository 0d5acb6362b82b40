// The peer of one decision over many cards: the plain insert of the same rows, one holding a card, in one durable commit.
//
//   decide DATABASE CARDS           (a database that `intake` made; prints one line of JSON)
//
// It checks nothing: not the cards' state, not who has them, and writes no trail.
#define _POSIX_C_SOURCE 200809L
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static void stop(sqlite3 *db, const char *what) {
    fprintf(stderr, "%s: %s\n", what, sqlite3_errmsg(db));
    exit(1);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: decide DATABASE CARDS\n");
        return 2;
    }
    long cards = atol(argv[2]);
    sqlite3 *db = NULL;
    sqlite3_stmt *insert = NULL, *first = NULL;
    if (sqlite3_open(argv[1], &db) != SQLITE_OK) stop(db, "open");
    if (sqlite3_exec(
            db, "PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000; SELECT 1 FROM holding LIMIT 1", NULL,
            NULL, NULL)
        != SQLITE_OK) stop(db, "settings");
    // The first card without a holding, so that the program can be run again and again.
    if (sqlite3_prepare_v2(db, "SELECT coalesce(max(card), 0) + 1 FROM holding", -1, &first, NULL) != SQLITE_OK) stop(db, "first");
    sqlite3_step(first);
    sqlite3_int64 card = sqlite3_column_int64(first, 0);
    sqlite3_finalize(first);
    unsigned char registration[16], decision[16];
    memset(registration, 0x5a, sizeof registration);
    memset(decision, 0xa5, sizeof decision);

    double began = now();
    if (sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) stop(db, "begin");
    if (sqlite3_prepare_v2(
            db,
            "INSERT INTO holding (card, ordinal, effective_from, recorded_at, registration, decision) VALUES (?, ?, ?, ?, ?, ?)", -1,
            &insert, NULL)
        != SQLITE_OK) stop(db, "insert");
    for (long i = 0; i < cards; i++) {
        sqlite3_bind_int64(insert, 1, card + i);
        sqlite3_bind_int64(insert, 2, 1);
        sqlite3_bind_int64(insert, 3, 1795392000000);
        sqlite3_bind_int64(insert, 4, 1795392000000);
        sqlite3_bind_blob(insert, 5, registration, sizeof registration, SQLITE_STATIC);
        sqlite3_bind_blob(insert, 6, decision, sizeof decision, SQLITE_STATIC);
        if (sqlite3_step(insert) != SQLITE_DONE) stop(db, "insert");
        sqlite3_reset(insert);
    }
    if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) stop(db, "commit");
    double seconds = now() - began;

    sqlite3_finalize(insert);
    sqlite3_close(db);
    printf("{\"cards\": %ld, \"seconds\": %.6f}\n", cards, seconds);
    return 0;
}
