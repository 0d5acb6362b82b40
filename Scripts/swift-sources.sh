#!/bin/bash
# Names, separated by NUL, of the Swift sources people write: all but the generated ones.
set -euo pipefail
cd "$(dirname "$0")/.."
{
    # Without a repository (an unpacked archive) every file counts.
    git ls-files -z --cached --others --exclude-standard -- '*.swift' 2> /dev/null \
        || find Package.swift Sources Tests -name '*.swift' -print0
} | while IFS= read -r -d '' file; do
    [ -f "$file" ] || continue
    head -n 1 "$file" | grep -qE '^// (Generated|Made|Written) .*\.py' || printf '%s\0' "$file"
done
