# SPDX-License-Identifier: MIT
# What `cmake --install` puts where, beside the program (src/) and the message catalogues (po/). The program finds all of
# it beside itself (../share), so that any prefix works.
install(DIRECTORY exercises/ DESTINATION ${CMAKE_INSTALL_DATADIR}/kindly/exercises PATTERN README.md EXCLUDE)
install(FILES exercises/README.md DESTINATION ${CMAKE_INSTALL_DOCDIR} RENAME EXERCISES.md)
install(FILES README.md CHANGELOG.md LICENSE packaging/copyright DESTINATION ${CMAKE_INSTALL_DOCDIR})

install(FILES man/kindly.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES man/kindly-events.5 man/kindly-exercise.5 man/kindly-homework.5 man/kindly-log.5
        DESTINATION ${CMAKE_INSTALL_MANDIR}/man5)

# Desktops: kindly in the menu, and for files that are called NAME.kindly.json.
install(FILES packaging/kindly.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES packaging/kindly.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
install(FILES packaging/kindly.svg DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps)
