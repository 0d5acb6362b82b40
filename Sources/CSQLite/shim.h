#include <sqlite3.h>

/* sqlite3_config and sqlite3_db_config take a varying number of arguments, which Swift does not call. */
static inline int shiming_count_no_memory(void) { return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); }

static inline int shiming_enable_triggers(sqlite3 *db, int enabled) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, (int *)0);
}
