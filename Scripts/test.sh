#!/bin/bash
# Every test: Swift's on the embedded engine, those that touch a store once more on PostgreSQL (one of their own, started and stopped here),
# then those that use the built program from outside (Tests/System). The last line counts all.
# Where CI=true a skipped test is a failed one. PYTEST and SWIFT_TEST may hold more arguments, such as SWIFT_TEST='--filter Numbers'.
set -uo pipefail
cd "$(dirname "$0")/.."
results=.build/test-results
mkdir -p "$results"
rm -f "$results"/*

Scripts/swift-build.sh --build-tests || { echo "0 passed, 1 failed" | tee "$results/summary"; exit 1; }

swift_tests() {
    Scripts/with-postgres.sh swift test --skip-build --explicit-target-dependency-import-check error "$@" 2>&1 \
        | grep --line-buffered -vE "^.{1,3} (Test|Suite|Test case) .*(started|passed after [0-9.]+ seconds)\.$|^Test Suite '|^\s+Executed 0 tests"
    return "${PIPESTATUS[0]}"
}

swift_tests --xunit-output "$results/swift.xml" ${SWIFT_TEST:-}
swift_status=$?
SHIMING_TEST_ENGINE=postgres swift_tests --xunit-output "$results/postgres.xml" ${SWIFT_TEST:---filter '^(UseCases|API|Records|Store)Tests\.'}
postgres_status=$?

SHIMING_BIN="$(swift build --show-bin-path)/shiming" \
    .venv/bin/python -m pytest Tests/System --continue-on-collection-errors --junitxml "$results/system.xml" ${PYTEST:-}
system_status=$?

python3 Scripts/count-tests.py --swift $swift_status --postgres $postgres_status --system $system_status "$results"
