# SPDX-License-Identifier: MIT
# KINDLY_STATIC: what the machine has static archives of becomes part of the program. Loading and relocating shared
# libraries is most of what `kindly --version` does, so this is how the program that people build for themselves
# starts sooner. Two things speak against it elsewhere: a library that is part of the program gets its security
# updates only by building again, which is why packages (preset "package") stay shared; and the C library stays
# shared always, because locales, message catalogues and time zones need it as the system has it.
option(KINDLY_STATIC "Link what there are static archives of into the program, so that it starts sooner" OFF)

add_library(kindly_linking INTERFACE) # for the program alone
if(NOT KINDLY_STATIC)
  return()
endif()

set(kindly_from_archives "")
# The archive beside the shared library; a system without it keeps the shared one, and configuring says so.
function(kindly_find_archive variable name)
  find_library(${variable} NAMES lib${name}.a)
  mark_as_advanced(${variable})
  if(${variable})
    list(APPEND kindly_from_archives ${name})
    set(kindly_from_archives ${kindly_from_archives} PARENT_SCOPE)
  endif()
endfunction()

kindly_find_archive(KINDLY_SQLITE_ARCHIVE sqlite3)
if(KINDLY_SQLITE_ARCHIVE)
  set_target_properties(SQLite::SQLite3 PROPERTIES IMPORTED_LOCATION ${KINDLY_SQLITE_ARCHIVE})
  set_property(TARGET SQLite::SQLite3 APPEND PROPERTY INTERFACE_LINK_LIBRARIES Threads::Threads ${CMAKE_DL_LIBS} m)
endif()
kindly_find_archive(KINDLY_UTF8PROC_ARCHIVE utf8proc)
if(KINDLY_UTF8PROC_ARCHIVE)
  set_target_properties(PkgConfig::utf8proc PROPERTIES INTERFACE_LINK_LIBRARIES ${KINDLY_UTF8PROC_ARCHIVE})
endif()
kindly_find_archive(KINDLY_SODIUM_ARCHIVE sodium)
if(KINDLY_SODIUM_ARCHIVE)
  set_target_properties(PkgConfig::sodium PROPERTIES INTERFACE_LINK_LIBRARIES
                                                     "${KINDLY_SODIUM_ARCHIVE};Threads::Threads")
endif()
kindly_find_archive(KINDLY_CURSES_ARCHIVE ncursesw)
kindly_find_archive(KINDLY_TERMINFO_ARCHIVE tinfo)
if(KINDLY_CURSES_ARCHIVE AND KINDLY_TERMINFO_ARCHIVE)
  set_target_properties(PkgConfig::ncursesw PROPERTIES INTERFACE_LINK_LIBRARIES
                                                       "${KINDLY_CURSES_ARCHIVE};${KINDLY_TERMINFO_ARCHIVE}")
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  execute_process(COMMAND ${CMAKE_CXX_COMPILER} -print-file-name=libstdc++.a OUTPUT_VARIABLE KINDLY_STDCXX_ARCHIVE
                  OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(IS_ABSOLUTE "${KINDLY_STDCXX_ARCHIVE}") # the bare name where there is none
    target_link_options(kindly_linking INTERFACE -static-libstdc++ -static-libgcc)
    list(APPEND kindly_from_archives stdc++)
  endif()
endif()
# Archives bring along much that nothing asks for, and each address in it would be worked out at each start.
include(CheckLinkerFlag)
foreach(flag IN ITEMS --gc-sections -z,pack-relative-relocs)
  string(MAKE_C_IDENTIFIER KINDLY_LINKS_WITH${flag} known)
  check_linker_flag(CXX LINKER:${flag} ${known})
  if(${known})
    target_link_options(kindly_linking INTERFACE LINKER:${flag})
  endif()
endforeach()
list(JOIN kindly_from_archives ", " kindly_from_archives)
message(STATUS "KINDLY_STATIC: part of the program are ${kindly_from_archives}; all else is shared")
