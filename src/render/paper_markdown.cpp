// SPDX-License-Identifier: MIT
// CommonMark 0.30. Inside an item, lines are kept together by hard breaks, so that lists stay tight.
#include "base/text.hpp"
#include "render/paper.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

/// One line, so that all of it is text. What begins a list, a heading or a quotation is harmless elsewhere.
std::string escaped_line(std::string_view line) {
    constexpr std::string_view always = "\\`*_[]<>&~|$";
    constexpr std::string_view at_the_beginning = "#+-=:";
    std::string safe;
    const std::size_t digits = std::min(line.find_first_not_of("0123456789"), line.size());
    for (std::size_t at = 0; at < line.size(); ++at) {
        const char letter = line[at];
        const bool after_number = digits > 0 && at == digits && (letter == '.' || letter == ')');
        if (always.find(letter) != std::string_view::npos || after_number ||
            (at == 0 && at_the_beginning.find(letter) != std::string_view::npos)) {
            safe += '\\';
        }
        safe += letter == '\t' ? ' ' : letter;
    }
    return safe;
}

/// Lines joined by hard breaks; empty ones are left out.
std::string escaped(const std::string& text, std::size_t indent) {
    const std::string clean = harmless(text);
    std::string safe;
    for (std::size_t at = 0; at <= clean.size();) {
        const std::size_t end = std::min(clean.find('\n', at), clean.size());
        const std::string_view line = trimmed(std::string_view(clean).substr(at, end - at));
        if (!line.empty()) {
            if (!safe.empty()) { safe += "\\\n" + std::string(indent, ' '); }
            safe += escaped_line(line);
        }
        at = end + 1;
    }
    return safe;
}

/// In a heading a line cannot end.
std::string heading(std::string text) {
    for (char& letter : text) {
        if (letter == '\n') { letter = ' '; }
    }
    return escaped(text, 0);
}

class MarkdownFace {
public:
    std::string page(const Paper& paper) {
        out_ = "# " + heading(paper.title) + "\n";
        if (!paper.subtitle.empty()) { out_ += "\n" + escaped(paper.subtitle, 0) + "\n"; }
        if (!paper.facts.empty()) { out_ += '\n'; }
        for (const auto& [name, value] : paper.facts) {
            out_ += fmt::format("- **{}:** {}\n", escaped(name, 2), escaped(value, 2));
        }
        for (const PaperSection& section : paper.sections) {
            out_ += "\n## " + heading(section.heading) + "\n";
            if (!section.aim.empty()) { out_ += "\n*" + escaped(section.aim, 0) + "*\n"; }
            for (const Block& block : section.blocks) {
                if (block.kind == Block::Kind::room) { continue; }
                out_ += '\n';
                one(block, 0);
            }
        }
        if (!paper.foot.empty()) { out_ += "\n" + escaped(paper.foot, 0) + "\n"; }
        return std::move(out_);
    }

private:
    static bool is_list(const Block& block) {
        return block.kind == Block::Kind::numbered || block.kind == Block::Kind::bulleted;
    }

    static std::string line(const Block& block, std::size_t indent) {
        const std::string lead = block.lead.empty() ? "" : "**" + escaped(block.lead, indent) + "**";
        if (block.text.empty()) { return lead; }
        std::string text = block.kind == Block::Kind::words    ? "\"" + block.text + "\""
                           : block.kind == Block::Kind::remark ? "(" + block.text + ")"
                                                               : block.text;
        text = escaped(text, indent);
        return lead.empty() ? text : lead + ' ' + text;
    }

    void one(const Block& block, std::size_t indent) {
        if (is_list(block)) {
            list(block, indent);
        } else if (block.kind == Block::Kind::indented || block.kind == Block::Kind::item) {
            together(block.inside, indent);
        } else {
            out_ += std::string(indent, ' ') + line(block, indent) + "\n";
        }
    }

    /// Indentation would begin another paragraph; room is for paper.
    static void flatten(const Block& block, Blocks& into) {
        if (block.kind == Block::Kind::room) { return; }
        if (block.kind != Block::Kind::indented) { return into.push_back(block); }
        for (const Block& inner : block.inside) { flatten(inner, into); }
    }

    /// What is in an item or stands below a line. The first line has been begun by its sign when
    /// `after_sign`.
    void together(const Blocks& given, std::size_t indent, bool after_sign = false) {
        Blocks blocks;
        for (const Block& block : given) { flatten(block, blocks); }
        const Block* before = nullptr;
        for (const Block& block : blocks) {
            const bool text = !is_list(block);
            if (before != nullptr && text && !is_list(*before)) {
                out_.pop_back(); // the line end: a hard break instead
                out_ += "\\\n";
            } else if (before != nullptr && is_list(*before)) {
                out_ += '\n';
            }
            if (before == nullptr && after_sign && text) {
                out_ += line(block, indent) + "\n";
            } else {
                if (before == nullptr && after_sign) { out_ += '\n'; }
                one(block, indent);
            }
            before = &block;
        }
        if (before == nullptr && after_sign) { out_ += '\n'; }
    }

    void list(const Block& list, std::size_t indent) {
        std::size_t count = 0;
        for (const Block& item : list.inside) {
            ++count;
            const std::string sign = list.kind == Block::Kind::numbered ? fmt::format("{}. ", count) : "- ";
            out_ += std::string(indent, ' ') + sign;
            together(item.inside, indent + sign.size(), true);
        }
    }

    std::string out_;
};

} // namespace

std::string as_markdown(const Paper& paper) { return MarkdownFace().page(paper); }

} // namespace kindly
