#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every code that a message can have is shown by a case: a file that gives it, with the exact text, and one that does not.
set -eu
source=$1

codes=$(sed -nE 's/^ *\{"([A-Z][0-9]{3})".*/\1/p' "$source"/src/checker/codes*.cpp | sort -u)
[ "$(wc -l <<<"$codes")" -ge 80 ] || { echo "too few codes were found: $codes"; exit 1; }

failed=0
for code in $codes; do
    said=$(cat "$source/tests/cases/check/$code"*/output "$source/tests/cases/check/$code"*/error 2>/dev/null || true)
    if ! grep -qE "(error|warning|advice) $code:" <<<"$said"; then
        echo "$code: no case in tests/cases/check shows its message"
        failed=1
    fi
    if ! compgen -G "$source/tests/cases/check/$code*/files/good*" >/dev/null; then
        echo "$code: no case in tests/cases/check shows a file without it"
        failed=1
    fi
done
exit "$failed"
