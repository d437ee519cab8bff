// SPDX-License-Identifier: MIT
// A small document, as it would lie on a table: title, facts, sections, paragraphs, lists within lists, and
// room to write; and its three faces. Knows nothing of what it is about, and no output.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace kindly {

struct Block;
using Blocks = std::vector<Block>;

/// Any text may have several lines. Use the functions below to make one.
struct Block {
    enum class Kind {
        paragraph, ///< an optional `lead` in bold, then text
        words,     ///< the same, where the text is said to somebody
        remark,    ///< small, beside the matter
        numbered,  ///< `inside` holds items
        bulleted,
        item,
        indented, ///< `inside` belongs to what stands before it
        room      ///< empty lines to write on; only where there is paper: in HTML
    };
    Kind kind = Kind::paragraph;
    std::string lead;
    std::string text;
    Blocks inside;
    int lines = 0; ///< of room
};

[[nodiscard]] Block paragraph(std::string text, std::string lead = {});
[[nodiscard]] Block said(std::string text, std::string lead = {});
[[nodiscard]] Block remark(std::string text);
[[nodiscard]] Block room(int lines);
[[nodiscard]] Block indented(Blocks inside);
/// Each entry becomes an item.
[[nodiscard]] Block numbered(std::vector<Blocks> items);
[[nodiscard]] Block bulleted(const std::vector<std::string>& items);

struct PaperSection {
    std::string heading;
    std::string aim; ///< one line below the heading; may be empty
    Blocks blocks;
};

struct Paper {
    std::string language = "en"; ///< BCP 47
    std::string title;
    std::string subtitle;
    std::vector<std::pair<std::string, std::string>> facts; ///< "Time", "about 5 minutes"
    std::vector<PaperSection> sections;
    std::string foot; ///< one small line at the end; may be empty
};

/// Wrapped to this many columns.
[[nodiscard]] std::string as_text(const Paper& paper, std::size_t columns);
/// CommonMark; whatever could be taken for markup is escaped.
[[nodiscard]] std::string as_markdown(const Paper& paper);
/// One page on its own: no script, nothing fetched, made to be printed and to be read on a phone. It is
/// well-formed XML too.
[[nodiscard]] std::string as_html(const Paper& paper);

} // namespace kindly
