// SPDX-License-Identifier: MIT
#include "homework/assignment_shapes.hpp"

#include "base/translate.hpp"

#include <algorithm>

namespace kindly {

namespace {

/// What `assign` fills in.
bool is_made(const Key& key) {
    const std::string_view name = key.name;
    return name == "id" || name == "made_on" || name == "reply_to" || name == "digest" || name == "version";
}

Shape for_plan(Shape shape, const char* a, const char* at_hand) {
    shape.a = a;
    shape.at_hand = at_hand;
    std::erase_if(shape.keys, is_made);
    return shape;
}

Shape file_shape() {
    return {N_("An assignment"),
            N_("This assignment"),
            {{"$schema"},
             {"format", "\"format\": \"1.0\"", true},
             {"id", "\"id\": \"kinder-evenings-1f3c9a\"", true},
             {"made_on", "\"made_on\": \"2026-11-22\"", true},
             {"reply_to", "\"reply_to\": \"...\""},
             {"language", "\"language\": \"en\"", true},
             {"title", "\"title\": \"...\"", true},
             {"from", "\"from\": \"...\"", true},
             {"for", "\"for\": \"...\"", true},
             {"rationale", "\"rationale\": \"...\"", true},
             {"message", "\"message\": \"...\""},
             {"share", "\"share\": \"counts\"", true},
             {"items", "\"items\": [ ... ]", true},
             {"questions", "\"questions\": [ ... ]"},
             {"exercises", "\"exercises\": [ ... ]"},
             {"digest", "\"digest\": \"...\"", true}},
            {{"name", "title"},
             {"lang", "language"},
             {"date", "made_on"},
             {"to", "for"},
             {"client", "for"},
             {"therapist", "from"},
             {"why", "rationale"},
             {"reason", "rationale"},
             {"note", "message"},
             {"sharing", "share"},
             {"share_asked", "share"},
             {"schema", "$schema"}}};
}

Shape item_shape() {
    return {N_("An item"),
            N_("This item"),
            {{"exercise", "\"exercise\": \"feet\"", true},
             {"version", "\"version\": \"1.0\"", true},
             {"digest", "\"digest\": \"...\"", true},
             {"settings", "\"settings\": { ... }"},
             {"how_often", "\"how_often\": \"daily\"", true},
             {"from", "\"from\": \"2026-11-23\""},
             {"until", "\"until\": \"2026-12-06\""},
             {"minutes", "\"minutes\": 5"},
             {"plan", "\"plan\": { ... }"},
             {"confidence", "\"confidence\": 70"},
             {"easier", "\"easier\": \"look\""},
             {"locked_until_agreed", "\"locked_until_agreed\": true"},
             {"text", "\"text\": \"...\""}},
            {{"id", "exercise"},
             {"often", "how_often"},
             {"frequency", "how_often"},
             {"start", "from"},
             {"end", "until"},
             {"to", "until"},
             {"duration", "minutes"},
             {"parameters", "settings"},
             {"if_then", "plan"},
             {"alternative", "easier"},
             {"substitute", "easier"},
             {"instead", "easier"},
             {"locked", "locked_until_agreed"},
             {"words", "text"}}};
}

} // namespace

const Shape& assignment_shape(AssignmentSort sort) {
    static const Shape assignment = file_shape();
    static const Shape plan = for_plan(file_shape(), N_("A plan for an assignment"), N_("This plan"));
    return sort == AssignmentSort::assignment ? assignment : plan;
}

const Shape& assignment_item_shape(AssignmentSort sort) {
    static const Shape assignment = item_shape();
    static const Shape plan = for_plan(item_shape(), N_("An item"), N_("This item"));
    return sort == AssignmentSort::assignment ? assignment : plan;
}

const Shape& assignment_plan_shape() {
    static const Shape shape{
        N_("A plan for an item"),
        N_("This plan"),
        {{"cue", "\"cue\": \"after brushing my teeth\""},
         {"place", "\"place\": \"the kitchen chair\""},
         {"obstacle", "\"obstacle\": \"I am too tired\""},
         {"then", "\"then\": \"I do the easier one\""}},
        {{"when", "cue"}, {"where", "place"}, {"if", "obstacle"}, {"what_if", "obstacle"}}};
    return shape;
}

} // namespace kindly
