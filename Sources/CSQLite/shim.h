#include <sqlite3.h>

/* sqlite3_db_config takes a varying number of arguments, which Swift does not call. */
static inline int shiming_enable_triggers(sqlite3 *db, int enabled) {
    return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, (int *)0);
}
