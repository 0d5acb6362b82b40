#!/bin/bash
# Runs a command beside a PostgreSQL of its own: a fresh cluster in a temporary folder, reached by a socket there, gone with the command.
# The command finds its connection string in SHIMING_TEST_POSTGRES. The server refuses to run as root: root lends it the user postgres.
# SHIMING_TEST_POSTGRES_CONF holds more lines of its configuration; SHIMING_TEST_SLOW_SYNC makes every sync to disk so many microseconds slower.
set -uo pipefail
programs=$(pg_config --bindir 2> /dev/null || true)
[ -x "$programs/initdb" ] || programs=$(ls -d /usr/lib/postgresql/*/bin 2> /dev/null | sort -V | tail -n 1)
[ -x "$programs/initdb" ] || { echo "with-postgres: no PostgreSQL server found (Debian: postgresql)" >&2; exit 1; }

here=$(cd "$(dirname "$0")/.." && pwd)
folder=$(mktemp -d /tmp/shiming-pg.XXXXXX)
as_server=()
if [ "$(id -u)" = 0 ]; then
    as_server=(runuser -u postgres --)
    chown postgres "$folder"
fi
chmod 711 "$folder"
preloaded=()
if [ -n "${SHIMING_TEST_SLOW_SYNC:-}" ]; then
    cc -O2 -shared -fPIC -o "$folder/slow_sync.so" "$here/Benchmarks/c/slow_sync.c" -ldl || { rm -rf "$folder"; exit 1; }
    preloaded=(env LD_PRELOAD="$folder/slow_sync.so" SLOW_SYNC_MICROSECONDS="$SHIMING_TEST_SLOW_SYNC")
fi
stop() {
    "${as_server[@]}" "$programs/pg_ctl" --pgdata "$folder/data" --mode immediate stop > /dev/null 2>&1
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 130' INT TERM

cd /
"${as_server[@]}" "$programs/initdb" --pgdata "$folder/data" --username shiming --auth trust --encoding UTF8 --locale C.UTF-8 \
    > "$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
cat >> "$folder/data/postgresql.conf" <<CONF
listen_addresses = ''
unix_socket_directories = '$folder'
max_connections = 400
max_locks_per_transaction = 256
max_pred_locks_per_transaction = 256
# A commit waits for nobody unless a test asks for it, and then for ever.
synchronous_commit = local
synchronous_standby_names = 'nobody'
${SHIMING_TEST_POSTGRES_CONF:-}
CONF
"${as_server[@]}" "${preloaded[@]}" "$programs/pg_ctl" --pgdata "$folder/data" --log "$folder/server.log" --wait start > /dev/null \
    || { cat "$folder/server.log" >&2; exit 1; }
cd "$OLDPWD" || exit 1
export SHIMING_TEST_POSTGRES="postgresql://shiming@/postgres?host=$folder"
"$@"
