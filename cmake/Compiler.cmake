# SPDX-License-Identifier: MIT
# Warnings, sanitizers and the compiler cache, for our own targets only.
add_library(kindly_compiler INTERFACE)
target_compile_options(kindly_compiler INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual)
if(KINDLY_WARNINGS_AS_ERRORS)
  target_compile_options(kindly_compiler INTERFACE -Werror)
endif()
if(KINDLY_SANITIZE)
  target_compile_options(kindly_compiler INTERFACE
    -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(kindly_compiler INTERFACE -fsanitize=address,undefined)
  # GCC's warning about values that may be uninitialised misfires on instrumented std::variant.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kindly_compiler INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()

find_program(KINDLY_CCACHE ccache)
if(KINDLY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${KINDLY_CCACHE}")
endif()
