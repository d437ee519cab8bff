# SPDX-License-Identifier: MIT
# kindly_completions(TARGET): what lets bash, zsh and fish complete kindly's commands. The program writes it itself, right
# after it is linked, so that it always fits; a cross build cannot run the program, and leaves it out unless there is an
# emulator.
if(CMAKE_CROSSCOMPILING AND NOT CMAKE_CROSSCOMPILING_EMULATOR)
  set(KINDLY_COMPLETIONS_DEFAULT OFF)
else()
  set(KINDLY_COMPLETIONS_DEFAULT ON)
endif()
option(KINDLY_COMPLETIONS "Write and install completions for bash, zsh and fish" ${KINDLY_COMPLETIONS_DEFAULT})

function(kindly_completions program)
  if(NOT KINDLY_COMPLETIONS)
    return()
  endif()
  set(folder ${CMAKE_BINARY_DIR}/completions)
  file(MAKE_DIRECTORY ${folder})
  # In English, whoever builds it, and with nobody's configuration.
  set(run ${CMAKE_COMMAND} -E env --unset=XDG_CONFIG_HOME --unset=XDG_DATA_HOME --unset=KINDLY_DATA_DIR --unset=LANGUAGE
      LC_ALL=C HOME=${folder} ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:${program}> completion)
  foreach(shell_and_file bash:kindly.bash zsh:_kindly fish:kindly.fish)
    string(REPLACE ":" ";" parts ${shell_and_file})
    list(GET parts 0 shell)
    list(GET parts 1 file)
    # A script that was not written to its end never takes the place of a whole one.
    add_custom_command(TARGET ${program} POST_BUILD COMMAND ${run} ${shell} > ${folder}/${file}.new
                       COMMAND ${CMAKE_COMMAND} -E rename ${folder}/${file}.new ${folder}/${file}
                       BYPRODUCTS ${folder}/${file} VERBATIM)
  endforeach()
  install(FILES ${folder}/kindly.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME kindly)
  install(FILES ${folder}/kindly.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
  # Debian's zsh looks for those of packages in a folder of its own. Where it all goes is known only at installing.
  install(CODE "
    set(folder site-functions)
    if(CMAKE_INSTALL_PREFIX MATCHES \"/usr$\" AND EXISTS /etc/debian_version)
      set(folder vendor-completions)
    endif()
    file(INSTALL DESTINATION \"\${CMAKE_INSTALL_PREFIX}/${CMAKE_INSTALL_DATADIR}/zsh/\${folder}\" TYPE FILE
         FILES \"${folder}/_kindly\")")
endfunction()
