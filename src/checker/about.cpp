// SPDX-License-Identifier: MIT
// What an exercise says about itself: its licence, its review, where it comes from (family M).
#include "base/text.hpp"
#include "checker/families.hpp"
#include "checker/licences.hpp"
#include "exercise/decode_heading.hpp"

#include <algorithm>

namespace kindly {

namespace {

constexpr int years_of_a_review = 2; ///< after that, what is thought good practice may have moved on

/// The first YYYY-MM-DD of a line; empty if there is none.
std::string date_in(std::string_view line) {
    constexpr std::string_view form = "0000-00-00";
    for (std::size_t at = 0; at + form.size() <= line.size(); ++at) {
        const std::string_view part = line.substr(at, form.size());
        bool fits = true;
        for (std::size_t i = 0; fits && i < form.size(); ++i) {
            fits = form[i] == '-' ? part[i] == '-' : part[i] >= '0' && part[i] <= '9';
        }
        if (fits) { return std::string(part); }
    }
    return {};
}

/// "2.1 (2026-11-02): shorter silences": the version that a line is about.
std::optional<std::pair<int, int>> version_in(std::string_view line) {
    line = trimmed(line);
    for (const std::string_view before : {"version ", "Version ", "v", "V"}) {
        if (line.starts_with(before)) {
            line.remove_prefix(before.size());
            break;
        }
    }
    const std::size_t end = std::min(line.find_first_not_of("0123456789."), line.size());
    std::string_view number = line.substr(0, end);
    while (number.ends_with('.')) { number.remove_suffix(1); }
    return read_two_numbers(number);
}

std::string years_later(const std::string& date, int years) {
    constexpr std::size_t year_digits = 4;
    return fmt::format("{:04}", std::stoi(date.substr(0, year_digits)) + years) + date.substr(year_digits);
}

/// The latest dated change up to the version at hand.
struct Change {
    std::string date;
    std::string version;
    Span where;
};

class AboutCheck {
public:
    AboutCheck(const About& about, const Written& root, const std::string& version, const std::string& today,
               Findings& findings)
        : about_(about), root_(root), written_(root.find("about")), version_(version), today_(today),
          findings_(findings) {}

    void run() {
        if (written_ != nullptr) {
            check_licence(written_->find("license"));
            check_sources();
        }
        check_review();
    }

private:
    /// M001
    void check_licence(const Written* licence) {
        if (licence == nullptr || licence->kind != Written::Kind::string || is_licence(licence->text)) {
            return;
        }
        const std::string& written = licence->text;
        const auto meant = licence_meant(written);
        findings_.warning(
            "M001", licence->span,
            meant ? filled(_("\"{}\" is not a licence id. Did you mean \"{}\"?"), written, *meant)
                  : filled(_("\"{}\" is not a licence id"), written),
            {_("A licence says what others may do with the exercise; its id (SPDX) says which one, without "
               "doubt."),
             meant ? std::string()
                   : std::string(_("\"CC-BY-4.0\" (to be used, changed and shared with your name), or "
                                   "\"LicenseRef-\" and a name for terms of your own.")),
             {}});
    }

    /// M003, and M001 for the licences of sources.
    void check_sources() {
        const Written* sources = written_->find("adapted_from");
        if (sources == nullptr) { return; }
        for (const Written& source : sources->entries) {
            const Written* licence = source.find("license");
            if (licence == nullptr || licence->kind != Written::Kind::string) { continue; }
            if (forbids_derivatives(licence->text)) {
                findings_.error(
                    "M003", licence->span,
                    filled(_("The source is {}: it may not be adapted"), licence->text),
                    {_("This licence lets people share the exercise only as it is. Its author may agree to a "
                       "changed copy all the same, and then gives it under another licence."),
                     {},
                     {}});
            } else {
                check_licence(licence);
            }
        }
    }

    /// Changes of later versions are none of the one at hand.
    [[nodiscard]] std::optional<Change> latest_change() const {
        const Written* lines = written_ == nullptr ? nullptr : written_->find("changes");
        const auto present = read_two_numbers(version_);
        std::optional<Change> latest;
        if (lines == nullptr || !present) { return latest; }
        for (const Written& line : lines->entries) {
            const auto version = version_in(line.text);
            std::string date = date_in(line.text);
            if (!version || *version > *present || date.empty()) { continue; }
            if (!latest || date > latest->date) {
                latest =
                    Change{std::move(date), fmt::format("{}.{}", version->first, version->second), line.span};
            }
        }
        return latest;
    }

    /// M002
    void check_review() {
        const auto change = latest_change();
        if (change && change->date > today_) {
            findings_.warning(
                "M002", change->where,
                filled(_("Version {} is dated {}, which is still to come"), change->version, change->date));
        }
        if (!about_.reviewed) {
            // A review that could not be read was said already.
            if (written_ != nullptr && written_->find("reviewed") != nullptr) { return; }
            findings_.advice(
                "M002", opening(written_ == nullptr ? root_ : *written_), _("No review is named here"),
                {_("Somebody with the training may see what its author cannot. There is no need to hurry."),
                 R"("reviewed": { "by": "a colleague's name", "on": ")" + today_ + "\" }",
                 {}});
            return;
        }
        const std::string& on = about_.reviewed->second;
        const Span where = written_->find("reviewed")->find("on")->span;
        if (on > today_) {
            findings_.warning("M002", where, filled(_("The date of the review, {}, is still to come"), on));
        } else if (change && change->date > on) {
            findings_.warning(
                "M002", where,
                filled(_("Reviewed on {}, but the text changed in version {} since"), on, change->version),
                {filled(_("The change is dated {}. Whoever reviewed it has not seen the words as "
                          "they are now."),
                        change->date),
                 {},
                 change->where});
        } else if (years_later(on, years_of_a_review) < today_) {
            findings_.warning(
                "M002", where, filled(_("Reviewed on {}: more than two years ago"), on),
                {_("What is known about practices like this may have changed since. A second look "
                   "is worth having."),
                 {},
                 {}});
        }
    }

    const About& about_;
    const Written& root_;
    const Written* written_;
    const std::string& version_;
    const std::string& today_;
    Findings& findings_;
};

} // namespace

void check_about(const About& about, const Written& root, const std::string& version,
                 const std::string& today, Findings& findings) {
    AboutCheck(about, root, version, today, findings).run();
}

} // namespace kindly
