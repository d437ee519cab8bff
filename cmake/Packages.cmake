# SPDX-License-Identifier: MIT
# The .deb, made by CPack: `script/package` is the command for people. It holds what `cmake --install` installs;
# cmake/package_contents.cmake gives that the form that Debian asks for. The libraries are the system's (preset "package").
set(KINDLY_MAINTAINER "kindly contributors <kindly@example.org>" CACHE STRING
    "Whom the package names as the one who made it: Name <address>")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME kindly)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_CONTACT ${KINDLY_MAINTAINER})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "guided self-compassion exercises in the terminal")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ
                                                WORLD_EXECUTE)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_SOURCE_DIR}/cmake/package_contents.cmake)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# The table of symbols that dpkg-shlibdeps goes by knows functions only, and not that our tables are STRICT.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libsqlite3-0 (>= 3.37)")
# Times are kept with the zone where they were; without this package, every zone is UTC.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS tzdata)
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "espeak-ng, pulseaudio-utils")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
    "Walks you through short exercises in being kinder to yourself: a few plain
sentences, silences that are timed, questions that may be left unanswered.
It offers steady ground when things are a lot, fits the time that you have,
and can be stopped at any moment with one key.
.
What you practise and write stays in one file on your own machine; there is
no network code. Exercises are text files, and can be adapted, checked and
set as homework by a therapist.
.
It is not therapy, treatment or a crisis service.")
include(CPack)
