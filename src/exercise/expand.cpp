// SPDX-License-Identifier: MIT
#include "exercise/expand.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "exercise/fragment_uses.hpp"
#include "exercise/left_over.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include <fmt/format.h>

namespace kindly {

namespace {

constexpr const char* measure_of_kindness = "kindness_0_10";

/// There is no plan: what is wrong has been noted.
struct TooManySteps {};

/// Writes one plan. Targets of jumps to sections are filled in at the end, when every section has its place.
class Expansion {
public:
    Expansion(std::shared_ptr<const Exercise> exercise, const FragmentFinder& find_fragment,
              const ExpandRequest& request)
        : exercise_(std::move(exercise)), find_fragment_(find_fragment), request_(request),
          random_(request.seed), plan_(std::make_shared<Plan>()) {}

    Expanded run();

private:
    Expanded write();

    /// Where steps stand: what their texts may name, and where a skipped question leads.
    struct Surroundings {
        std::string path;
        bool in_grounding = false;
        const std::map<std::string, std::string>* texts = nullptr; ///< a fragment's own {names}
        int uses = 0;
        const Written* written = nullptr; ///< the step; within a fragment the one that uses it
    };
    struct SectionJump {
        std::size_t instruction;
        std::size_t option; ///< nowhere: the instruction itself is the jump
        std::string section;
    };

    void emit_section(const Section& section);
    void emit(const Steps& steps, const Surroundings& around);
    void emit(const Step& step, const Surroundings& around);
    void emit_kind(const Step& step, const Surroundings& around);
    void emit(const Say& say, const Surroundings& around);
    void emit(const Pause& pause, const Surroundings& around);
    void emit(const Breathe& breathe, const Surroundings& around);
    void emit(const Ask& ask, const std::string& id, const Surroundings& around);
    void emit(const If& branch, const Surroundings& around);
    void emit(const Repeat& repeat, const Surroundings& around);
    void emit(const Pick& pick, const std::string& id, const Surroundings& around);
    void emit(const Use& use, const Step& step, const Surroundings& around);
    void emit(const Recall& recall, const Surroundings& around);
    void emit_silence_at_end();
    [[nodiscard]] bool asks_for_ratings() const;
    void name_grounding(const Surroundings& around);
    [[nodiscard]] static const Written* library_of(const Step& step, const Surroundings& around);

    std::size_t add(const Surroundings& around, decltype(Instruction::what) what);
    [[nodiscard]] std::size_t here() const { return plan_->instructions.size(); }
    std::size_t choose(const Pick& pick, const std::string& id);
    void resolve_jumps();
    [[nodiscard]] std::size_t place_of(const std::string& section) const;

    [[nodiscard]] std::string filled(const std::string& text, const Surroundings& around) const;
    [[nodiscard]] std::string setting_text(const std::string& name) const;
    [[nodiscard]] int number(const SettableNumber& value) const;
    [[nodiscard]] Milliseconds duration(const SettableDuration& value) const;
    void find_fault(const char* code, const Written* written, std::string message);

    std::shared_ptr<const Exercise> exercise_;
    const FragmentFinder& find_fragment_;
    const ExpandRequest& request_;
    std::mt19937_64 random_;
    std::shared_ptr<Plan> plan_;
    std::size_t section_ = 0;
    bool arriving_ = true; ///< nothing of another purpose has come yet
    bool grounding_named_ = false;
    std::vector<SectionJump> jumps_;
    Diagnostics diagnostics_;
};

void Expansion::find_fault(const char* code, const Written* written, std::string message) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.message = std::move(message);
    diagnostic.source = exercise_->document->source;
    if (written != nullptr) { diagnostic.where = written->span; }
    if (std::none_of(diagnostics_.begin(), diagnostics_.end(), [&](const Diagnostic& known) {
            return known.code == diagnostic.code && known.where == diagnostic.where;
        })) {
        diagnostics_.push_back(std::move(diagnostic));
    }
}

std::size_t Expansion::add(const Surroundings& around, decltype(Instruction::what) what) {
    if (plan_->instructions.size() >= limits::most_instructions) {
        find_fault("R008", nullptr, _("Written out, this exercise has too many steps"));
        throw TooManySteps();
    }
    plan_->instructions.push_back({section_, around.path, std::move(what), nowhere, around.written});
    return plan_->instructions.size() - 1;
}

std::string Expansion::setting_text(const std::string& name) const {
    const auto found = plan_->settings.find(name);
    if (found == plan_->settings.end()) { return {}; }
    if (const auto* value = std::get_if<int>(&found->second)) { return std::to_string(*value); }
    if (const auto* value = std::get_if<Milliseconds>(&found->second)) { return duration_in_words(*value); }
    const auto& text = std::get<std::string>(found->second);
    for (const auto& parameter : exercise_->parameters) {
        if (parameter.name != name || parameter.type != Parameter::Type::choice) { continue; }
        for (const auto& option : parameter.options) {
            if (option.id == text) { return option.text; }
        }
    }
    return text;
}

std::string Expansion::filled(const std::string& text, const Surroundings& around) const {
    if (text.find('{') == std::string::npos) { return text; }
    std::string full;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '{') {
            full += text[at];
            continue;
        }
        if (at + 1 < text.size() && text[at + 1] == '{') { // a brace of the text itself
            full += '{';
            ++at;
            continue;
        }
        const std::size_t end = text.find('}', at);
        if (end == std::string::npos) {
            full += text.substr(at);
            break;
        }
        const std::string name = text.substr(at + 1, end - at - 1);
        if (around.texts != nullptr && around.texts->contains(name)) {
            full += around.texts->at(name);
        } else {
            full += setting_text(name);
        }
        at = end;
    }
    return full;
}

int Expansion::number(const SettableNumber& value) const {
    if (const auto* fixed = std::get_if<int>(&value)) { return *fixed; }
    const auto found = plan_->settings.find(std::get<ParameterName>(value).name);
    const auto* set = found == plan_->settings.end() ? nullptr : std::get_if<int>(&found->second);
    return set == nullptr ? 1 : *set;
}

Milliseconds Expansion::duration(const SettableDuration& value) const {
    if (const auto* fixed = std::get_if<Milliseconds>(&value)) { return *fixed; }
    const auto found = plan_->settings.find(std::get<ParameterName>(value).name);
    const auto* set = found == plan_->settings.end() ? nullptr : std::get_if<Milliseconds>(&found->second);
    return set == nullptr ? Milliseconds{} : *set;
}

void Expansion::emit(const Steps& steps, const Surroundings& around) {
    std::size_t count = 0;
    for (const auto& step : steps) {
        ++count;
        Surroundings inner = around;
        inner.path += '/';
        inner.path += step.id.empty() ? std::to_string(count) : step.id;
        if (around.uses == 0) { inner.written = step.written; }
        emit(step, inner);
    }
}

void Expansion::emit(const Step& step, const Surroundings& around) {
    std::size_t condition = nowhere;
    if (step.only_if) { condition = add(around, Branch{*step.only_if, nowhere}); }
    const bool left_out = std::any_of(step.involves.begin(), step.involves.end(),
                                      [&](Avoidable thing) { return request_.avoided.contains(thing); });
    if (!left_out) {
        emit_kind(step, around);
    } else if (step.instead) {
        Surroundings inner = around;
        inner.path += "/instead";
        emit(*step.instead, inner);
    }
    if (condition != nowhere) { std::get<Branch>(plan_->instructions[condition].what).otherwise = here(); }
}

void Expansion::emit_kind(const Step& step, const Surroundings& around) {
    if (around.in_grounding &&
        (std::holds_alternative<Ask>(step.what) || std::holds_alternative<CheckIn>(step.what) ||
         std::holds_alternative<GoTo>(step.what))) {
        find_fault(
            "S005", around.uses == 0 ? step.written : around.written,
            _("Grounding must not ask questions or jump. Someone who needs it may not be able to answer"));
        return;
    }
    if (const auto* say = std::get_if<Say>(&step.what)) { return emit(*say, around); }
    if (const auto* pause = std::get_if<Pause>(&step.what)) { return emit(*pause, around); }
    if (const auto* breathe = std::get_if<Breathe>(&step.what)) { return emit(*breathe, around); }
    if (const auto* ask = std::get_if<Ask>(&step.what)) { return emit(*ask, step.id, around); }
    if (const auto* branch = std::get_if<If>(&step.what)) { return emit(*branch, around); }
    if (const auto* repeat = std::get_if<Repeat>(&step.what)) { return emit(*repeat, around); }
    if (const auto* pick = std::get_if<Pick>(&step.what)) { return emit(*pick, step.id, around); }
    if (const auto* use = std::get_if<Use>(&step.what)) { return emit(*use, step, around); }
    if (const auto* recall = std::get_if<Recall>(&step.what)) { return emit(*recall, around); }
    if (const auto* check_in = std::get_if<CheckIn>(&step.what)) {
        if (request_.listening) { return; }
        if (!asks_for_ratings()) { return name_grounding(around); }
        add(around, CheckInQuestion{step.id, filled(check_in->text, around), check_in->about});
        return;
    }
    if (const auto* jump = std::get_if<GoTo>(&step.what)) {
        jumps_.push_back({add(around, Jump{}), nowhere, jump->section});
    }
}

bool Expansion::asks_for_ratings() const {
    if (exercise_->safety.intensity == Intensity::strong) { return true; }
    return arriving_ ? request_.ratings.at_first : request_.ratings.later;
}

/// Where a check-in is left out of what is more than gentle: as after one that is skipped, once.
void Expansion::name_grounding(const Surroundings& around) {
    if (exercise_->safety.intensity == Intensity::gentle || grounding_named_) { return; }
    if (plan_->sections[section_].role != Role::main) { return; }
    grounding_named_ = true;
    add(around, Line{_("If things get hard, grounding is there at any moment."), false, false, {}});
}

void Expansion::emit(const Say& say, const Surroundings& around) {
    add(around, Line{filled(say.text, around), say.wait_for_enter, say.support, say.suggest});
}

void Expansion::emit(const Pause& pause, const Surroundings& around) {
    Silence silence;
    silence.usual = duration(pause.length);
    // What a setting decides is never changed by fitting; nor is grounding or closing.
    const bool elastic =
        std::holds_alternative<Milliseconds>(pause.length) && plan_->sections[section_].role == Role::main;
    silence.shortest = elastic ? pause.shortest.value_or(silence.usual) : silence.usual;
    silence.longest = elastic ? pause.longest.value_or(silence.usual) : silence.usual;
    silence.length = silence.usual;
    silence.text = filled(pause.text, around);
    silence.bell_at_start = pause.bell == Pause::Bell::start || pause.bell == Pause::Bell::both;
    silence.bell_at_end = pause.bell == Pause::Bell::end || pause.bell == Pause::Bell::both;
    silence.bell_every = pause.bell_every.value_or(Milliseconds{});
    add(around, std::move(silence));
}

void Expansion::emit(const Breathe& breathe, const Surroundings& around) {
    Breathing breathing{breathe.in,
                        breathe.hold,
                        breathe.out,
                        breathe.rest,
                        number(breathe.rounds),
                        1,
                        1,
                        1,
                        filled(breathe.text, around)};
    const bool elastic =
        std::holds_alternative<int>(breathe.rounds) && plan_->sections[section_].role == Role::main;
    breathing.usual = breathing.rounds;
    breathing.fewest = elastic ? breathe.lowest.value_or(breathing.rounds) : breathing.rounds;
    breathing.most = elastic ? breathe.highest.value_or(breathing.rounds) : breathing.rounds;
    add(around, std::move(breathing));
}

void Expansion::emit(const Ask& ask, const std::string& id, const Surroundings& around) {
    if (request_.listening || (ask.measure == measure_of_kindness && !asks_for_ratings())) { return; }
    Question question;
    question.id = id;
    question.text = filled(ask.text, around);
    question.answer = ask.answer;
    question.lowest = ask.lowest;
    question.highest = ask.highest;
    question.lowest_label = filled(ask.lowest_label, around);
    question.highest_label = filled(ask.highest_label, around);
    question.measure = ask.measure;
    question.is_private = ask.is_private();
    question.optional = ask.optional;
    question.recorded = ask.recorded;
    question.expect = ask.expect;
    question.longest = ask.longest ? static_cast<std::size_t>(*ask.longest) : limits::longest_answer;
    question.ask_to_keep = ask.keep == Ask::Keep::ask;
    question.keep_as = ask.keep_as;
    for (const auto& option : ask.options) {
        question.options.push_back({option.id, filled(option.text, around), nowhere});
    }
    const std::size_t at = add(around, std::move(question));
    for (std::size_t option = 0; option < ask.options.size(); ++option) {
        if (!ask.options[option].go_to.empty()) { jumps_.push_back({at, option, ask.options[option].go_to}); }
    }
}

void Expansion::emit(const If& branch, const Surroundings& around) {
    const std::size_t condition = add(around, Branch{branch.when, nowhere});
    Surroundings inner = around;
    inner.path += "/then";
    emit(branch.then, inner);
    std::size_t over = nowhere;
    if (!branch.otherwise.empty()) { over = add(around, Jump{}); }
    std::get<Branch>(plan_->instructions[condition].what).otherwise = here();
    inner.path = around.path + "/else";
    emit(branch.otherwise, inner);
    if (over != nowhere) { std::get<Jump>(plan_->instructions[over].what).target = here(); }
}

void Expansion::emit(const Repeat& repeat, const Surroundings& around) {
    const int times = std::clamp(number(repeat.times), 0, limits::most_repeats);
    const std::size_t begin = here();
    std::vector<std::size_t> to_end;
    for (int round = 1; round <= times; ++round) {
        Surroundings inner = around;
        inner.path += fmt::format("/round-{}", round);
        emit(repeat.steps, inner);
        if (repeat.until && round < times) {
            const std::size_t look = add(around, Branch{*repeat.until, nowhere});
            to_end.push_back(add(around, Jump{}));
            std::get<Branch>(plan_->instructions[look].what).otherwise = here();
        }
    }
    for (const std::size_t jump : to_end) { std::get<Jump>(plan_->instructions[jump].what).target = here(); }
    // A question skipped in a repeat ends the innermost repeat around it.
    for (std::size_t at = begin; at < here(); ++at) {
        Instruction& instruction = plan_->instructions[at];
        const bool asks = std::holds_alternative<Question>(instruction.what) ||
                          std::holds_alternative<CheckInQuestion>(instruction.what);
        if (asks && instruction.repeat_end == nowhere) { instruction.repeat_end = here(); }
    }
}

std::size_t Expansion::choose(const Pick& pick, const std::string& id) {
    for (const auto& given : request_.given) {
        if (given.id == id && given.variant < pick.from.size()) { return given.variant; }
    }
    // Drawn even when not needed, so that one pick's way of choosing does not change the next one's draw.
    const auto drawn = static_cast<std::size_t>(random_() % pick.from.size());
    // In each round of a repeat the same: the log has one variant a pick, and a return begins with that one.
    for (const auto& made : plan_->picks) {
        if (made.id == id && made.variant < pick.from.size()) { return made.variant; }
    }
    if (pick.how == Pick::How::random) { return drawn; }
    const auto seen = request_.seen.find(id);
    if (seen == request_.seen.end()) { return 0; }
    std::size_t best = 0;
    std::ptrdiff_t best_last = std::numeric_limits<std::ptrdiff_t>::max();
    for (std::size_t variant = 0; variant < pick.from.size(); ++variant) {
        std::ptrdiff_t last = -1;
        for (std::size_t at = 0; at < seen->second.size(); ++at) {
            if (seen->second[at] == variant) { last = static_cast<std::ptrdiff_t>(at); }
        }
        if (last < best_last) {
            best = variant;
            best_last = last;
        }
    }
    return best;
}

void Expansion::emit(const Pick& pick, const std::string& id, const Surroundings& around) {
    if (pick.from.empty()) { return; }
    auto emit_variant = [&](std::size_t variant) {
        Surroundings inner = around;
        inner.path += fmt::format("/{}", variant + 1);
        emit(pick.from[variant], inner);
    };
    if (!request_.every_variant) {
        const std::size_t variant = choose(pick, id);
        const PickMade made{id, variant};
        if (std::find(plan_->picks.begin(), plan_->picks.end(), made) == plan_->picks.end()) {
            plan_->picks.push_back(made);
        }
        emit_variant(variant);
        return;
    }
    const std::size_t fork = add(around, Fork{id, {}});
    std::vector<std::size_t> targets;
    std::vector<std::size_t> to_end;
    for (std::size_t variant = 0; variant < pick.from.size(); ++variant) {
        targets.push_back(here());
        emit_variant(variant);
        to_end.push_back(add(around, Jump{}));
    }
    for (const std::size_t jump : to_end) { std::get<Jump>(plan_->instructions[jump].what).target = here(); }
    std::get<Fork>(plan_->instructions[fork].what).targets = std::move(targets);
}

/// The name of the fragment, where the exercise itself asks for it.
const Written* Expansion::library_of(const Step& step, const Surroundings& around) {
    const Written* asking = around.uses == 0 ? step.written : around.written;
    return asking == nullptr ? nullptr : asking->find("library");
}

void Expansion::emit(const Use& use, const Step& step, const Surroundings& around) {
    const auto fragment = find_fragment_(use.library, use.major);
    if (fragment == nullptr) {
        find_fault(
            "R006", library_of(step, around),
            fmt::format(fmt::runtime(_("The library has no \"{}\" in version {} for the language \"{}\"")),
                        use.library, use.major, exercise_->language));
        return;
    }
    std::map<std::string, std::string> texts;
    for (const auto& [name, text] : use.with) { texts[name] = filled(text, around); }
    Surroundings inner = around;
    inner.texts = &texts;
    inner.uses = around.uses + 1;
    emit(fragment->steps, inner);
}

void Expansion::emit(const Recall& recall, const Surroundings& around) {
    add(around, Recollection{recall.answers, recall.kept, recall.of, filled(recall.text, around),
                             filled(recall.otherwise, around), recall.wait_for_enter});
}

void Expansion::emit_silence_at_end() {
    // At most two minutes with nothing new on the screen: each part says what is left.
    constexpr Milliseconds part = std::chrono::minutes(2);
    for (Milliseconds left = request_.silence_at_end; left > Milliseconds{};) {
        const Milliseconds length = std::min(left, left < part + part / 2 ? left : part);
        Silence silence;
        silence.length = silence.shortest = silence.usual = silence.longest = length;
        silence.text = time_left_over(left);
        Surroundings around;
        around.path = plan_->sections.back().id + "/rest";
        add(around, std::move(silence));
        left -= length;
    }
}

void Expansion::emit_section(const Section& section) {
    section_ = plan_->sections.size();
    const bool arrives = section.role == Role::main &&
                         (section.purpose == Purpose::arrive || section.purpose == Purpose::teach);
    arriving_ = arriving_ && arrives;
    plan_->sections.push_back({section.id, section.title, section.role, section.component, section.purpose,
                               here(), here(), section.priority});
    Surroundings around;
    around.path = section.id;
    around.in_grounding = section.role == Role::grounding;
    plan_->sections.back().title = filled(section.title, around);
    emit(section.steps, around);
    plan_->sections.back().end = here();
}

std::size_t Expansion::place_of(const std::string& section) const {
    bool passed = false;
    for (const auto& candidate : exercise_->sections) {
        if (candidate.id == section) { passed = true; }
        if (!passed || candidate.role == Role::grounding) { continue; }
        if (candidate.role == Role::closing) { break; }
        // A dropped section: the next one that is kept.
        for (const auto& planned : plan_->sections) {
            if (planned.id == candidate.id) { return planned.begin; }
        }
    }
    return plan_->sections[plan_->closing].begin;
}

void Expansion::resolve_jumps() {
    for (const auto& jump : jumps_) {
        auto& what = plan_->instructions[jump.instruction].what;
        const std::size_t target = place_of(jump.section);
        if (jump.option == nowhere) {
            std::get<Jump>(what).target = target;
        } else {
            std::get<Question>(what).options[jump.option].jump = target;
        }
    }
}

Expanded Expansion::run() {
    try {
        return write();
    } catch (const TooManySteps&) { return {nullptr, std::move(diagnostics_)}; }
}

Expanded Expansion::write() {
    // First: what uses itself would be written out without end, and what lacks its words with holes.
    diagnostics_ = check_uses(*exercise_, find_fragment_);
    if (has_errors(diagnostics_)) { return {nullptr, std::move(diagnostics_)}; }
    constexpr std::size_t usual_size = 96;
    plan_->instructions.reserve(usual_size);
    plan_->exercise = exercise_;
    plan_->settings = request_.settings;
    plan_->seed = request_.seed;
    plan_->listening = request_.listening;
    const Surroundings whole;
    plan_->warning = filled(exercise_->safety.before, whole);
    plan_->backdraft = filled(exercise_->safety.backdraft, whole);
    const Section* closing = nullptr;
    const Section* grounding = nullptr;
    for (const auto& section : exercise_->sections) {
        if (section.role == Role::closing) {
            closing = &section;
        } else if (section.role == Role::grounding) {
            grounding = &section;
        } else if (request_.dropped.contains(section.id)) {
            plan_->dropped.push_back(section.id);
        } else {
            emit_section(section);
        }
    }
    if (here() == 0 && diagnostics_.empty()) {
        find_fault("S021", exercise_->sections.empty() ? nullptr : exercise_->sections.front().written,
                   _("Without what is to be left out, nothing of this exercise remains"));
    }
    if (closing == nullptr || grounding == nullptr || here() == 0) {
        return {nullptr, std::move(diagnostics_)};
    }
    if (request_.silence_at_end > Milliseconds{}) {
        emit_silence_at_end();
        plan_->sections.back().end = here();
    }
    plan_->closing = plan_->sections.size();
    emit_section(*closing);
    plan_->grounding = plan_->sections.size();
    emit_section(*grounding);
    for (const auto index : {plan_->closing, plan_->grounding}) {
        const auto& section = plan_->sections[index];
        if (section.begin == section.end && diagnostics_.empty()) {
            find_fault("S021", exercise_->document->root.find("sections"),
                       fmt::format(
                           fmt::runtime(_("Without what is to be left out, the section \"{}\" says nothing")),
                           section.title));
        }
    }
    resolve_jumps();
    if (has_errors(diagnostics_)) { return {nullptr, std::move(diagnostics_)}; }
    return {std::move(plan_), std::move(diagnostics_)};
}

} // namespace

bool is_step(const Instruction& instruction) {
    return !std::holds_alternative<Branch>(instruction.what) &&
           !std::holds_alternative<Jump>(instruction.what) && !std::holds_alternative<Fork>(instruction.what);
}

Milliseconds reading_time(std::string_view text) {
    const double seconds = static_cast<double>(word_count(text)) / limits::reading_words_per_second;
    return limits::reading_start + Milliseconds(std::llround(seconds * 1000));
}

Expanded expand(const std::shared_ptr<const Exercise>& exercise, const FragmentFinder& find_fragment,
                const ExpandRequest& request) {
    return Expansion(exercise, find_fragment, request).run();
}

} // namespace kindly
