// SPDX-License-Identifier: MIT
// P003: what a strong exercise needs before it, beside it and around it. The same as the program asks of
// anybody who practises one; a programme must not lead people to a door that then stays shut.
#include "checker/programme_check.hpp"
#include "exercise/findings.hpp"
#include "exercise/limits.hpp"

#include <algorithm>

namespace kindly {

namespace {

class StrongCheck {
public:
    StrongCheck(const Programme& programme, const ProgrammeRequest& request, Findings& findings)
        : programme_(programme), request_(request), findings_(findings) {}

    void run() {
        for (const ProgrammeItem& item : programme_.items) {
            check_substitute(item);
            const std::string strong = strong_one(item);
            if (strong.empty()) { continue; }
            check_choice(item, strong);
            check_before(item, strong);
            check_neighbours(item, strong);
        }
    }

private:
    /// Nothing where it is not found.
    [[nodiscard]] std::optional<Intensity> intensity(const std::string& id) const {
        const OpenedExercise* found = request_.find_exercise(id);
        if (found == nullptr || found->exercise == nullptr) { return std::nullopt; }
        return found->exercise->safety.intensity;
    }

    [[nodiscard]] std::string strong_one(const ProgrammeItem& item) const {
        for (const std::string& id : item.choices()) {
            if (intensity(id) == Intensity::strong) { return id; }
        }
        return {};
    }

    void check_substitute(const ProgrammeItem& item) {
        const auto how = item.substitute.empty() ? std::nullopt : intensity(item.substitute);
        if (!how || *how == Intensity::gentle) { return; }
        findings_.error("P003", item.written->find("substitute")->span,
                        filled(_("\"{}\" is {}; a substitute is gentle"), item.substitute,
                               *how == Intensity::strong ? _("strong") : _("moderate")),
                        {_("It is for days on which somebody needs less."), "\"substitute\": \"look\"", {}});
    }

    void check_choice(const ProgrammeItem& item, const std::string& strong) {
        const Span where = place_of(item, strong);
        if (!item.optional) {
            findings_.error("P003", where, filled(_("\"{}\" is strong, and cannot be left out here"), strong),
                            {_("Whoever leaves it out has to be able to go on with the programme."),
                             "\"optional\": true",
                             {}});
        }
        if (item.substitute.empty()) {
            findings_.error(
                "P003", where, filled(_("\"{}\" is strong, and there is no gentle one in its place"), strong),
                {_("Each strong exercise has a \"substitute\", for days on which it would be too much."),
                 "\"substitute\": \"look\"",
                 {}});
        }
    }

    /// How often this is done before that day, whichever of its days somebody chooses.
    static int certain_before(const ProgrammeItem& item, int day) {
        if (item.optional || item.locked_until_agreed || item.exercise.empty() || !item.review.empty()) {
            return 0;
        }
        const int left_for_later = std::max(0, item.last_day() - std::max(day, item.day) + 1);
        return std::max(0, item.practices() - left_for_later);
    }

    void check_before(const ProgrammeItem& item, const std::string& strong) {
        bool knows_how_to_close = false;
        int gentle = 0;
        for (const ProgrammeItem& one : programme_.items) {
            const int times = certain_before(one, item.day);
            if (times == 0) { continue; }
            const auto choices = one.choices();
            if (one.exercise == limits::exercise_before_strong) {
                knows_how_to_close = knows_how_to_close || choices.size() == 1;
            } else if (std::all_of(choices.begin(), choices.end(), [&](const std::string& id) {
                           return intensity(id) == Intensity::gentle;
                       })) {
                gentle += times;
            }
        }
        const Span where = place_of(item, strong);
        if (!knows_how_to_close) {
            findings_.error("P003", where,
                            filled(_("\"{}\" is on day {}, and \"{}\" does not come before it"), strong,
                                   item.day, limits::exercise_before_strong),
                            {_("There people find out how to close again when something old comes up."),
                             fmt::format("{{ \"day\": {}, \"exercise\": \"{}\" }}", std::max(1, item.day - 1),
                                         limits::exercise_before_strong),
                             {}});
        }
        if (gentle < limits::gentle_practices_before_strong) {
            findings_.error(
                "P003", where,
                filled(plural("Before \"{{}}\" (day {{}}) there is {} gentle practice; a strong one "
                              "needs {{}}",
                              "Before \"{{}}\" (day {{}}) there are {} gentle practices; a strong one "
                              "needs {{}}",
                              gentle)
                           .c_str(),
                       strong, item.day, limits::gentle_practices_before_strong),
                {filled(_("What may be left out is not counted, nor are \"{}\" and days that look "
                          "back."),
                        limits::exercise_before_strong),
                 {},
                 {}});
        }
    }

    void check_neighbours(const ProgrammeItem& item, const std::string& strong) {
        if (item.practices() > 1) {
            findings_.error(
                "P003", place_of(item, strong),
                filled(_("\"{}\" can fall on two days in a row here"), strong),
                {_("Between two strong exercises there is at least a day. Give each its own day."), {}, {}});
            return;
        }
        for (const ProgrammeItem& other : programme_.items) {
            if (&other == &item) { return; } // later ones look back at this one
            const std::string earlier = strong_one(other);
            if (earlier.empty() || other.last_day() + 1 < item.day || item.last_day() + 1 < other.day) {
                continue;
            }
            findings_.error(
                "P003", place_of(item, strong),
                filled(_("\"{}\" (day {}) stands next to \"{}\" (day {})"), strong, item.day, earlier,
                       other.last_day()),
                {_("Between two strong exercises there is at least a day for something gentle, or "
                   "for rest."),
                 {},
                 place_of(other, earlier)});
            return;
        }
    }

    const Programme& programme_;
    const ProgrammeRequest& request_;
    Findings& findings_;
};

} // namespace

void check_strong(const Programme& programme, const ProgrammeRequest& request, Findings& findings) {
    StrongCheck(programme, request, findings).run();
}

} // namespace kindly
