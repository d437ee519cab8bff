# SPDX-License-Identifier: MIT
# shellcheck shell=sh
# What script/try-package does as the administrator of its fresh system.
set -eu

fail() {
    echo "try-package: $*" >&2
    exit 1
}

apt() { apt-get -q --yes "$@" >/root/apt.log 2>&1 || { cat /root/apt.log >&2; fail "apt-get $1 failed"; }; }

# Every file that is there, but for what systems write about themselves, and people's own.
all_files() {
    find / -xdev \( -path /proc -o -path /dev -o -path /home -o -path /root -o -path /tmp -o -path /var/log -o -path /var/cache \
        -o -path /var/lib/apt -o -path /var/lib/dpkg \) -prune -o ! -type d -print | LC_ALL=C sort
}
remember_files() { all_files >"/root/files.$1"; }

install_package() { # a file
    apt install --no-install-recommends "./$1"
    [ -z "$(dpkg --verify kindly)" ] || fail "installed files differ from the package's: $(dpkg --verify kindly)"
    grep -q '^kindly.desktop$\|=kindly.desktop;' /usr/share/applications/mimeinfo.cache || fail "desktops do not know kindly"
    [ -e /usr/share/mime/application/x-kindly+json.xml ] || fail "the file type is not in the database"
    desktop-file-validate /usr/share/applications/kindly.desktop
    # Nobody else may change what was installed, and nothing of it has special rights.
    dpkg-query --listfiles kindly | while IFS= read -r file; do
        [ -z "$(find "$file" -maxdepth 0 \( -perm /7022 -o ! -user root \) ! -type l)" ] || fail "mode of $file"
    done
    # The program needs nothing that apt did not bring.
    ! ldd /usr/bin/kindly | grep 'not found' || fail "libraries are missing"
}

remove_package() { # remove or purge
    apt "$1" kindly
    ! command -v kindly >/dev/null || fail "kindly is still there"
}

nothing_left() { # since these files were there
    apt autoremove --purge
    remember_files now
    comm -13 "/root/files.$1" /root/files.now >/root/left
    [ ! -s /root/left ] || fail "left behind: $(cat /root/left)"
    comm -23 "/root/files.$1" /root/files.now >/root/gone
    [ ! -s /root/gone ] || fail "gone that was there before: $(cat /root/gone)"
    ! dpkg-query --show kindly >/dev/null 2>&1 || fail "dpkg still knows kindly"
    ! grep -rlI kindly /etc /usr/share/applications /usr/share/mime /var/lib/dpkg/info 2>/dev/null || fail "it is still named there"
}
