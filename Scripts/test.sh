#!/bin/bash
# Every test, of an optimised build: Swift's on the embedded engine, those that touch a store once more on PostgreSQL (one of their own, started
# and stopped here), then those that use the program from outside, several files at a time (Tests/System). The last line counts all.
# Where CI=true a skipped test is a failed one. PYTEST and SWIFT_TEST may hold more arguments, such as SWIFT_TEST='--filter Numbers'.
set -uo pipefail
cd "$(dirname "$0")/.."
results=.build/test-results
mkdir -p "$results"
rm -f "$results"/*

Scripts/swift-build.sh --tested || { echo "0 passed, 1 failed" | tee "$results/summary"; exit 1; }

# So many tests at a time: where all of a run begin at once, each takes as long as the whole run, and a request among them runs out of its time.
width=$((2 * $(nproc)))

swift_tests() {
    Scripts/with-postgres.sh swift test --skip-build -c release --scratch-path .build/tested -Xswiftc -enable-testing \
        --explicit-target-dependency-import-check error --experimental-maximum-parallelization-width "$width" "$@" 2>&1 \
        | grep --line-buffered -vE "^.{1,3} (Test|Suite|Test case) .*(started|passed after [0-9.]+ seconds)\.$|^Test Suite '|^\s+Executed 0 tests"
    return "${PIPESTATUS[0]}"
}

# How long each part took, for whoever wonders where the time goes.
part_began=$SECONDS
took() {
    printf '%5d s    %s\n' $((SECONDS - part_began)) "$1" >> "$results/timings"
    part_began=$SECONDS
}

# A run, and once more by themselves the few that failed in it: what passes alone and not beside the others is told as unsteady.
runs=()
swift_run() {
    local run=$1 status=0 patterns filters=()
    shift
    SHIMING_TEST_STATEMENTS="$PWD/$results/statements-$run" swift_tests --xunit-output "$results/$run.xml" "$@" || status=$?
    runs+=(--run "$run=$status")
    mapfile -t patterns < <(python3 Scripts/count-tests.py --failed "$results/$run-swift-testing.xml" | grep .)
    took "$run"
    [ ${#patterns[@]} -gt 0 ] || return 0
    for pattern in "${patterns[@]}"; do filters+=(--filter "$pattern"); done
    echo "Alone once more: ${patterns[*]}"
    SHIMING_TEST_STATEMENTS="$PWD/$results/statements-$run-alone" width=1 swift_tests --xunit-output "$results/$run-alone.xml" "${filters[@]}"
    took "$run, alone once more"
}

# All tests of one run share the processors. Those that wait for another process within real time limits have a run of their own, so that
# nobody's computing keeps them waiting past the limits.
timed='^(Carriers|Delivery|Inspection|PostgresStore|Reading|S3Store|Verification|Watermark)Tests\.'
if [ -n "${SWIFT_TEST:-}" ]; then
    swift_run swift $SWIFT_TEST
else
    swift_run swift --skip "$timed"
    swift_run timed --filter "$timed"
fi
SHIMING_TEST_ENGINE=postgres swift_run postgres ${SWIFT_TEST:---filter "$(python3 Scripts/count-tests.py --store-suites)"}

# A test that waits for what never comes fails by its name, and the others go on.
system_tests() {
    SHIMING_BIN="$PWD/.build/tested/release/shiming" .venv/bin/python -m pytest --continue-on-collection-errors --timeout 600 "$@"
}

# Many of them wait: a server starts, a page is drawn. One more at a time than there are processors.
system_status=0
system_tests Tests/System --numprocesses $(($(nproc) + 1)) --dist loadfile --no-loadscope-reorder --junitxml "$results/system.xml" ${PYTEST:-} \
    || system_status=$?
runs+=(--run "system=$system_status")
took system
mapfile -t files < <(python3 Scripts/count-tests.py --failed "$results/system.xml" | grep .)
if [ $system_status -eq 1 ] && [ ${#files[@]} -gt 0 ]; then
    echo "Alone once more: ${files[*]}"
    system_tests "${files[@]}" --junitxml "$results/system-alone.xml" ${PYTEST:-}
    took "system, alone once more"
fi

# Which SQL of Sources no test ran; only a run of everything can say. What a run did not come to, because it ended early, nobody left out.
ended_early() { ! grep -qs '</testsuites>' "$results/$1-swift-testing.xml"; }
if [ -z "${SWIFT_TEST:-}" ] && { ended_early swift || ended_early postgres; }; then
    echo "A Swift run ended without its report: statements are not compared."
elif [ -z "${SWIFT_TEST:-}" ]; then
    statements_status=0
    python3 Scripts/check-statements.py "$results"/statements-{swift,postgres} "$results/statements.xml" || statements_status=$?
    runs+=(--run "statements=$statements_status")
fi

python3 Scripts/count-tests.py "${runs[@]}" "$results"
