// SPDX-License-Identifier: MIT
// One HTML page. Every text goes through {{ }}, which escapes it; {{{ }}} holds only what these templates
// made.
#include "base/text.hpp"
#include "render/paper.hpp"

#include <algorithm>

#include <kainjow/mustache.hpp>

namespace kindly {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr const char* page_template = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<title>{{title}}</title>
<style>
body { max-width: 42em; margin: 1.5em auto; padding: 0 1em; color: #000; background: #fff;
  font: 1.05rem/1.5 Georgia, "Times New Roman", serif; overflow-wrap: break-word; }
h1 { font-size: 1.7em; line-height: 1.2; margin: 0; }
h2 { font-size: 1.25em; line-height: 1.3; margin: 1.8em 0 0.2em; border-bottom: 1px solid #000; }
p { margin: 0.35em 0; }
.subtitle { font-size: 1.1em; }
.aim { font-style: italic; margin-bottom: 0.6em; }
dl { margin: 1em 0; }
dt { font-weight: bold; float: left; clear: left; margin-right: 0.5em; }
dt::after { content: ":"; }
dd { margin: 0 0 0.2em; overflow: hidden; }
ol, ul { margin: 0.3em 0; padding-left: 1.7em; }
li { margin: 0.35em 0; }
.remark { color: #333; font-size: 0.9em; }
.indented { margin-left: 1.7em; }
.room { margin: 0.6em 0 1em; }
.line { height: 2.1em; border-bottom: 1px solid #555; }
.foot { margin-top: 2.5em; border-top: 1px solid #000; padding-top: 0.4em; font-size: 0.9em; }
@page { margin: 18mm 16mm; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 11pt; line-height: 1.4; }
  h1, h2, .aim, .lead { break-after: avoid; }
  section, .room { break-inside: avoid; }
  p, li { orphans: 3; widows: 3; }
}
</style>
</head>
<body>
<main>
<h1>{{title}}</h1>
{{#subtitle}}
<p class="subtitle">{{subtitle}}</p>
{{/subtitle}}
{{#has_facts}}
<dl>
{{#facts}}
<dt>{{name}}</dt><dd>{{value}}</dd>
{{/facts}}
</dl>
{{/has_facts}}
{{#sections}}
<section>
<h2>{{heading}}</h2>
{{#aim}}
<p class="aim">{{aim}}</p>
{{/aim}}
{{{body}}}</section>
{{/sections}}
{{#foot}}
<p class="foot">{{foot}}</p>
{{/foot}}
</main>
</body>
</html>
)";

constexpr const char* text_template =
    "<p{{#class}} class=\"{{class}}\"{{/class}}>{{#lead}}<strong>{{lead}}</strong> "
    "{{/lead}}{{#quote}}<q>{{/quote}}"
    "{{#lines}}{{#next}}<br/>{{/next}}{{text}}{{/lines}}{{#quote}}</q>{{/quote}}</p>\n";
constexpr const char* around_template =
    "<{{tag}}{{#class}} class=\"{{class}}\"{{/class}}>\n{{{body}}}</{{tag}}>\n";
constexpr const char* room_template =
    "<div class=\"room\" aria-hidden=\"true\">{{#lines}}<div class=\"line\"></div>{{/lines}}</div>\n";

/// An empty text is false for the templates, so that {{#aim}} stands for "if there is one".
data text_or_nothing(const std::string& text) {
    return text.empty() ? data(data::type::bool_false) : data(harmless(text));
}

class HtmlFace {
public:
    std::string page(const Paper& paper) {
        data values;
        values.set("language", harmless(paper.language));
        values.set("title", harmless(paper.title));
        values.set("subtitle", text_or_nothing(paper.subtitle));
        values.set("foot", text_or_nothing(paper.foot));
        data facts(data::type::list);
        for (const auto& [name, value] : paper.facts) {
            data fact;
            fact.set("name", harmless(name));
            fact.set("value", harmless(value));
            facts.push_back(fact);
        }
        values.set("has_facts", data(!paper.facts.empty()));
        values.set("facts", facts);
        data sections(data::type::list);
        for (const PaperSection& section : paper.sections) {
            data one;
            one.set("heading", harmless(section.heading));
            one.set("aim", text_or_nothing(section.aim));
            one.set("body", html(section.blocks));
            sections.push_back(one);
        }
        values.set("sections", sections);
        return page_.render(values);
    }

private:
    std::string html(const Blocks& blocks) {
        std::string all;
        for (const Block& block : blocks) { all += html(block); }
        return all;
    }

    std::string html(const Block& block) {
        switch (block.kind) {
        case Block::Kind::paragraph: return text(block, block.text.empty() ? "lead" : "");
        case Block::Kind::words: return text(block, "");
        case Block::Kind::remark: return text(block, "remark");
        case Block::Kind::numbered: return around("ol", "", block.inside);
        case Block::Kind::bulleted: return around("ul", "", block.inside);
        case Block::Kind::item: return around("li", "", block.inside);
        case Block::Kind::indented: return around("div", "indented", block.inside);
        case Block::Kind::room: break;
        }
        data lines(data::type::list);
        for (int count = 0; count < block.lines; ++count) { lines.push_back(data(true)); }
        data values;
        values.set("lines", lines);
        return room_.render(values);
    }

    std::string text(const Block& block, const std::string& css_class) {
        const std::string clean = harmless(block.text);
        data lines(data::type::list);
        for (std::size_t at = 0; at <= clean.size();) {
            const std::size_t end = std::min(clean.find('\n', at), clean.size());
            data line;
            line.set("text", clean.substr(at, end - at));
            line.set("next", data(at > 0));
            lines.push_back(line);
            at = end + 1;
        }
        data values;
        values.set("class", text_or_nothing(css_class));
        values.set("lead", text_or_nothing(block.lead));
        values.set("quote", data(block.kind == Block::Kind::words && !block.text.empty()));
        values.set("lines", lines);
        return text_.render(values);
    }

    std::string around(const std::string& tag, const std::string& css_class, const Blocks& inside) {
        data values;
        values.set("tag", tag);
        values.set("class", text_or_nothing(css_class));
        values.set("body", html(inside));
        return around_.render(values);
    }

    mustache page_{page_template};
    mustache text_{text_template};
    mustache around_{around_template};
    mustache room_{room_template};
};

} // namespace

std::string as_html(const Paper& paper) { return HtmlFace().page(paper); }

} // namespace kindly
