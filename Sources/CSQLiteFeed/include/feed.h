#ifndef SHIMING_FEED_H
#define SHIMING_FEED_H

#include <stdint.h>
#include <string.h>

// Rows in memory as a table of SQLite's: `INSERT INTO t (a, b) SELECT c0, c1 FROM fed_row`. One statement then adds many rows, and SQLite
// keeps its cursor where the last row went, instead of opening the table and seeking from the root for each.

enum { SHIMING_FED_NULL, SHIMING_FED_INT, SHIMING_FED_TEXT, SHIMING_FED_BLOB };
enum { SHIMING_FEED_COLUMNS_MAX = 32 };

typedef struct {
    // The number, or where in `bytes` the text or blob begins.
    int64_t number;
    uint32_t length;
    uint32_t kind;
} shiming_fed_value;

// All zero is an empty feed.
typedef struct {
    // Row after row; the last may be incomplete.
    shiming_fed_value *values;
    uint32_t count, capacity;
    uint32_t columns;
    char *bytes;
    uint32_t bytes_count, bytes_capacity;
    // Set once a value found no room.
    uint32_t is_exhausted;
} shiming_feed;

struct sqlite3;

// Makes `fed_row` known to a connection: the complete rows of `feed`, which outlives the connection. Returns SQLite's result code.
int shiming_feed_register(struct sqlite3 *connection, const shiming_feed *feed);

// Room for at least one more value and `bytes` more bytes; 0 when there is none.
int shiming_feed_grow(shiming_feed *feed, uint32_t bytes);

// Forgets the complete rows and keeps what there is of the next.
void shiming_feed_drop_rows(shiming_feed *feed);

void shiming_feed_free(shiming_feed *feed);

static inline void shiming_feed_add(shiming_feed *feed, uint32_t kind, int64_t number, const void *bytes, uint32_t length) {
    if (feed->count == feed->capacity || feed->bytes_capacity - feed->bytes_count < length) {
        if (!shiming_feed_grow(feed, length)) return;
    }
    if (length) {
        number = feed->bytes_count;
        memcpy(feed->bytes + feed->bytes_count, bytes, length);
        feed->bytes_count += length;
    }
    feed->values[feed->count++] = (shiming_fed_value){number, length, kind};
}

static inline uint32_t shiming_feed_rows(const shiming_feed *feed) { return feed->columns ? feed->count / feed->columns : 0; }

#endif
