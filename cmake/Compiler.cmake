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
  # Sanitizers put millions of addresses into a program. Where it could be loaded anywhere, each would be worked out at
  # each start, which was more than half of what a short run of kindly took.
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(kindly_compiler INTERFACE -no-pie)
  endif()
  # GCC's warning about values that may be uninitialised misfires on instrumented std::variant.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(kindly_compiler INTERFACE -Wno-maybe-uninitialized)
  endif()
endif()
if(KINDLY_FUZZ)
  # The layers tell libFuzzer which of their branches were taken; without it, it searches blindly.
  target_compile_options(kindly_compiler INTERFACE -fsanitize=fuzzer-no-link)
endif()

# What people run defends itself: addresses that nobody can foretell (PIE, all links resolved at the start and then
# read-only), a stack that notices when it is written over, jumps only to where jumps may lead, checks in the libraries'
# own calls. Sanitizers do the same better, and FORTIFY needs optimisation. tests/security/hardening.sh looks at the
# finished program.
if(NOT KINDLY_SANITIZE)
  include(CheckCXXCompilerFlag)
  set(kindly_optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
  set(kindly_hardening -fPIE -fstack-protector-strong)
  foreach(flag IN ITEMS -fstack-clash-protection -fcf-protection=full -mbranch-protection=standard)
    string(MAKE_C_IDENTIFIER KINDLY_HAS${flag} known)
    check_cxx_compiler_flag(${flag} ${known})
    if(${known})
      list(APPEND kindly_hardening ${flag})
    endif()
  endforeach()
  # As options, in this order: some compilers define it by themselves, and to another value.
  list(APPEND kindly_hardening -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2 -D_GLIBCXX_ASSERTIONS)
  target_compile_options(kindly_compiler INTERFACE "$<${kindly_optimised}:${kindly_hardening}>")
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    target_link_options(kindly_compiler INTERFACE
      "$<${kindly_optimised}:-pie;LINKER:-z,relro;LINKER:-z,now;LINKER:-z,noexecstack>")
  endif()
endif()

find_program(KINDLY_CCACHE ccache)
if(KINDLY_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${KINDLY_CCACHE}")
endif()
