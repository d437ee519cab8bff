// SPDX-License-Identifier: MIT
// Written part by part, so that a long list of practices is never in memory twice. Every text goes through
// {{ }}, which escapes it; {{{ }}} holds only drawings.
#include "render/log_page.hpp"

#include "base/text.hpp"

#include <kainjow/mustache.hpp>

namespace kindly {

namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

constexpr const char* begin_template = R"(<!DOCTYPE html>
<html lang="{{language}}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
<meta name="referrer" content="no-referrer"/>
<meta name="robots" content="noindex"/>
<title>{{title}}</title>
<style>
:root { color-scheme: light dark; --ink: #1d2329; --soft: #4b545c; --paper: #fff; --line: #c3cad0; --plot: #1f5673; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e9ec; --soft: #b3bcc4; --paper: #14181c; --line: #444d55; --plot: #9ccbe6; }
}
* { box-sizing: border-box; }
body { max-width: 64rem; margin: 0 auto; padding: 1rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0.5rem 0 0.2rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.2rem 0 0.5rem; padding-top: 0.6rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.4rem 0 0; }
p { margin: 0.35rem 0; max-width: 42rem; }
ul { margin: 0.5rem 0; padding-left: 1.2rem; max-width: 42rem; }
.period { font-size: 1.1rem; }
.soft, .remark, caption, figcaption { color: var(--soft); }
.remark, figcaption { font-size: 0.9rem; }
table { border-collapse: collapse; margin: 0.8rem 0; font-size: 0.9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; padding-bottom: 0.2rem; }
th, td { padding: 0.2rem 0.6rem 0.2rem 0; text-align: right; vertical-align: top; border-bottom: 1px solid var(--line);
  overflow-wrap: normal; }
th { font-weight: 600; }
th:first-child { text-align: left; min-width: 4.7rem; overflow-wrap: anywhere; }
td { white-space: nowrap; }
th:last-child, td:last-child { padding-right: 0; }
.drawings { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 20rem), 1fr)); gap: 1rem 2rem;
  align-items: start; }
figure { margin: 0.8rem 0 0; min-width: 0; }
svg { display: block; width: 100%; max-width: 28rem; height: auto; color: var(--plot); }
svg .open { fill: var(--paper); }
svg .mean { stroke: var(--ink); }
svg text { fill: var(--ink); font-family: inherit; }
summary { cursor: pointer; color: var(--soft); font-size: 0.9rem; margin-top: 0.4rem; }
dl { margin: 0.5rem 0 0; padding-left: 0.9rem; border-left: 3px solid var(--line); max-width: 42rem; }
dt { color: var(--soft); }
dd { margin: 0 0 0.5rem; white-space: pre-wrap; }
.mark { color: var(--soft); font-size: 0.85rem; border: 1px solid var(--line); border-radius: 0.3rem; padding: 0 0.3rem;
  white-space: nowrap; }
.foot { margin-top: 2.5rem; padding-top: 0.5rem; border-top: 1px solid var(--line); font-size: 0.9rem; color: var(--soft); }
@page { margin: 16mm; }
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --line: #999; --plot: #000; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  h2, h3, caption, .when { break-after: avoid; }
  figure, tr, dt, .practice > p { break-inside: avoid; }
  p, dd { orphans: 3; widows: 3; }
}
</style>
</head>
<body>
<main>
<h1>{{title}}</h1>
{{#period}}<p class="period">{{period}}</p>
{{/period}}
{{#about}}<p>{{text}}</p>
{{/about}}
)";

constexpr const char* section_template = R"(<section>
<h2>{{heading}}</h2>
{{#sentences}}<p>{{text}}</p>
{{/sentences}}
{{#has_drawings}}<div class="drawings">
{{#drawings}}<figure>
{{{svg}}}{{#caption}}<figcaption>{{caption}}</figcaption>
{{/caption}}
{{#figures}}<details open="open"><summary>{{label}}</summary>
{{>table}}
</details>
{{/figures}}
</figure>
{{/drawings}}</div>
{{/has_drawings}}
{{#tables}}
{{>table}}
{{/tables}}
{{#has_points}}<ul>
{{#points}}<li>{{text}}</li>
{{/points}}</ul>
{{/has_points}}
{{#remarks}}<p class="remark">{{text}}</p>
{{/remarks}}
</section>
)";

constexpr const char* table_template = R"(<table{{#label}} aria-label="{{label}}"{{/label}}>
{{#caption}}<caption>{{caption}}</caption>
{{/caption}}
<thead><tr>{{#heads}}<th scope="col">{{text}}</th>{{/heads}}</tr></thead>
<tbody>
{{#rows}}<tr><th scope="row">{{head}}</th>{{#cells}}<td>{{text}}</td>{{/cells}}</tr>
{{/rows}}</tbody>
</table>
)";

constexpr const char* list_template = R"(<section>
<h2>{{heading}}</h2>
{{#sentences}}<p>{{text}}</p>
{{/sentences}}
)";

constexpr const char* practice_template = R"(<article class="practice">
<h3 dir="auto"{{#language}} lang="{{language}}"{{/language}}>{{title}}</h3>
<p class="when">{{when}}</p>
{{#facts}}<p class="soft">{{facts}}</p>
{{/facts}}
{{#has_answers}}<dl>
{{#answers}}<dt dir="auto"{{#language}} lang="{{language}}"{{/language}}>{{prompt}}</dt>
<dd dir="auto">{{answer}}{{#mark}} <span class="mark">{{mark}}</span>{{/mark}}</dd>
{{/answers}}</dl>
{{/has_answers}}
</article>
)";

constexpr const char* end_template = R"({{#foot}}<p class="foot">{{foot}}</p>
{{/foot}}
</main>
</body>
</html>
)";

/// An empty text is false for the templates, so that {{#caption}} stands for "if there is one".
data text_or_nothing(const std::string& text) {
    return text.empty() ? data(data::type::bool_false) : data(harmless(text));
}

data texts(const std::vector<std::string>& all) {
    data list(data::type::list);
    for (const std::string& text : all) { list.push_back(data("text", harmless(text))); }
    return list;
}

/// Where a summary stands above it, a table has its name as a label only.
data table_data(const PageTable& table, bool below_summary) {
    data values;
    values.set("caption", text_or_nothing(below_summary ? std::string() : table.caption));
    values.set("label", text_or_nothing(below_summary ? table.caption : std::string()));
    values.set("heads", texts(table.heads));
    data rows(data::type::list);
    for (const auto& row : table.rows) {
        data one;
        one.set("head", harmless(row.front()));
        one.set("cells", texts({row.begin() + 1, row.end()}));
        rows.push_back(one);
    }
    values.set("rows", rows);
    return values;
}

data tables(const std::vector<PageTable>& all, bool below_summary) {
    data list(data::type::list);
    for (const PageTable& table : all) { list.push_back(table_data(table, below_summary)); }
    return list;
}

data section_data(const PageSection& section) {
    data values;
    values.set("heading", harmless(section.heading));
    values.set("sentences", texts(section.sentences));
    values.set("has_points", data(!section.points.empty()));
    values.set("points", texts(section.points));
    values.set("tables", tables(section.tables, false));
    values.set("has_drawings", data(!section.drawings.empty()));
    data drawings(data::type::list);
    for (const PageDrawing& drawing : section.drawings) {
        data one;
        one.set("svg", drawing.svg);
        one.set("caption", text_or_nothing(drawing.caption));
        one.set("figures", tables(drawing.figures, true));
        drawings.push_back(one);
    }
    values.set("drawings", drawings);
    values.set("remarks", texts(section.remarks));
    values.set("table", data(kainjow::mustache::partial([] { return std::string(table_template); })));
    return values;
}

data practice_data(const PagePractice& practice) {
    data values;
    values.set("title", harmless(practice.title));
    values.set("language", text_or_nothing(practice.language));
    values.set("when", harmless(practice.when));
    values.set("facts", text_or_nothing(practice.facts));
    values.set("has_answers", data(!practice.answers.empty()));
    data answers(data::type::list);
    for (const PageAnswer& answer : practice.answers) {
        data one;
        one.set("prompt", harmless(answer.prompt));
        one.set("answer", harmless(answer.answer));
        one.set("mark", text_or_nothing(answer.mark));
        answers.push_back(one);
    }
    values.set("answers", answers);
    return values;
}

} // namespace

void write_html(Output& out, const LogPage& page) {
    data head;
    head.set("language", harmless(page.language));
    head.set("title", harmless(page.title));
    head.set("period", text_or_nothing(page.period));
    head.set("about", texts(page.about));
    out.write(mustache(begin_template).render(head));
    mustache section(section_template);
    for (const PageSection& one : page.sections) { out.write(section.render(section_data(one))); }
    if (!page.practices.empty()) {
        data list;
        list.set("heading", harmless(page.list_heading));
        list.set("sentences", texts(page.list_sentences));
        out.write(mustache(list_template).render(list));
        mustache practice(practice_template);
        for (const PagePractice& one : page.practices) { out.write(practice.render(practice_data(one))); }
        out.write("</section>\n");
    }
    data foot;
    foot.set("foot", text_or_nothing(page.foot));
    out.write(mustache(end_template).render(foot));
}

} // namespace kindly
