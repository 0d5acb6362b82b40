#!/bin/bash
# Names, separated by NUL, of the Swift sources people write: all but the generated ones.
set -euo pipefail
cd "$(dirname "$0")/.."
git ls-files -z --cached --others --exclude-standard -- '*.swift' | while IFS= read -r -d '' file; do
    [ -f "$file" ] || continue
    head -n 1 "$file" | grep -q '^// Generated ' || printf '%s\0' "$file"
done
