// SPDX-License-Identifier: MIT
// The practice log as one HTML page on its own: headings, sentences, tables, drawings, and practices one by
// one. From plain values; every text is escaped here. Knows no practices and no level of sharing.
#pragma once

#include "base/output.hpp"

#include <string>
#include <vector>

namespace kindly {

struct PageTable {
    std::string caption;
    std::vector<std::string> heads;
    std::vector<std::vector<std::string>> rows; ///< the first cell of each is its head
};

struct PageDrawing {
    std::string svg;                ///< made by svg_plot, taken as it is
    std::string caption;            ///< may be empty
    std::vector<PageTable> figures; ///< the same in numbers: one, or none
};

struct PageSection {
    std::string heading;
    std::vector<std::string> sentences;
    std::vector<std::string> points; ///< a list below them
    std::vector<PageTable> tables;
    std::vector<PageDrawing> drawings;
    std::vector<std::string> remarks; ///< small, at the end
};

struct PageAnswer {
    std::string prompt, answer;
    std::string mark; ///< "private"; may be empty
};

struct PagePractice {
    std::string title, language; ///< of the title and the answers' prompts
    std::string when, facts;
    std::vector<PageAnswer> answers;
};

struct LogPage {
    std::string language; ///< BCP 47, of the page's own sentences
    std::string title, period;
    std::vector<std::string> about; ///< what was shared, what was held back
    std::vector<PageSection> sections;
    std::string list_heading;
    std::vector<std::string> list_sentences;
    std::vector<PagePractice> practices;
    std::string foot;
};

/// No script, nothing fetched; made to be read on a phone, in the dark, and to be printed. Well-formed XML.
void write_html(Output& out, const LogPage& page);

} // namespace kindly
