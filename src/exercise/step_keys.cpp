// SPDX-License-Identifier: MIT
#include "exercise/step_keys.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace kindly {

namespace {

using Synonyms = std::vector<std::pair<const char*, const char*>>;

constexpr bool required = true;

Shape step(const char* a, const char* at_hand, std::vector<Key> own, Synonyms synonyms) {
    Shape shape{a, at_hand, std::move(own), std::move(synonyms)};
    auto add = [&](Key key) {
        if (shape.key(key.name) == nullptr) { shape.keys.push_back(key); }
    };
    add({"kind", "", false}); // looked at before
    add({"id", "\"id\": \"start\"", false});
    add({"only_if", "\"only_if\": { \"answer\": \"where\", \"is\": \"body\" }", false});
    add({"note", "\"note\": \"...\"", false});
    add({"involves", "\"involves\": [\"touch\"]", false});
    add({"instead", "\"instead\": [ ... ]", false});
    const Synonyms common{
        {"comment", "note"},        {"remark", "note"}, {"notes", "note"},        {"condition", "only_if"},
        {"when", "only_if"},        {"if", "only_if"},  {"requires", "involves"}, {"needs", "involves"},
        {"alternative", "instead"}, {"name", "id"}};
    auto taken = [&](const char* word) {
        return shape.key(word) != nullptr ||
               std::any_of(shape.synonyms.begin(), shape.synonyms.end(),
                           [&](const auto& known) { return std::string_view(known.first) == word; });
    };
    for (const auto& [word, key] : common) {
        if (!taken(word)) { shape.synonyms.emplace_back(word, key); }
    }
    if (shape.key("text") != nullptr) {
        for (const char* word :
             {"label", "prompt", "message", "question", "title", "content", "say", "texts"}) {
            if (!taken(word)) { shape.synonyms.emplace_back(word, "text"); }
        }
    }
    return shape;
}

std::map<std::string, Shape, std::less<>> make_shapes() {
    std::map<std::string, Shape, std::less<>> shapes;
    const Key text{"text", "\"text\": \"...\"", required};
    const Key silent_text{"text", "\"text\": \"...\"", false};
    shapes.emplace("say", step(N_("A \"say\""), N_("This \"say\""),
                               {text,
                                {"wait", "\"wait\": \"enter\""},
                                {"support", "\"support\": true"},
                                {"suggest", "\"suggest\": \"look\""}},
                               {{"exercise", "suggest"}, {"help", "support"}}));
    shapes.emplace("pause", step(N_("A pause"), N_("This pause"),
                                 {{"for", "\"for\": \"30s\"", required},
                                  {"shortest", "\"shortest\": \"10s\""},
                                  {"longest", "\"longest\": \"1m\""},
                                  silent_text,
                                  {"bell", "\"bell\": \"end\""},
                                  {"bell_every", "\"bell_every\": \"1m\""}},
                                 {{"duration", "for"},
                                  {"wait", "for"},
                                  {"time", "for"},
                                  {"seconds", "for"},
                                  {"minutes", "for"},
                                  {"length", "for"},
                                  {"how_long", "for"},
                                  {"silence", "for"},
                                  {"min", "shortest"},
                                  {"minimum", "shortest"},
                                  {"lowest", "shortest"},
                                  {"at_least", "shortest"},
                                  {"max", "longest"},
                                  {"maximum", "longest"},
                                  {"highest", "longest"},
                                  {"at_most", "longest"},
                                  {"gong", "bell"},
                                  {"sound", "bell"}}));
    shapes.emplace("breathe", step(N_("A \"breathe\""), N_("This \"breathe\""),
                                   {{"in", "\"in\": \"4s\"", required},
                                    {"out", "\"out\": \"6s\"", required},
                                    {"rounds", "\"rounds\": 3", required},
                                    {"hold", "\"hold\": \"2s\""},
                                    {"rest", "\"rest\": \"1s\""},
                                    silent_text,
                                    {"lowest", "\"lowest\": 2"},
                                    {"highest", "\"highest\": 6"}},
                                   {{"inhale", "in"},
                                    {"breathe_in", "in"},
                                    {"exhale", "out"},
                                    {"breathe_out", "out"},
                                    {"times", "rounds"},
                                    {"count", "rounds"},
                                    {"cycles", "rounds"},
                                    {"breaths", "rounds"},
                                    {"repeat", "rounds"},
                                    {"min", "lowest"},
                                    {"minimum", "lowest"},
                                    {"shortest", "lowest"},
                                    {"max", "highest"},
                                    {"maximum", "highest"},
                                    {"longest", "highest"},
                                    {"pause", "rest"}}));
    shapes.emplace("ask",
                   step(N_("A question"), N_("This question"),
                        {{"id", "\"id\": \"where\"", required},
                         text,
                         {"answer", "\"answer\": \"yes_no\"", required},
                         {"options", "\"options\": [ { \"id\": \"body\", \"text\": \"In my body\" }, ... ]"},
                         {"lowest", "\"lowest\": 0"},
                         {"highest", "\"highest\": 10"},
                         {"lowest_label", "\"lowest_label\": \"not at all\""},
                         {"highest_label", "\"highest_label\": \"very\""},
                         {"measure", "\"measure\": \"kindness_0_10\""},
                         {"private", "\"private\": true"},
                         {"optional", "\"optional\": true"},
                         {"expect", "\"expect\": \"20s\""},
                         {"longest", "\"longest\": 300"},
                         {"recorded", "\"recorded\": false"},
                         {"keep", "\"keep\": \"ask\""},
                         {"keep_as", "\"keep_as\": \"closing_plan\""}},
                        {{"type", "answer"},
                         {"answer_type", "answer"},
                         {"format", "answer"},
                         {"choices", "options"},
                         {"items", "options"},
                         {"answers", "options"},
                         {"min", "lowest"},
                         {"minimum", "lowest"},
                         {"shortest", "lowest"},
                         {"max", "highest"},
                         {"maximum", "highest"},
                         {"min_label", "lowest_label"},
                         {"low_label", "lowest_label"},
                         {"max_label", "highest_label"},
                         {"high_label", "highest_label"},
                         {"confidential", "private"},
                         {"secret", "private"},
                         {"duration", "expect"},
                         {"time", "expect"},
                         {"for", "expect"},
                         {"max_length", "longest"},
                         {"record", "recorded"},
                         {"variable", "id"}}));
    shapes.emplace("if", step(N_("An \"if\""), N_("This \"if\""),
                              {{"when", "\"when\": { \"answer\": \"where\", \"is\": \"body\" }", required},
                               {"then", "\"then\": [ ... ]", required},
                               {"else", "\"else\": [ ... ]"}},
                              {{"condition", "when"},
                               {"if", "when"},
                               {"test", "when"},
                               {"yes", "then"},
                               {"do", "then"},
                               {"steps", "then"},
                               {"no", "else"},
                               {"otherwise", "else"}}));
    shapes.emplace("repeat", step(N_("A repeat"), N_("This repeat"),
                                  {{"times", "\"times\": 3", required},
                                   {"steps", "\"steps\": [ ... ]", required},
                                   {"until", "\"until\": { \"answer\": \"more\", \"is\": false }"}},
                                  {{"count", "times"},
                                   {"rounds", "times"},
                                   {"number", "times"},
                                   {"repeat", "times"},
                                   {"do", "steps"},
                                   {"then", "steps"},
                                   {"body", "steps"}}));
    shapes.emplace("pick", step(N_("A \"pick\""), N_("This \"pick\""),
                                {{"id", "\"id\": \"phrase\"", required},
                                 {"how", "\"how\": \"rotate\"", required},
                                 {"from", "\"from\": [ [ ... ], [ ... ] ]", required}},
                                {{"options", "from"},
                                 {"choices", "from"},
                                 {"variants", "from"},
                                 {"one_of", "from"},
                                 {"steps", "from"},
                                 {"mode", "how"},
                                 {"order", "how"}}));
    shapes.emplace("use", step(N_("A \"use\""), N_("This \"use\""),
                               {{"library", "\"library\": \"grounding/senses@1\"", required},
                                {"with", "\"with\": { \"name\": \"...\" }"}},
                               {{"fragment", "library"},
                                {"file", "library"},
                                {"from", "library"},
                                {"parameters", "with"},
                                {"texts", "with"}}));
    shapes.emplace("recall", step(N_("A \"recall\""), N_("This \"recall\""),
                                  {{"answer", "\"answer\": \"where\"", required},
                                   text,
                                   {"otherwise", "\"otherwise\": \"...\""},
                                   {"wait", "\"wait\": \"reading_time\""},
                                   {"of", "\"of\": \"kind-pause\""}},
                                  {{"answers", "answer"},
                                   {"from", "answer"},
                                   {"fallback", "otherwise"},
                                   {"else", "otherwise"},
                                   {"default", "otherwise"},
                                   {"exercise", "of"}}));
    shapes.emplace("check_in",
                   step(N_("A check-in"), N_("This check-in"),
                        {{"id", "\"id\": \"start\"", required}, text, {"about", "\"about\": \"backdraft\""}},
                        {{"type", "about"}, {"topic", "about"}}));
    shapes.emplace("go_to", step(N_("A \"go_to\""), N_("This \"go_to\""),
                                 {{"section", "\"section\": \"close\"", required}},
                                 {{"to", "section"}, {"target", "section"}, {"go_to", "section"}}));
    return shapes;
}

const std::map<std::string, Shape, std::less<>>& shapes() {
    static const auto all = make_shapes();
    return all;
}

} // namespace

const std::vector<std::string>& step_kinds() {
    static const std::vector<std::string> kinds{"say",  "pause", "breathe", "ask",      "if",   "repeat",
                                                "pick", "use",   "recall",  "check_in", "go_to"};
    return kinds;
}

const Shape* step_shape(std::string_view kind) {
    const auto found = shapes().find(kind);
    return found == shapes().end() ? nullptr : &found->second;
}

std::string kind_meant_by(std::string_view word) {
    static const std::map<std::string, std::string, std::less<>> meant{
        {"wait", "pause"},        {"silence", "pause"},     {"sleep", "pause"}, {"timer", "pause"},
        {"text", "say"},          {"message", "say"},       {"show", "say"},    {"tell", "say"},
        {"question", "ask"},      {"input", "ask"},         {"choice", "ask"},  {"scale", "ask"},
        {"breath", "breathe"},    {"breathing", "breathe"}, {"loop", "repeat"}, {"condition", "if"},
        {"branch", "if"},         {"when", "if"},           {"random", "pick"}, {"choose", "pick"},
        {"rotate", "pick"},       {"include", "use"},       {"library", "use"}, {"fragment", "use"},
        {"grounding", "use"},     {"remember", "recall"},   {"jump", "go_to"},  {"next", "go_to"},
        {"distress", "check_in"}, {"rating", "check_in"}};
    const auto found = meant.find(lowered_ascii(word));
    return found == meant.end() ? std::string() : found->second;
}

std::string belongs_to_other_kind(std::string_view key, std::string_view kind) {
    std::vector<std::string> kinds;
    for (const auto& other : step_kinds()) {
        if (other != kind && step_shape(other)->key(key) != nullptr) { kinds.push_back('"' + other + '"'); }
    }
    if (kinds.empty()) { return {}; }
    return filled(_("\"{}\" belongs to {}, but this is a \"{}\""), key, joined(kinds, _(" or ")), kind);
}

} // namespace kindly
