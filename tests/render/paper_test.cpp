// SPDX-License-Identifier: MIT
// The faces of a paper: nothing in a text is taken for markup, and lists keep their shape.
#include "render/paper.hpp"

#include "base/text.hpp"
#include "render/flowchart.hpp"

#include <map>
#include <stdexcept>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindly {
namespace {

using testing::HasSubstr;
using testing::Not;

Paper small_paper() {
    Paper paper;
    paper.language = "de-x-sie";
    paper.title = "A title";
    paper.subtitle = "What it is.";
    paper.facts = {{"Time", "5 minutes"}, {"Intensity", "gentle"}};
    PaperSection section;
    section.heading = "1. Arrive";
    section.aim = "Aim: arriving.";
    section.blocks = {paragraph("Before.", "Note:"),
                      numbered({{said("Sit down."), remark("It waits.")},
                                {paragraph({}, "If it is so:"), numbered({{said("A.")}, {said("B.")}}),
                                 paragraph({}, "Otherwise:"), numbered({{said("C.")}})},
                                {said("Which?", "Question:"), bulleted({"one", "two"}), room(2),
                                 paragraph({}, "Instead:"), indented({said("D.")})}})};
    paper.sections = {section};
    paper.foot = "The end.";
    return paper;
}

TEST(Paper, AsText) {
    EXPECT_EQ(as_text(small_paper(), 40), "A title\n"
                                          "=======\n"
                                          "\n"
                                          "What it is.\n"
                                          "\n"
                                          "Time       5 minutes\n"
                                          "Intensity  gentle\n"
                                          "\n"
                                          "1. Arrive\n"
                                          "---------\n"
                                          "Aim: arriving.\n"
                                          "\n"
                                          "Note: Before.\n"
                                          "1. \"Sit down.\"\n"
                                          "   (It waits.)\n"
                                          "2. If it is so:\n"
                                          "   1. \"A.\"\n"
                                          "   2. \"B.\"\n"
                                          "   Otherwise:\n"
                                          "   1. \"C.\"\n"
                                          "3. Question: \"Which?\"\n"
                                          "   - one\n"
                                          "   - two\n"
                                          "   Instead:\n"
                                          "     \"D.\"\n"
                                          "\n"
                                          "The end.\n");
}

TEST(Paper, TextIsWrappedUnderItsNumber) {
    Paper paper;
    paper.title = "T";
    paper.sections = {
        {"S", "", {numbered({{paragraph("one two three four five six seven eight nine ten")}})}}};
    EXPECT_THAT(as_text(paper, 36), HasSubstr("1. one two three four five six seven\n   eight nine ten\n"));
}

TEST(Paper, AsMarkdown) {
    EXPECT_EQ(as_markdown(small_paper()), "# A title\n"
                                          "\n"
                                          "What it is.\n"
                                          "\n"
                                          "- **Time:** 5 minutes\n"
                                          "- **Intensity:** gentle\n"
                                          "\n"
                                          "## 1\\. Arrive\n"
                                          "\n"
                                          "*Aim: arriving.*\n"
                                          "\n"
                                          "**Note:** Before.\n"
                                          "\n"
                                          "1. \"Sit down.\"\\\n"
                                          "   (It waits.)\n"
                                          "2. **If it is so:**\n"
                                          "   1. \"A.\"\n"
                                          "   2. \"B.\"\n"
                                          "\n"
                                          "   **Otherwise:**\n"
                                          "   1. \"C.\"\n"
                                          "3. **Question:** \"Which?\"\n"
                                          "   - one\n"
                                          "   - two\n"
                                          "\n"
                                          "   **Instead:**\\\n"
                                          "   \"D.\"\n"
                                          "\n"
                                          "The end.\n");
}

Paper with_text(const std::string& text) {
    Paper paper;
    paper.title = "T";
    paper.sections = {{"S", "", {paragraph(text)}}};
    return paper;
}

std::string body_in_markdown(const std::string& text) {
    const std::string page = as_markdown(with_text(text));
    const std::string before = "# T\n\n## S\n\n";
    if (!page.starts_with(before)) { throw std::runtime_error(page); }
    return page.substr(before.size());
}

TEST(Paper, MarkdownTakesNothingForMarkup) {
    EXPECT_EQ(body_in_markdown("# no heading"), "\\# no heading\n");
    EXPECT_EQ(body_in_markdown("1. no list"), "1\\. no list\n");
    EXPECT_EQ(body_in_markdown("12) no list"), "12\\) no list\n");
    EXPECT_EQ(body_in_markdown("- no list"), "\\- no list\n");
    EXPECT_EQ(body_in_markdown("a - b + c = 2.5"), "a - b + c = 2.5\n");
    EXPECT_EQ(body_in_markdown("*a* _b_ `c` [d](e) <b> &amp; \\ ![x](y)"),
              "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<b\\> \\&amp; \\\\ !\\[x\\](y)\n");
    EXPECT_EQ(body_in_markdown("one\ntwo\n\n- three"), "one\\\ntwo\\\n\\- three\n");
    EXPECT_EQ(body_in_markdown("> no\n    code\n==="), "\\> no\\\ncode\\\n\\===\n");
}

/// Reads a page back: throws where tags do not match or something is not escaped; gives the text between.
std::string text_of(const std::string& html) {
    static const std::map<std::string, std::string> entities{
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&apos;", "'"}};
    std::string text;
    std::vector<std::string> open;
    for (std::size_t at = 0; at < html.size();) {
        if (html[at] == '&') {
            const std::size_t end = html.find(';', at);
            text += entities.at(html.substr(at, end - at + 1));
            at = end + 1;
        } else if (html[at] == '<') {
            const std::size_t end = html.find('>', at);
            if (end == std::string::npos) { throw std::runtime_error("a tag does not end"); }
            const std::string tag = html.substr(at + 1, end - at - 1);
            const std::string name = tag.substr(tag.starts_with('/') ? 1 : 0, tag.find_first_of(" /", 1));
            if (tag.starts_with('!') || tag.ends_with('/')) {
                if (tag == "br/") { text += '\n'; }
            } else if (tag.starts_with('/')) {
                if (open.empty() || open.back() != tag.substr(1)) { throw std::runtime_error("</" + name); }
                open.pop_back();
            } else {
                open.push_back(tag.substr(0, tag.find(' ')));
            }
            at = end + 1;
        } else if (html[at] == '>') {
            throw std::runtime_error("a raw >");
        } else {
            text += html[at++];
        }
    }
    if (!open.empty()) { throw std::runtime_error("not closed: " + open.back()); }
    return text;
}

TEST(Paper, HtmlIsOneWholePage) {
    const std::string html = as_html(small_paper());
    EXPECT_TRUE(html.starts_with("<!DOCTYPE html>\n<html lang=\"de-x-sie\">\n"));
    EXPECT_THAT(html, HasSubstr("<title>A title</title>"));
    EXPECT_THAT(html, HasSubstr("<meta name=\"viewport\""));
    EXPECT_THAT(html, HasSubstr("@media print"));
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, Not(HasSubstr("http:")));
    EXPECT_THAT(html, Not(HasSubstr("https:")));
    EXPECT_THAT(html, HasSubstr("<div class=\"line\"></div><div class=\"line\"></div></div>"));
    EXPECT_THAT(html, HasSubstr("<p><strong>Question:</strong> <q>Which?</q></p>"));
    EXPECT_NO_THROW((void)text_of(html));
}

TEST(Paper, HtmlEscapesEverywhere) {
    const std::string evil = "</title><script>alert('1')</script>&\"{{title}}{{{body}}}";
    Paper paper = small_paper();
    paper.title = paper.subtitle = paper.language = paper.foot = evil;
    paper.facts = {{evil, evil}};
    paper.sections.front().heading = paper.sections.front().aim = evil;
    paper.sections.front().blocks = {
        paragraph(evil, evil), said(evil), remark(evil), bulleted({evil}), numbered({{paragraph(evil)}}),
        indented({said(evil)})};
    const std::string html = as_html(paper);
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    const std::string text = text_of(html);
    std::size_t found = 0;
    for (std::size_t at = 0; (at = text.find(evil, at)) != std::string::npos; ++at) { ++found; }
    EXPECT_EQ(found, 15U); // all but the language, which stands in a tag
}

std::string odd_text() {
    return joined(*rc::gen::container<std::vector<std::string>>(rc::gen::element<std::string>(
                      "a", "<", ">", "&", "\"", "'", "&amp;", "{{", "}}", "{{{x}}}", "{{#x}}", "ü", " ",
                      "]]>", "<!--", "<br/>", "`", "#quot;", "[", "|", ";")),
                  "");
}

RC_GTEST_PROP(Paper, HtmlKeepsEveryText, ()) {
    const std::string text = odd_text();
    Paper paper = with_text("BEGIN" + text + "END");
    const std::string back = text_of(as_html(paper));
    const std::size_t begin = back.find("BEGIN") + 5;
    RC_ASSERT(back.substr(begin, back.find("END", begin) - begin) == text);
}

TEST(Flowchart, AsMermaid) {
    Flowchart chart;
    chart.title = "A %%{title}\nof two lines";
    chart.nodes = {{"begin", "Begin", ChartNode::Shape::end},
                   {"section/end", "1. A \"title\" [x]\nand (more)", ChartNode::Shape::heading},
                   {"a b", "", ChartNode::Shape::step},
                   {"a_b", "q?", ChartNode::Shape::question},
                   {"c", "how?", ChartNode::Shape::check_in},
                   {"d", "if", ChartNode::Shape::decision}};
    chart.arrows = {{"begin", "section/end", "", false}, {"a b", "a_b", "yes | no", true}};
    EXPECT_EQ(as_mermaid(chart),
              "flowchart TD\n"
              "  %% A    title  of two lines\n"
              "  n_begin([\"Begin\"])\n"
              "  n_section_end[[\"1#46; A #quot;title#quot; #91;x#93;<br/>and #40;more#41;\"]]:::heading\n"
              "  n_a_b[\" \"]\n"
              "  n_a_b_2[/\"q?\"/]\n"
              "  n_c{{\"how?\"}}\n"
              "  n_d{\"if\"}\n"
              "  n_begin --> n_section_end\n"
              "  n_a_b -.->|\"yes #124; no\"| n_a_b_2\n"
              "  classDef heading fill:#fff,stroke:#000,stroke-width:2px,color:#000\n");
}

RC_GTEST_PROP(Flowchart, LabelsCannotEndEarly, ()) {
    Flowchart chart;
    chart.nodes = {{"a", odd_text(), ChartNode::Shape::step}};
    const std::string line = as_mermaid(chart).substr(std::string("flowchart TD\n").size());
    const std::string node = line.substr(0, line.find('\n'));
    const std::string inside = node.substr(7, node.size() - 9);
    RC_ASSERT(node.starts_with("  n_a[\""));
    RC_ASSERT(node.ends_with("\"]"));
    RC_ASSERT(inside.find_first_of("\"`[]|{}") == std::string::npos);
}

} // namespace
} // namespace kindly
