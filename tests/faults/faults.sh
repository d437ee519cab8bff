# SPDX-License-Identifier: MIT
# What goes wrong, a function each: it runs "$@" while that is so. $place is where the home and all files are;
# shim RULES runs a command with the calls of shim.cpp failing. "# long" behind a name: only with script/test --long.

# -- the disk

full_disk() { shim "write,truncate,mkdir:ENOSPC:path=$place" "$@"; }
no_new_files() { shim "create,mkdir,link:ENOSPC:path=$place" "$@"; }
disk_cannot_write() { shim "write,truncate:EIO:path=$place" "$@"; }
disk_cannot_read() { shim "read:EIO:path=$place" "$@"; }
sync_fails() { shim "fsync:EIO:path=$place" "$@"; }
half_writes() { shim "write:short:path=$place" "$@"; }
half_reads() { shim "read:short:path=$place" "$@"; }
# The practice log is left out of the syncs: SQLite takes EINTR there for a failure, and on Linux it never comes.
interrupted_calls() { shim "open,change,create,read,write,truncate:EINTR:path=$place:every=2 fsync:EINTR:path=work/:every=2" "$@"; }
cannot_rename() { shim "rename,link:EPERM:path=$place" "$@"; }

# A real disk without a byte left; only where this machine lets us make one (run.sh).
before_small_disk() {
    cd "$scratch" || exit 2
    mv "$place" "$scratch/moved" && mkdir "$place" && mount -t tmpfs -o size=2m tmpfs "$place" || exit 77
    cp -a "$scratch/moved/." "$place" && rm -rf "$scratch/moved"
    dd if=/dev/zero of="$place/filling" bs=4096 2>/dev/null
    cd "$work" || exit 2
}
small_disk() { "$@"; }
# No file may grow beyond 512 bytes; the signal that comes with it is as a shell leaves it.
small_files() { (ulimit -f 1 && "$@"); }

# Whoever may do everything goes by permissions like everybody, and stays the same user: the program may lie where only
# that one may look.
before_read_only_home() { chmod -R a-w,a+rX "$place"; }
read_only_home() {
    if [ "$(id -u)" = 0 ]; then
        setpriv --bounding-set=-dac_override,-dac_read_search "$@"
    else
        "$@"
    fi
}

# -- what a program is given

thousand_open_files() { # each of them, all the way into the program
    (
        ulimit -n 1200 2>/dev/null || exit 99
        for ((number = 10; number < 1010; ++number)); do eval "exec $number</dev/null"; done
        "$@"
    )
}
few_descriptors() { # three, whatever this was started with; UBSan needs some for itself
    ! nm -D "$binary" | grep -q __asan_init || exit 99
    (exec 3>&- 4>&- 5>&- 6>&- 7>&- 8>&- 9>&-; ulimit -n 6 && "$@")
}
tiny_stack() { (ulimit -s 256 && "$@"); }
# Nearly as much as a program may be given.
huge_environment() {
    (
        piece=$(head -c 120000 /dev/zero | tr '\0' x)
        all=()
        for ((number = 0; number < 15; ++number)); do all+=("FILLING_$number=$piece"); done
        with_variables "${all[@]}" -- "$@"
    )
}
no_environment() { with_only -- "$@"; }
home_that_is_not_there() { with_only HOME=/proc/nowhere TZ=UTC -- "$@"; }
home_that_is_a_file() { with_only HOME="$work/secret" TZ=UTC -- "$@"; }
relative_home() { with_only HOME=home XDG_DATA_HOME=data XDG_CONFIG_HOME=config TZ=UTC -- "$@"; }
name_too_long() { with_only HOME="$home" KINDLY_DATA_DIR="/$(head -c 5000 /dev/zero | tr '\0' x)" TZ=UTC -- "$@"; }
# Its messages cannot be told either, so that only the exit status says it.
closed_streams() { "$@" <&- >&-; }
