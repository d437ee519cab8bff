# SPDX-License-Identifier: MIT
# Run by CPack on the installed files before they become a package: what Debian wants in another form than other
# systems. Manual pages and changelogs are compressed, with nothing in them that depends on when; the licences stand
# in one file, "copyright"; the time of every file is that of the source, so that a package can be made again.
if(DEFINED ENV{SOURCE_DATE_EPOCH})
  set(moment $ENV{SOURCE_DATE_EPOCH})
else()
  # Of a source archive and of a checkout alike.
  file(TIMESTAMP ${CMAKE_CURRENT_LIST_DIR}/../CHANGELOG.md moment "%s" UTC)
endif()
if(NOT moment MATCHES "^[0-9]+$")
  message(FATAL_ERROR "SOURCE_DATE_EPOCH has to be a number of seconds, and not \"${moment}\"")
endif()

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE printed OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}: ${status}")
  endif()
  set(printed "${printed}" PARENT_SCOPE)
endfunction()

set(share ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr/share)
if(NOT EXISTS ${share}/doc/kindly/copyright)
  message(FATAL_ERROR "The files to pack are not in ${share}")
endif()

file(REMOVE ${share}/doc/kindly/LICENSE ${share}/kindly/exercises/LICENSE)
file(RENAME ${share}/doc/kindly/CHANGELOG.md ${share}/doc/kindly/changelog)
run(env LC_ALL=C date --utc --rfc-email --date @${moment})
file(WRITE ${share}/doc/kindly/changelog.Debian
     "kindly (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=low

  * Made from the source of kindly ${CPACK_PACKAGE_VERSION}. What changed for the people
    who use it is in changelog.gz, beside this file.

 -- ${CPACK_PACKAGE_CONTACT}  ${printed}
")
file(GLOB pages ${share}/man/man*/*)
run(gzip -9 -n -f ${pages} ${share}/doc/kindly/changelog ${share}/doc/kindly/changelog.Debian)
run(find ${CPACK_TEMPORARY_INSTALL_DIRECTORY} -exec touch --no-dereference --date @${moment} {} +)
