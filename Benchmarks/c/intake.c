// The peer of a card intake: a plain C program with the leanest schema its author found for the same questions:
//   is this ICCID here already, and with other data?  which card has this number, this IMSI?  who answered for this card at a time?
// SQLite, WAL, synchronous=FULL, commits of 10,000 rows: what is acknowledged is durable, as with Shiming.
//
//   intake DATABASE FILE.csv        (ICCID,MSISDN,IMSI,product,province; prints one line of JSON)
//
// It does not seal, resume, itemise per row, keep a trail, nor know of agents.
#define _GNU_SOURCE
#include <fcntl.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { COMMIT_ROWS = 10000, PRODUCTS_MAX = 64, PROVINCES_MAX = 64 };

static const char *schema =
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=4000;"
    "CREATE TABLE IF NOT EXISTS card (id INTEGER PRIMARY KEY, iccid TEXT NOT NULL, msisdn INTEGER, imsi INTEGER, product INTEGER NOT NULL,"
    " province INTEGER NOT NULL) STRICT;"
    "CREATE UNIQUE INDEX IF NOT EXISTS card_iccid ON card (iccid);"
    "CREATE INDEX IF NOT EXISTS card_msisdn ON card (msisdn);"
    "CREATE INDEX IF NOT EXISTS card_imsi ON card (imsi);"
    "CREATE TABLE IF NOT EXISTS holding (card INTEGER NOT NULL, ordinal INTEGER NOT NULL, effective_from INTEGER NOT NULL, recorded_at INTEGER NOT NULL,"
    " registration BLOB, decision BLOB NOT NULL, PRIMARY KEY (card, ordinal)) STRICT, WITHOUT ROWID;";

typedef struct {
    const char *at;
    size_t length;
} field;

typedef struct {
    field names[PRODUCTS_MAX];
    int count;
} names;

static void stop(sqlite3 *db, const char *what) {
    fprintf(stderr, "%s: %s\n", what, db ? sqlite3_errmsg(db) : "");
    exit(1);
}

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t.tv_sec + t.tv_nsec / 1e9;
}

// The place of a name in the list, added when new; -1 when the list is full.
static int place(names *list, field name) {
    for (int i = 0; i < list->count; i++)
        if (list->names[i].length == name.length && memcmp(list->names[i].at, name.at, name.length) == 0) return i;
    if (list->count == PRODUCTS_MAX) return -1;
    list->names[list->count] = name;
    return list->count++;
}

// The decimal value of `count` digits, or -1.
static int64_t number(field text, size_t least, size_t most) {
    if (text.length < least || text.length > most) return -1;
    int64_t value = 0;
    for (size_t i = 0; i < text.length; i++) {
        if (text.at[i] < '0' || text.at[i] > '9') return -1;
        value = value * 10 + (text.at[i] - '0');
    }
    return value;
}

// 19 or 20 digits beginning 8986 with a right Luhn digit. (Shiming takes letters and wrong Luhn digits too, with a warning.)
static int is_iccid(field text) {
    if (text.length < 19 || text.length > 20 || memcmp(text.at, "8986", 4) != 0) return 0;
    int sum = 0, doubled = 0;
    for (size_t i = text.length; i-- > 0; doubled = !doubled) {
        int digit = text.at[i] - '0';
        if (digit < 0 || digit > 9) return 0;
        if (doubled && (digit *= 2) > 9) digit -= 9;
        sum += digit;
    }
    return sum % 10 == 0;
}

// Cuts the line that begins at `*at` into five fields; false at the end of the file or when there are not five.
static int cut(const char **at, const char *end, field out[5]) {
    const char *line = *at, *stop = memchr(line, '\n', (size_t)(end - line));
    if (!stop) stop = end;
    *at = stop < end ? stop + 1 : end;
    if (stop > line && stop[-1] == '\r') stop--;
    int count = 0;
    while (count < 5) {
        const char *comma = memchr(line, ',', (size_t)(stop - line));
        out[count++] = (field){line, (size_t)((comma ? comma : stop) - line)};
        if (!comma) break;
        line = comma + 1;
    }
    return count == 5;
}

int main(int argc, char **argv) {
    if (argc != 3) {
        fprintf(stderr, "usage: intake DATABASE FILE.csv\n");
        return 2;
    }
    double began = now();
    int file = open(argv[2], O_RDONLY);
    struct stat info;
    if (file < 0 || fstat(file, &info) != 0 || info.st_size == 0) stop(NULL, "cannot read the file");
    const char *text = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    if (text == MAP_FAILED) stop(NULL, "cannot map the file");
    const char *at = text, *end = text + info.st_size;

    sqlite3 *db = NULL;
    sqlite3_stmt *insert = NULL, *known = NULL;
    if (sqlite3_open(argv[1], &db) != SQLITE_OK || sqlite3_exec(db, schema, NULL, NULL, NULL) != SQLITE_OK) stop(db, "schema");
    if (sqlite3_prepare_v3(
            db, "INSERT INTO card (iccid, msisdn, imsi, product, province) VALUES (?, ?, ?, ?, ?) ON CONFLICT (iccid) DO NOTHING", -1,
            SQLITE_PREPARE_PERSISTENT, &insert, NULL)
        != SQLITE_OK) stop(db, "insert");
    if (sqlite3_prepare_v3(
            db, "SELECT msisdn = ?2 AND imsi = ?3 AND product = ?4 AND province = ?5 FROM card WHERE iccid = ?1", -1,
            SQLITE_PREPARE_PERSISTENT, &known, NULL)
        != SQLITE_OK) stop(db, "look-up");

    names products = {0}, provinces = {0};
    long taken = 0, repeated = 0, refused = 0, open_rows = 0;
    field row[5];
    cut(&at, end, row);  // the header
    sqlite3_exec(db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
    while (at < end) {
        int whole = cut(&at, end, row);
        int64_t msisdn = whole ? number(row[1], 11, 13) : -1, imsi = whole ? number(row[2], 15, 15) : -1;
        int product = whole ? place(&products, row[3]) : -1, province = whole ? place(&provinces, row[4]) : -1;
        if (msisdn < 0 || imsi < 0 || product < 0 || province < 0 || !is_iccid(row[0])) {
            refused++;
            continue;
        }
        sqlite3_stmt *statements[2] = {insert, known};
        for (int i = 0; i < 2; i++) {
            sqlite3_stmt *statement = statements[i];
            sqlite3_bind_text(statement, 1, row[0].at, (int)row[0].length, SQLITE_STATIC);
            sqlite3_bind_int64(statement, 2, msisdn);
            sqlite3_bind_int64(statement, 3, imsi);
            sqlite3_bind_int(statement, 4, product);
            sqlite3_bind_int(statement, 5, province);
            int code = sqlite3_step(statement);
            int same = code == SQLITE_ROW && sqlite3_column_int(statement, 0);
            sqlite3_reset(statement);
            if (i == 0 && code != SQLITE_DONE) stop(db, "insert");
            if (i == 0 && sqlite3_changes(db) == 1) {
                taken++;
                break;
            }
            if (i == 1) same ? repeated++ : refused++;
        }
        if (++open_rows == COMMIT_ROWS) {
            if (sqlite3_exec(db, "COMMIT; BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK) stop(db, "commit");
            open_rows = 0;
        }
    }
    if (sqlite3_exec(db, "COMMIT", NULL, NULL, NULL) != SQLITE_OK) stop(db, "commit");
    double seconds = now() - began;

    sqlite3_finalize(insert);
    sqlite3_finalize(known);
    sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
    sqlite3_close(db);
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    stat(argv[1], &info);
    printf(
        "{\"taken\": %ld, \"repeated\": %ld, \"refused\": %ld, \"seconds\": %.6f, \"bytes\": %lld, \"max_rss_kib\": %ld}\n", taken,
        repeated, refused, seconds, (long long)info.st_size, usage.ru_maxrss);
    return 0;
}
