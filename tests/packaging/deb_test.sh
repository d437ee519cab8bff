#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
#
# The Debian package is made, lintian finds no error in it, and it depends on the system's libraries.
#
#   deb_test.sh SOURCE_TREE
set -eu
set -o pipefail
cd "$1"

fail() {
    echo "deb_test: $*" >&2
    exit 1
}
command -v lintian >/dev/null || fail "lintian is not installed: script/bootstrap --with-packages"
made=$(script/package --deb | tail -n 1)
field() { dpkg-deb --field "$made" "$1"; }
for library in libc6 libncursesw6 libsodium23 libsqlite3-0 libstdc++6 libutf8proc2; do
    field Depends | grep -qE "(^|, )${library//+/\\+} \(" || fail "it does not depend on $library: $(field Depends)"
done
field Depends | grep -qF 'libsqlite3-0 (>= 3.37)' || fail "an older SQLite has no STRICT tables: $(field Depends)"
[ -z "$(dpkg-deb --ctrl-tarfile "$made" | tar -t | grep -E '^\./(pre|post)(inst|rm)$')" ] || fail "it runs something of ours as root"
dpkg-deb --fsys-tarfile "$made" | tar -tv >build/deb-files
! grep -vE '^(drwxr-xr-x|-rwxr-xr-x|-rw-r--r--) root/root ' build/deb-files || fail "owners or modes"
for file in bin/kindly share/man/man1/kindly.1.gz share/doc/kindly/changelog.gz share/doc/kindly/changelog.Debian.gz \
    share/doc/kindly/copyright share/kindly/exercises/feet.json share/mime/packages/kindly.xml; do
    grep -q " ./usr/$file\$" build/deb-files || fail "$file is not in it"
done
