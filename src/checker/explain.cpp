// SPDX-License-Identifier: MIT
#include "checker/explain.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/findings.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr std::size_t indent = 3;

class Page {
public:
    explicit Page(std::size_t columns) : columns_(std::max(columns, indent + 1)) {}

    void sentences(const std::string& text, std::size_t indented = indent) {
        for (const auto& line : wrapped(text, columns_ - indented)) { add(line, indented); }
    }
    void heading(const char* text) {
        page_ += '\n';
        add(text, 0);
    }
    void example(const char* fragment) {
        const std::string_view all = fragment;
        for (std::size_t begin = 0; begin <= all.size();) {
            const std::size_t end = std::min(all.find('\n', begin), all.size());
            add(all.substr(begin, end - begin), indent);
            begin = end + 1;
        }
    }
    void space() { page_ += '\n'; }
    [[nodiscard]] std::string take() { return std::move(page_); }

private:
    void add(std::string_view line, std::size_t indented) {
        if (!line.empty()) { page_.append(indented, ' ').append(line); }
        page_ += '\n';
    }

    std::size_t columns_;
    std::string page_;
};

const char* severity_in_words(Severity severity) {
    switch (severity) {
    case Severity::error: return _("An error: the file is not used until it is put right.");
    case Severity::warning: return _("A warning: the exercise can be practised, but please look at it.");
    case Severity::advice: return _("Advice: shown with --advice; the choice is yours.");
    }
    return "";
}

} // namespace

std::string explained(const Code& code, std::size_t columns) {
    Page page(columns);
    page.sentences(filled("{}: {}", code.code, _(code.rule)), 0);
    page.space();
    page.sentences(severity_in_words(code.severity));
    page.heading(_("Why it matters"));
    page.sentences(_(code.why));
    page.heading(_("Instead of"));
    page.example(code.bad);
    page.heading(_("write"));
    page.example(code.good);
    page.heading(_("Exceptions"));
    if (!code.may_be_waived) {
        page.sentences(_("There are none for this rule."));
        return page.take();
    }
    if (code.severity == Severity::advice) {
        page.sentences(_("None are needed: advice may be left as it is."));
        return page.take();
    }
    page.sentences(_("Whoever answers for the exercise may make one, with a reason, a name and a last day. "
                     "Under \"safety\" write:"));
    page.space();
    page.example(filled("\"allow\": [ {{ \"code\": \"{}\", \"reason\": \"...\",\n"
                        "             \"by\": \"...\", \"until\": \"2027-06-30\" }} ]",
                        code.code)
                     .c_str());
    page.space();
    page.sentences(code.severity == Severity::error
                       ? _("Until that day it is shown as a warning, with the reason and the name.")
                       : _("Until that day it is shown as advice only, with the reason and the name."));
    return page.take();
}

} // namespace kindly
