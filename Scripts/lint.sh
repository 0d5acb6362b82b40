#!/bin/bash
# The formatter's rules (.swift-format), then the rules of the house. Changes nothing; `make format` mends most of the first.
# A line that is too long only because of a sentence in it may stand: cut sentences cannot be searched for.
set -uo pipefail
cd "$(dirname "$0")/.."
failed=0
python=.venv/bin/python
[ -x "$python" ] || python=python3

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
Scripts/swift-sources.sh | xargs -0 swift format lint --parallel > "$findings" 2>&1
formatter=$?
while IFS= read -r finding; do
    if [[ $finding =~ ^([^:]+):([0-9]+):[0-9]+:\ warning:\ \[LineLength\] ]]; then
        sed -n "${BASH_REMATCH[2]}p" "${BASH_REMATCH[1]}" | grep -q '"' && continue
    fi
    echo "$finding"
    failed=1
done < "$findings"
[ $formatter -eq 0 ] || failed=1

"$python" Scripts/check-house.py || failed=1
# What is generated is what the generators would write.
for generator in Scripts/generate-*.py; do
    grep -q -- --check "$generator" && { "$python" "$generator" --check || failed=1; }
done
[ $failed -eq 0 ] && echo "lint: nothing to mend"
exit $failed
