# SPDX-License-Identifier: MIT
# shellcheck shell=bash
#
# A room: a fresh Debian 12 in a folder, made by debootstrap, for trying things where nothing was installed by hand. Read
# by script/clean-room and script/try-package; does nothing by itself. Needs root.
#
# Whatever is mounted for it (/proc, terminals) is mounted in a mount namespace of the command that runs in it, so that
# it is gone with that command, also after kill -9; outside, nothing is ever mounted below the folder, and removing
# it cannot reach anything else.
#
# Sets: room, the folder. Uses: room_folder (where to, or empty for a temporary one), room_mirror (or empty),
# room_keep (yes or no).

room='' room_folder='' room_mirror='' room_keep=no room_made=no

room_say() { echo "${0##*/}: $*" >&2; }
room_fail() {
    room_say "$1"
    exit "${2:-1}"
}

# Takes an option that both scripts have. Sets room_took to how many words it was; 0 if it is none.
room_option() {
    room_took=2
    case $1 in
        --keep)
            room_keep=yes room_took=1
            return
            ;;
        --at | --mirror) [ $# -ge 2 ] && [ -n "$2" ] || room_fail "$1 needs a value" 2 ;;
        *)
            room_took=0
            return
            ;;
    esac
    case $1 in
        --at) room_folder=$2 ;;
        --mirror) room_mirror=$2 ;;
    esac
}

# Before anything that takes long.
room_check() {
    [ "$(id -u)" = 0 ] || room_fail "this makes a system of its own in a folder, which only root can do"
    local program missing=()
    for program in debootstrap unshare; do
        command -v "$program" >/dev/null || missing+=("$program")
    done
    [ "${#missing[@]}" = 0 ] || room_fail "not installed: ${missing[*]} (apt-get install debootstrap util-linux)"
    if [ -n "$room_folder" ] && [ -e "$room_folder" ] && [ -n "$(ls -A "$room_folder" 2>/dev/null || echo x)" ]; then
        room_fail "--at: $room_folder is there and not empty; it stays as it is. Name a new folder." 2
    fi
    if [ -z "$room_mirror" ]; then
        room_mirror=${KINDLY_MIRROR:-}
    fi
    if [ -z "$room_mirror" ]; then # this system's own, if it is a Debian that knows of this one
        room_mirror=$(apt-get indextargets --format '$(REPO_URI) $(CODENAME)' 'Component: main' 2>/dev/null |
            awk '$2 == "bookworm" { print $1; exit }')
    fi
    [ -n "$room_mirror" ] ||
        room_fail "no mirror of Debian 12 in this system's apt sources: name one with --mirror URL or KINDLY_MIRROR" 2
}

# In namespaces of its own: mounts and processes that end with the command.
room_apart() { unshare --mount --propagation private --pid --fork --kill-child "$@"; }

room_clean_up() {
    [ -n "$room" ] && [ "$room_made" = yes ] || return 0
    if grep -q " $room/" /proc/self/mounts; then
        room_say "something is mounted below $room, which this did not do: it is left there."
        return 0
    fi
    if [ "$room_keep" = yes ]; then
        room_say "kept: $room"
    else
        rm -rf --one-file-system "$room"
    fi
}

# A fresh system. Interrupted or not, what is left of it goes.
room_open() {
    trap room_clean_up EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    trap 'exit 129' HUP
    if [ -n "$room_folder" ]; then
        mkdir -p "$room_folder"
        room=$(cd "$room_folder" && pwd -P)
    else
        room=$(mktemp -d "${TMPDIR:-/tmp}/kindly-room.XXXXXXXX")
        room=$(cd "$room" && pwd -P)
    fi
    room_made=yes
    chmod 755 "$room"
    room_say "a fresh Debian 12 in $room (some minutes)"
    local log=$room.log options=(--variant=minbase)
    [ -e /usr/share/keyrings/debian-archive-keyring.gpg ] || {
        room_say "debian-archive-keyring is not installed: signatures are not checked."
        options+=(--no-check-gpg)
    }
    if ! room_apart debootstrap "${options[@]}" bookworm "$room" "$room_mirror" </dev/null >"$log" 2>&1; then
        tail -n 20 "$log" "$room/debootstrap/debootstrap.log" >&2 2>/dev/null || true
        rm -f "$log"
        room_fail "debootstrap failed, as shown above"
    fi
    rm -f "$log"
    # How this system reaches its mirror is how that one will.
    apt-config dump 2>/dev/null | grep -E '^Acquire::(http|https|Check-[A-Za-z-]*)[: ]' >"$room/etc/apt/apt.conf.d/90as-outside" || true
    cp /etc/resolv.conf /etc/hosts "$room/etc/" 2>/dev/null || true
    if [ -s /etc/ssl/certs/ca-certificates.crt ]; then
        mkdir -p "$room/etc/ssl/certs"
        cp /etc/ssl/certs/ca-certificates.crt "$room/etc/ssl/certs/"
    fi
}

# Runs a shell command in the room: room_run USER FOLDER COMMAND. No terminal, nothing of the environment outside but
# proxies. Its first process is a shell that waits, as on a system of its own, so that what is orphaned is looked after.
room_run() {
    local user=$1 folder=$2 command=$3 home=/root environment=() name
    [ "$user" = root ] || home=/home/$user
    for name in http_proxy https_proxy no_proxy CI SOURCE_DATE_EPOCH; do
        [ -z "${!name:-}" ] || environment+=("$name=${!name}")
    done
    # shellcheck disable=SC2016 # expanded inside
    room_apart ${room_unshare[@]+"${room_unshare[@]}"} sh -c '
        set -e
        room=$1 user=$2
        shift 2
        mount -t proc proc "$room/proc"
        mkdir -p "$room/dev/pts" "$room/dev/shm"
        mount -t devpts -o newinstance,ptmxmode=0666,mode=0620,gid=5 devpts "$room/dev/pts"
        mount -t tmpfs -o mode=1777 tmpfs "$room/dev/shm"
        chroot --userspec="$user:$user" "$room" "$@" </dev/null &
        wait $!
    ' sh "$room" "$user" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME="$home" LANG=C.UTF-8 \
        TERM=dumb DEBIAN_FRONTEND=noninteractive ${environment[@]+"${environment[@]}"} sh -c "cd '$folder' && { $command
}"
}
