#!/bin/bash
# Every test: Swift's, then those that use the built program from outside (Tests/System). The last line counts both.
# Where CI=true a skipped test is a failed one. PYTEST and SWIFT_TEST may hold more arguments, such as SWIFT_TEST='--filter Numbers'.
set -uo pipefail
cd "$(dirname "$0")/.."
results=.build/test-results
mkdir -p "$results"
rm -f "$results"/*

Scripts/swift-build.sh --build-tests || { echo "0 passed, 1 failed" | tee "$results/summary"; exit 1; }

swift test --skip-build --explicit-target-dependency-import-check error --xunit-output "$results/swift.xml" ${SWIFT_TEST:-} 2>&1 \
    | grep --line-buffered -vE "^.{1,3} (Test|Suite|Test case) .*(started|passed after [0-9.]+ seconds)\.$|^Test Suite '|^\s+Executed 0 tests"
swift_status=${PIPESTATUS[0]}

SHIMING_BIN="$(swift build --show-bin-path)/shiming" \
    .venv/bin/python -m pytest Tests/System --continue-on-collection-errors --junitxml "$results/system.xml" ${PYTEST:-}
system_status=$?

python3 Scripts/count-tests.py --swift $swift_status --system $system_status "$results"
