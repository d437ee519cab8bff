// SPDX-License-Identifier: MIT
#include "screen/line_breaks.hpp"

#include "screen/clusters.hpp"

#include <utf8proc.h>

namespace kindly::screen {

namespace {

utf8proc_int32_t value_at(std::string_view text, std::size_t at) {
    utf8proc_int32_t value = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
    return read > 0 ? value : 0xFFFD;
}

/// Stops, commas, small kana, the long vowel and repeats: they belong to what stands before them.
bool leans_back(utf8proc_int32_t value) {
    constexpr std::u32string_view all = U"、。，．・：；？！‥…ー々〻ゝゞヽヾ～〜％"
                                        U"ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ｡､･ｰﾞﾟ!?,.:;";
    return all.find(static_cast<char32_t>(value)) != std::u32string_view::npos;
}

bool may_begin_a_line(utf8proc_int32_t value) {
    const auto category = utf8proc_category(value);
    return category != UTF8PROC_CATEGORY_PE && category != UTF8PROC_CATEGORY_PF && !leans_back(value);
}

bool may_end_a_line(utf8proc_int32_t value) {
    const auto category = utf8proc_category(value);
    return category != UTF8PROC_CATEGORY_PS && category != UTF8PROC_CATEGORY_PI;
}

} // namespace

bool may_break_before(std::string_view text, std::size_t at) {
    if (at == 0 || at >= text.size()) { return true; }
    return may_begin_a_line(value_at(text, at)) &&
           may_end_a_line(value_at(text, code_point_before(text, at)));
}

} // namespace kindly::screen
