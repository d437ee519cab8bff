// SPDX-License-Identifier: MIT
#include "render/paper.hpp"

#include "base/text.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace kindly {

namespace {

Block block(Block::Kind kind, std::string text, std::string lead = {}) {
    Block made;
    made.kind = kind;
    made.text = std::move(text);
    made.lead = std::move(lead);
    return made;
}

/// Plain lines: headings underlined, lists indented by the width of their numbers.
class TextFace {
public:
    explicit TextFace(std::size_t columns) : columns_(columns) {}

    std::string page(const Paper& paper) {
        heading(paper.title, '=');
        if (!paper.subtitle.empty()) { lines("\n" + paper.subtitle, 0); }
        facts(paper);
        for (const PaperSection& section : paper.sections) {
            out_ += '\n';
            heading(section.heading, '-');
            if (!section.aim.empty()) { lines(section.aim, 0); }
            const Block* before = nullptr;
            for (const Block& block : section.blocks) {
                if (block.kind == Block::Kind::room) { continue; }
                // An empty line between paragraphs; a list stays with the line that it belongs to.
                const bool first = before == nullptr;
                if (first ? !section.aim.empty() : !is_list(block)) { out_ += '\n'; }
                one(block, 0, {});
                before = &block;
            }
        }
        if (!paper.foot.empty()) {
            out_ += '\n';
            lines(paper.foot, 0);
        }
        return std::move(out_);
    }

private:
    static bool is_list(const Block& block) {
        return block.kind == Block::Kind::numbered || block.kind == Block::Kind::bulleted;
    }

    void heading(const std::string& text, char under) {
        const std::string clean = harmless(text);
        out_ += clean + '\n' +
                std::string(std::clamp<std::size_t>(display_width(clean), 1, columns_), under) + '\n';
    }

    void facts(const Paper& paper) {
        std::size_t widest = 0;
        for (const auto& fact : paper.facts) { widest = std::max(widest, display_width(fact.first)); }
        if (!paper.facts.empty()) { out_ += '\n'; }
        for (const auto& [name, value] : paper.facts) {
            lines(value, widest + 2, harmless(name) + std::string(widest - display_width(name) + 2, ' '));
        }
    }

    /// Wrapped and indented; `first` stands in the indentation of the first line.
    void lines(const std::string& text, std::size_t indent, const std::string& first = {}) {
        constexpr std::size_t narrowest = 30; // deep in lists, rather too wide than a word a line
        const std::size_t width = std::max(narrowest, columns_ - std::min(columns_, indent));
        std::string before = first.empty() ? std::string(indent, ' ') : first;
        for (const std::string& line : wrapped(harmless(text), width)) {
            out_ += line.empty() ? "\n" : before + line + '\n';
            before = std::string(indent, ' ');
        }
    }

    /// `first`: what stands before the first line, as wide as the indentation.
    void one(const Block& block, std::size_t indent, const std::string& first) {
        switch (block.kind) {
        case Block::Kind::paragraph:
        case Block::Kind::words: {
            const bool words = block.kind == Block::Kind::words && !block.text.empty();
            const std::string text = words ? "\"" + block.text + "\"" : block.text;
            const std::string between = block.lead.empty() || text.empty() ? "" : " ";
            lines(block.lead + between + text, indent, first);
            return;
        }
        case Block::Kind::remark: lines("(" + block.text + ")", indent, first); return;
        case Block::Kind::numbered:
        case Block::Kind::bulleted: list(block, indent); return;
        case Block::Kind::item:
        case Block::Kind::indented: blocks(block.inside, indent + (first.empty() ? 2 : 0), first); return;
        case Block::Kind::room: return;
        }
    }

    void blocks(const Blocks& all, std::size_t indent, std::string first = {}) {
        for (const Block& block : all) {
            if (block.kind == Block::Kind::room) { continue; }
            one(block, indent, first);
            first.clear();
        }
    }

    void list(const Block& list, std::size_t indent) {
        const std::size_t digits = std::to_string(list.inside.size()).size();
        std::size_t count = 0;
        for (const Block& item : list.inside) {
            ++count;
            const std::string sign =
                list.kind == Block::Kind::numbered ? fmt::format("{:>{}}. ", count, digits) : "- ";
            blocks(item.inside, indent + sign.size(), std::string(indent, ' ') + sign);
        }
    }

    std::size_t columns_;
    std::string out_;
};

} // namespace

Block paragraph(std::string text, std::string lead) {
    return block(Block::Kind::paragraph, std::move(text), std::move(lead));
}
Block said(std::string text, std::string lead) {
    return block(Block::Kind::words, std::move(text), std::move(lead));
}
Block remark(std::string text) { return block(Block::Kind::remark, std::move(text)); }

Block room(int lines) {
    Block made = block(Block::Kind::room, {});
    made.lines = lines;
    return made;
}

Block indented(Blocks inside) {
    Block made = block(Block::Kind::indented, {});
    made.inside = std::move(inside);
    return made;
}

Block numbered(std::vector<Blocks> items) {
    Block list = block(Block::Kind::numbered, {});
    for (Blocks& one : items) {
        Block item = block(Block::Kind::item, {});
        item.inside = std::move(one);
        list.inside.push_back(std::move(item));
    }
    return list;
}

Block bulleted(const std::vector<std::string>& items) {
    std::vector<Blocks> all;
    all.reserve(items.size());
    for (const std::string& text : items) { all.push_back({paragraph(text)}); }
    Block list = numbered(std::move(all));
    list.kind = Block::Kind::bulleted;
    return list;
}

std::string as_text(const Paper& paper, std::size_t columns) { return TextFace(columns).page(paper); }

} // namespace kindly
