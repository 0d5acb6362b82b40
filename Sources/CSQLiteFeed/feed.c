#include "feed.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    sqlite3_vtab base;
    const shiming_feed *feed;
} feed_table;

typedef struct {
    sqlite3_vtab_cursor base;
    const shiming_feed *feed;
    const shiming_fed_value *row;
    uint32_t position;
} feed_cursor;

static int feed_connect(
    sqlite3 *connection, void *context, int count, const char *const *arguments, sqlite3_vtab **made, char **message) {
    (void)count, (void)arguments, (void)message;
    char schema[32 + 8 * SHIMING_FEED_COLUMNS_MAX] = "CREATE TABLE x(c0";
    for (int i = 1; i < SHIMING_FEED_COLUMNS_MAX; i++) {
        size_t length = strlen(schema);
        sqlite3_snprintf((int)(sizeof schema - length), schema + length, ",c%d", i);
    }
    strcat(schema, ")");
    int code = sqlite3_declare_vtab(connection, schema);
    if (code != SQLITE_OK) return code;
    feed_table *table = sqlite3_malloc(sizeof *table);
    if (!table) return SQLITE_NOMEM;
    memset(table, 0, sizeof *table);
    table->feed = context;
    *made = &table->base;
    return SQLITE_OK;
}

static int feed_disconnect(sqlite3_vtab *table) {
    sqlite3_free(table);
    return SQLITE_OK;
}

static int feed_best_index(sqlite3_vtab *table, sqlite3_index_info *info) {
    (void)table;
    info->estimatedCost = 1000;
    return SQLITE_OK;
}

static int feed_open(sqlite3_vtab *table, sqlite3_vtab_cursor **made) {
    feed_cursor *cursor = sqlite3_malloc(sizeof *cursor);
    if (!cursor) return SQLITE_NOMEM;
    memset(cursor, 0, sizeof *cursor);
    cursor->feed = ((feed_table *)table)->feed;
    *made = &cursor->base;
    return SQLITE_OK;
}

static int feed_close(sqlite3_vtab_cursor *cursor) {
    sqlite3_free(cursor);
    return SQLITE_OK;
}

static int feed_filter(sqlite3_vtab_cursor *base, int number, const char *text, int count, sqlite3_value **values) {
    (void)number, (void)text, (void)count, (void)values;
    feed_cursor *cursor = (feed_cursor *)base;
    cursor->position = 0;
    cursor->row = cursor->feed->values;
    return SQLITE_OK;
}

static int feed_next(sqlite3_vtab_cursor *base) {
    feed_cursor *cursor = (feed_cursor *)base;
    cursor->position++;
    cursor->row += cursor->feed->columns;
    return SQLITE_OK;
}

static int feed_eof(sqlite3_vtab_cursor *base) {
    feed_cursor *cursor = (feed_cursor *)base;
    return cursor->position >= shiming_feed_rows(cursor->feed);
}

static int feed_column(sqlite3_vtab_cursor *base, sqlite3_context *context, int column) {
    feed_cursor *cursor = (feed_cursor *)base;
    if ((uint32_t)column >= cursor->feed->columns) return SQLITE_RANGE;
    const shiming_fed_value *value = cursor->row + column;
    // The bytes stay where they are until the statement has ended.
    switch (value->kind) {
    case SHIMING_FED_INT: sqlite3_result_int64(context, value->number); break;
    case SHIMING_FED_TEXT:
        // An empty text has no address of its own, and without one it would be NULL.
        sqlite3_result_text(
            context, value->length ? cursor->feed->bytes + value->number : "", (int)value->length, SQLITE_STATIC);
        break;
    case SHIMING_FED_BLOB:
        if (value->length == 0) sqlite3_result_zeroblob(context, 0);
        else sqlite3_result_blob(context, cursor->feed->bytes + value->number, (int)value->length, SQLITE_STATIC);
        break;
    default: sqlite3_result_null(context);
    }
    return SQLITE_OK;
}

static int feed_rowid(sqlite3_vtab_cursor *base, sqlite3_int64 *number) {
    *number = ((feed_cursor *)base)->position;
    return SQLITE_OK;
}

// Without xCreate the table is there by its name alone and cannot be made under another.
static const sqlite3_module feed_module = {
    .xConnect = feed_connect,
    .xBestIndex = feed_best_index,
    .xDisconnect = feed_disconnect,
    .xOpen = feed_open,
    .xClose = feed_close,
    .xFilter = feed_filter,
    .xNext = feed_next,
    .xEof = feed_eof,
    .xColumn = feed_column,
    .xRowid = feed_rowid,
};

int shiming_feed_register(sqlite3 *connection, const shiming_feed *feed) {
    return sqlite3_create_module_v2(connection, "fed_row", &feed_module, (void *)feed, NULL);
}

int shiming_feed_grow(shiming_feed *feed, uint32_t bytes) {
    if (feed->count == feed->capacity) {
        uint32_t capacity = feed->capacity ? feed->capacity * 2 : 4096;
        shiming_fed_value *values = realloc(feed->values, capacity * sizeof *values);
        if (values) feed->values = values;
        if (values) feed->capacity = capacity;
        else feed->is_exhausted = 1;
    }
    uint64_t needed = (uint64_t)feed->bytes_count + bytes;
    if (needed > feed->bytes_capacity) {
        uint64_t capacity = feed->bytes_capacity ? feed->bytes_capacity : 65536;
        while (capacity < needed) capacity *= 2;
        char *grown = capacity <= UINT32_MAX ? realloc(feed->bytes, capacity) : NULL;
        if (grown) feed->bytes = grown;
        if (grown) feed->bytes_capacity = (uint32_t)capacity;
        else feed->is_exhausted = 1;
    }
    return !feed->is_exhausted;
}

void shiming_feed_drop_rows(shiming_feed *feed) {
    uint32_t begun = feed->columns ? feed->count % feed->columns : 0;
    memmove(feed->values, feed->values + (feed->count - begun), begun * sizeof *feed->values);
    feed->count = begun;
    // The bytes of a begun row lie behind those of the complete ones; they stay where they are until no row is begun.
    if (begun == 0) feed->bytes_count = 0;
}

void shiming_feed_free(shiming_feed *feed) {
    free(feed->values);
    free(feed->bytes);
    memset(feed, 0, sizeof *feed);
}
