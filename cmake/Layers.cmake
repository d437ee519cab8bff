# SPDX-License-Identifier: MIT
# kindly_layer(NAME [layers or libraries it may use...])
# Makes src/NAME one library. A layer sees the headers of the layers it names here and no others: each layer's
# headers are copied by link into a folder of its own under the build tree, and only the named ones are on the
# include path. A wrong #include therefore does not compile. ARCHITECTURE.md shows the picture.
function(kindly_layer name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/${name}/*.cpp)
  add_library(kindly_${name} STATIC ${sources})
  set(view ${CMAKE_BINARY_DIR}/layers/${name})
  file(MAKE_DIRECTORY ${view})
  file(CREATE_LINK ${CMAKE_SOURCE_DIR}/src/${name} ${view}/${name} SYMBOLIC)
  target_include_directories(kindly_${name} PUBLIC ${view})
  target_link_libraries(kindly_${name} PRIVATE kindly_compiler)
  foreach(used IN LISTS ARGN)
    if(EXISTS ${CMAKE_SOURCE_DIR}/src/${used})
      target_link_libraries(kindly_${name} PUBLIC kindly_${used})
    else()
      # A library stays the layer's own business: whoever uses the layer does not see its headers.
      target_link_libraries(kindly_${name} PRIVATE ${used})
    endif()
  endforeach()
endfunction()
