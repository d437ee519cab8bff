// SPDX-License-Identifier: MIT
#include "homework/assignment_check.hpp"

#include "base/failure.hpp"
#include "exercise/canonical.hpp"
#include "exercise/findings.hpp"
#include "exercise/fitting.hpp"
#include "exercise/settings.hpp"
#include "homework/own_exercise.hpp"

#include <algorithm>

namespace kindly {

namespace {

class Check {
public:
    Check(const Assignment& assignment, const Catalogue& catalogue, const std::string& today,
          const std::vector<HomeworkExercise>& along)
        : assignment_(assignment), catalogue_(catalogue), along_(along), today_(read_day(today)),
          findings_(assignment.document->source) {}

    Diagnostics run() {
        check_digest();
        for (const EmbeddedExercise& exercise : assignment_.exercises) { check_embedded(exercise); }
        for (const AssignmentItem& item : assignment_.items) {
            check_exercise(item);
            check_dates(item);
        }
        return findings_.take();
    }

private:
    void check_digest() {
        const Written& root = assignment_.document->root;
        if (assignment_.digest.empty() || digest_of_all(root) == assignment_.digest) { return; }
        findings_.error(
            "H001", root.find("digest")->span, _("This assignment was changed after it was made"),
            {_("Its digest no longer goes with the rest. That shows accidents on the way, such as a "
               "file cut short or an editor that helped; it proves nothing about anybody. Ask for the "
               "file once more."),
             {},
             {}});
    }

    void check_embedded(const EmbeddedExercise& exercise) {
        try {
            const OpenedExercise library = catalogue_.open_as_written(exercise.id);
            if (library.exercise == nullptr || digest_of(*library.exercise->document) == exercise.digest) {
                return;
            }
        } catch (const Failure&) { // no exercise of the library has this name
            return;
        }
        findings_.error(
            "H004", exercise.written->find("id")->span,
            filled(_("\"{}\" is the name of an exercise in the library, and this is another one"),
                   exercise.id),
            {_("An exercise that was changed needs a name of its own, as \"kindly new --from\" gives it, "
               "so that nobody takes the one for the other."),
             {},
             {}});
    }

    void check_exercise(const AssignmentItem& item) {
        const Written& name = *item.written->find("exercise");
        const auto opened = find(item.exercise, name);
        if (opened && opened->exercise != nullptr) {
            check_same(item, *opened->exercise);
            check_asked(item, *opened);
        }
        if (!item.easier.empty()) { check_easier(item); }
    }

    void check_easier(const AssignmentItem& item) {
        const Written& name = *item.written->find("easier");
        const auto opened = find(item.easier, name);
        if (!opened || opened->exercise == nullptr ||
            opened->exercise->safety.intensity != Intensity::strong) {
            return;
        }
        findings_.error("H007", name.span, filled(_("\"{}\" is strong; what is easier is not"), item.easier),
                        {_("It is for days on which somebody needs less. A gentle one would serve, or none."),
                         "\"easier\": \"look\"",
                         {}});
    }

    std::optional<OpenedExercise> find(const std::string& id, const Written& name) {
        try {
            const auto brought = std::find_if(along_.begin(), along_.end(),
                                              [&](const HomeworkExercise& one) { return one.id == id; });
            OpenedExercise opened = brought == along_.end() ? open_for(assignment_, id, catalogue_)
                                                            : open_brought(*brought, catalogue_);
            if (opened.exercise == nullptr) {
                findings_.error("H002", name.span,
                                filled(_("\"{}\" cannot be used: it has mistakes of its own"), id));
            }
            return opened;
        } catch (const Failure& failure) {
            if (failure.code() != ExitCode::not_found) { throw; }
            findings_.error(
                "H002", name.span,
                filled(_("There is no exercise \"{}\""), id) +
                    (did_you_mean(id, catalogue_.ids()).empty() ? std::string()
                                                                : ". " + did_you_mean(id, catalogue_.ids())),
                {_("An exercise that is not in the library travels in the file, under \"exercises\"."),
                 {},
                 {}});
            return std::nullopt;
        }
    }

    void check_same(const AssignmentItem& item, const Exercise& exercise) {
        if (item.digest.empty() || digest_of(*exercise.document) == item.digest) { return; }
        const Span where = item.written->find("digest")->span;
        if (exercise.version != item.version) {
            findings_.warning(
                "H003", where,
                filled(_("\"{}\" is here in version {}; it was assigned in version {}"), exercise.id,
                       exercise.version, item.version),
                {_("It is practised as it is here, and the report says which version that was."), {}, {}});
            return;
        }
        findings_.error("H003", where,
                        filled(_("\"{}\" is not the exercise that was assigned, though both say version {}"),
                               exercise.id, item.version),
                        {_("One of the two was changed. The person who made the assignment can make it again "
                           "with the exercise inside."),
                         {},
                         {}});
    }

    /// Settings and minutes.
    void check_asked(const AssignmentItem& item, const OpenedExercise& opened) {
        ExpandRequest request;
        request.settings = default_settings(*opened.exercise);
        for (const ProgrammeSetting& setting : item.settings) {
            const std::string problem =
                set_setting(*opened.exercise, request.settings, setting.name, setting.value);
            if (!problem.empty()) { findings_.error("H006", setting.written->key_span, problem); }
        }
        if (!item.minutes) { return; }
        const Fitted fitted =
            fit(opened.exercise, opened.find_fragment, request, std::chrono::minutes(*item.minutes));
        if (fitted.plan == nullptr && !has_errors(fitted.diagnostics)) {
            findings_.error("H006", item.written->find("minutes")->span,
                            filled(plural("\"{{}}\" does not fit into {} minute",
                                          "\"{{}}\" does not fit into {} minutes", *item.minutes)
                                       .c_str(),
                                   item.exercise));
        }
    }

    void check_dates(const AssignmentItem& item) {
        if (!today_ || !item.until || *item.until >= *today_) { return; }
        findings_.error(
            "H005", item.written->find("until")->span,
            filled(_("This was to be done until {}, which has passed"), written_day(*item.until)),
            {_("Ask for the assignment with new dates; what it says can stay the same."), {}, {}});
    }

    const Assignment& assignment_;
    const Catalogue& catalogue_;
    const std::vector<HomeworkExercise>& along_;
    std::optional<DayNumber> today_;
    Findings findings_;
};

} // namespace

Diagnostics check_assignment(const Assignment& assignment, const Catalogue& catalogue,
                             const std::string& today, const std::vector<HomeworkExercise>& along) {
    return Check(assignment, catalogue, today, along).run();
}

OpenedExercise open_for(const Assignment& assignment, const std::string& exercise,
                        const Catalogue& catalogue) {
    const auto own = std::find_if(assignment.exercises.begin(), assignment.exercises.end(),
                                  [&](const EmbeddedExercise& one) { return one.id == exercise; });
    if (own == assignment.exercises.end()) { return catalogue.open_as_written(exercise); }
    return open_brought({own->id, own->digest, own->bytes}, catalogue);
}

std::vector<HomeworkExercise> exercises_to_keep(const Assignment& assignment) {
    std::vector<HomeworkExercise> all;
    for (const EmbeddedExercise& one : assignment.exercises) {
        all.push_back({one.id, one.digest, one.bytes});
    }
    return all;
}

} // namespace kindly
