# SPDX-License-Identifier: MIT
# The one place that finds libraries; ARCHITECTURE.md says why each is here.
find_package(PkgConfig REQUIRED)
find_package(CLI11 2.1 REQUIRED)
find_package(fmt 9 REQUIRED)
find_package(nlohmann_json 3.11 REQUIRED)
find_package(SQLite3 3.37 REQUIRED) # STRICT tables
find_package(SQLiteCpp 3 REQUIRED)
find_package(Intl REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(utf8proc REQUIRED IMPORTED_TARGET libutf8proc)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)

# Drawing on a terminal. Wide characters; nothing of it is global but the library itself.
pkg_check_modules(ncursesw REQUIRED IMPORTED_TARGET ncursesw)
add_library(kindly_curses INTERFACE)
target_link_libraries(kindly_curses INTERFACE PkgConfig::ncursesw)

# Headers without a package of their own: system headers, so that their warnings are not ours.
find_path(MUSTACHE_INCLUDE_DIR kainjow/mustache.hpp REQUIRED)
add_library(kindly_mustache INTERFACE)
target_include_directories(kindly_mustache SYSTEM INTERFACE ${MUSTACHE_INCLUDE_DIR})

# Header-only fmt starts the program sooner (no library to load); the shared library builds in half the time.
option(KINDLY_FMT_HEADER_ONLY "Compile fmt into the program" OFF)
add_library(kindly_fmt INTERFACE)
target_link_libraries(kindly_fmt INTERFACE $<IF:$<BOOL:${KINDLY_FMT_HEADER_ONLY}>,fmt::fmt-header-only,fmt::fmt>)

if(KINDLY_TESTS)
  find_package(GTest 1.12 REQUIRED)
  find_package(rapidcheck REQUIRED)
  find_path(VALIJSON_INCLUDE_DIR valijson/validator.hpp REQUIRED)
  find_package(valijson REQUIRED) # judges the JSON Schemas
endif()
