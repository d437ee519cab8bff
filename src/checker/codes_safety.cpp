// SPDX-License-Identifier: MIT
// Family S: safety.
#include "base/translate.hpp"
#include "checker/code_families.hpp"

namespace kindly {

std::vector<Code> codes_of_safety() {
    return {
        {"S001", Severity::error, N_("There is a grounding section"),
         N_("Whoever needs steadying must find it in every exercise, at any moment. It is entered with one "
            "key, and from a check-in when distress is high."),
         R"("sections": [
  { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "You might rest a little." } ] },
  { "id": "close", "title": "Close", "role": "closing", "steps": [
    { "kind": "say", "text": "That was enough. You might look around." } ] }
])",
         R"("sections": [
  { "id": "rest", "title": "Rest", "purpose": "soothe", "steps": [
    { "kind": "say", "text": "You might rest a little." } ] },
  { "id": "feet", "title": "Feet", "role": "grounding", "steps": [
    { "kind": "use", "library": "grounding/senses@1" } ] },
  { "id": "close", "title": "Close", "role": "closing", "steps": [
    { "kind": "say", "text": "That was enough. You might look around." } ] }
])",
         false},
        {"S002", Severity::error,
         N_("After every kindness section the person is asked how they are (advice in gentle exercises)"),
         N_("Kind words can bring old pain up with them; this is called backdraft. Asking right afterwards "
            "lets the program offer grounding before it grows."),
         R"({ "id": "kindness", "title": "Kindness", "component": "kindness",
  "purpose": "soothe", "steps": [
    { "kind": "say", "text": "May I go gently with myself." } ] })",
         R"({ "id": "kindness", "title": "Kindness", "component": "kindness",
  "purpose": "soothe", "steps": [
    { "kind": "say", "text": "May I go gently with myself." },
    { "kind": "check_in", "id": "after_kindness", "about": "backdraft",
      "text": "How distressed do you feel now?" } ] })",
         true},
        {"S003", Severity::error,
         N_("Moderate and strong exercises say when grounding is offered (1 to 8) and when to close (up to "
            "9, not lower)"),
         N_("Without these two numbers nobody could say when it becomes too much. If they stand the wrong "
            "way round, the exercise would close before grounding was ever offered."),
         R"("safety": { "intensity": "moderate",
  "before": "Choose something small. You can stop at any time.",
  "distress": { "offer_grounding_at": 7, "stop_at": 5 } })",
         R"("safety": { "intensity": "moderate",
  "before": "Choose something small. You can stop at any time.",
  "distress": { "offer_grounding_at": 5, "stop_at": 7 } })",
         false},
        {"S004", Severity::error, N_("There is a closing section, and it says something"),
         N_("Every ending passes through it, early ones too. Nobody should be left in the middle of a hard "
            "feeling with a blank screen; one kind sentence is enough."),
         R"({ "id": "close", "title": "Close", "role": "closing", "steps": [] })",
         R"({ "id": "close", "title": "Close", "role": "closing", "steps": [
  { "kind": "say", "text": "That was enough. You might look around." } ] })",
         false},
        {"S005", Severity::error,
         N_("Grounding leads outward and stays simple: no questions, no kindness, no jumps, at most 4 "
            "minutes"),
         N_("Someone who needs grounding may not be able to answer or choose. Kind words could bring up more "
            "of what is too much already."),
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "ask", "id": "seen", "text": "What do you see?",
    "answer": "text" } ] })",
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "say", "text": "Look around you, slowly." },
  { "kind": "pause", "for": "20s" },
  { "kind": "say", "text": "Feel where your feet touch the floor." },
  { "kind": "pause", "for": "20s" } ] })",
         false},
        {"S006", Severity::error,
         N_("A strong exercise warns beforehand, and asks how the person is in its first main section"),
         N_("On some days a strong exercise is too much before it has begun. Asking first lets the person, "
            "and the program, choose something else in time."),
         R"({ "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
  { "kind": "say", "text": "Take your time to arrive." } ] })",
         R"({ "id": "arrive", "title": "Arrive", "purpose": "arrive", "steps": [
  { "kind": "say", "text": "Take your time to arrive." },
  { "kind": "check_in", "id": "at_first", "text": "How distressed?" } ] })",
         true},
        {"S007", Severity::warning, N_("Texts invite; they do not push"),
         N_("Words such as \"you must\", \"push through\" or \"don't stop\" can keep people in distress who "
            "would have been better off leaving. Many have been told often enough to pull themselves "
            "together."),
         R"({ "kind": "say", "text": "Don't stop now. Push through it." })",
         R"({ "kind": "say", "text": "You can stay with it, or leave it here." })", true},
        {"S008", Severity::error,
         N_("Every text leaves the way out open, and a question for words in a kindness section says that it "
            "can be left out"),
         N_("Being asked for kind words when none come can feel like one more failure. \"optional\": true "
            "says beside the question that it can be left out."),
         R"({ "kind": "ask", "id": "line", "text": "Which kind words would help?",
  "answer": "text" })",
         R"({ "kind": "ask", "id": "line", "text": "Which kind words would help?",
  "answer": "text", "optional": true })",
         false},
        {"S009", Severity::warning,
         N_("Closing the eyes, lying down or a hand on the heart comes with another choice in the same text"),
         N_("For some people closed eyes or their own touch mean danger. A choice in the same breath lets "
            "them stay safe without feeling odd."),
         R"({ "kind": "say", "text": "Close your eyes." })",
         R"({ "kind": "say", "text": "Eyes open or closed, both are fine." })", true},
        {"S010", Severity::warning, N_("Texts hold no phone numbers, web addresses or crisis lines"),
         N_("Numbers go out of date and differ from country to country, and a dead line in a bad hour does "
            "harm. They stand on the support page, where somebody keeps them; \"support\": true offers it."),
         R"({ "kind": "say", "text": "You can call 0800 555 0100 at any hour." })",
         R"({ "kind": "say", "text": "There are people to reach, if you like.",
  "support": true })",
         true},
        {"S011", Severity::warning,
         N_("No more than 6 minutes of guidance pass without a check-in or a question"),
         N_("In a long stretch without contact nobody notices when it becomes too much, and people drift "
            "away or get lost in what came up."),
         R"({ "kind": "pause", "for": "4m", "text": "Four quiet minutes, as you like." },
{ "kind": "pause", "for": "4m", "text": "And four more, as you like." })",
         R"({ "kind": "pause", "for": "4m", "text": "Four quiet minutes, as you like." },
{ "kind": "check_in", "id": "half_way", "text": "How distressed now?" },
{ "kind": "pause", "for": "4m", "text": "And four more, as you like." })",
         true},
        {"S012", Severity::warning, N_("Texts promise nothing"),
         N_("Whoever does not feel better afterwards could take it as their own fault. \"May help\" is true "
            "and leaves room."),
         R"({ "kind": "say", "text": "This will heal you." })",
         R"({ "kind": "say", "text": "This may help a little." })", true},
        {"S013", Severity::warning, N_("An exception names its reason, who made it, and until when"),
         N_("An exception sets a safety rule aside. Whoever uses the exercise later has to see why, and it "
            "must not stay for ever."),
         R"("allow": [ { "code": "S002" } ])",
         R"("allow": [ { "code": "S002", "reason": "asked aloud in the session",
             "by": "the author", "until": "2027-06-30" } ])",
         false},
        {"S014", Severity::warning, N_("Nobody is asked to hold the breath"),
         N_("Holding the breath does not suit everyone; with panic, or with some illnesses, it can frighten. "
            "Breathing in and out is enough."),
         R"({ "kind": "breathe", "in": "4s", "hold": "4s", "out": "6s", "rounds": 3 })",
         R"({ "kind": "breathe", "in": "4s", "out": "6s", "rounds": 3 })", true},
        {"S015", Severity::error,
         N_("The last main section on every way soothes or plans; it is never feeling, memory or critic"),
         N_("People take the last thing with them into their day. Whichever parts are left out, something "
            "gentle has to follow what was hard."),
         R"({ "id": "critic", "title": "What the critic says", "purpose": "critic",
  "steps": [ { "kind": "say", "text": "Notice its usual words." } ] },
{ "id": "kind", "title": "Kind", "purpose": "soothe", "priority": "extra",
  "steps": [ { "kind": "say", "text": "You might say something kind." } ] })",
         R"({ "id": "critic", "title": "What the critic says", "purpose": "critic",
  "steps": [ { "kind": "say", "text": "Notice its usual words." } ] },
{ "id": "kind", "title": "Kind", "purpose": "soothe",
  "steps": [ { "kind": "say", "text": "You might say something kind." } ] })",
         true},
        {"S016", Severity::error,
         N_("Time with what is hard stays short: none in a gentle exercise, at most 25 % of a moderate and "
            "40 % of a strong one, the critic at most 1 minute, and soothing never shorter"),
         N_("Alone with a program, a small dose is safer. There has to be at least as much time to soothe as "
            "there was to feel, also in the shortest version."),
         R"({ "id": "feel", "title": "What hurts", "purpose": "feeling",
  "steps": [ { "kind": "pause", "for": "2m" } ] },
{ "id": "rest", "title": "Rest", "purpose": "soothe",
  "steps": [ { "kind": "pause", "for": "30s" } ] })",
         R"({ "id": "feel", "title": "What hurts", "purpose": "feeling",
  "steps": [ { "kind": "pause", "for": "30s" } ] },
{ "id": "rest", "title": "Rest", "purpose": "soothe",
  "steps": [ { "kind": "pause", "for": "2m" } ] })",
         true},
        {"S017", Severity::warning,
         N_("The closing takes its time (20 seconds, 8 in a gentle exercise): look around, move, think of a "
            "next ordinary thing"),
         N_("Going straight from an inner place into a street or a meeting is rough. A few plain steps lead "
            "back."),
         R"({ "id": "close", "title": "Close", "role": "closing", "steps": [
  { "kind": "say", "text": "Goodbye." } ] })",
         R"({ "id": "close", "title": "Close", "role": "closing", "steps": [
  { "kind": "say", "text": "You might look around the room, slowly." },
  { "kind": "pause", "for": "6s" },
  { "kind": "say", "text": "Perhaps move your hands or feet a little." },
  { "kind": "pause", "for": "6s" },
  { "kind": "say", "text": "Then think of a next ordinary thing." } ] })",
         true},
        {"S018", Severity::warning, N_("In a strong exercise no more than 4 minutes pass without a check-in"),
         N_("What is strong can turn quickly. Asking in between keeps the way to grounding close."),
         R"({ "kind": "pause", "for": "40s", "text": "40 seconds, or fewer." },
{ "kind": "repeat", "times": 6, "steps": [
  { "kind": "say", "text": "You might stay beside that feeling." },
  { "kind": "pause", "for": "40s", "text": "40 seconds, or fewer." } ] })",
         R"({ "kind": "pause", "for": "40s", "text": "40 seconds, or fewer." },
{ "kind": "repeat", "times": 2, "steps": [
  { "kind": "say", "text": "You might stay beside that feeling." },
  { "kind": "pause", "for": "40s", "text": "40 seconds, or fewer." } ] },
{ "kind": "check_in", "id": "between", "text": "How distressed now?" })",
         true},
        {"S019", Severity::warning, N_("Grounding does without paced breathing"),
         N_("For someone who is far away or panicking, attention to the breath can make it worse. Sights, "
            "sounds and feet are steadier."),
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "breathe", "in": "4s", "out": "6s", "rounds": 5 } ] })",
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "say", "text": "Look for three things with the same colour." },
  { "kind": "pause", "for": "30s" } ] })",
         true},
        {"S020", Severity::warning, N_("Texts name no keys and no keyboard"),
         N_("The program shows the keys, and they can differ: some people listen, some use another screen. A "
            "key that does nothing confuses at the worst moment."),
         R"({ "kind": "say", "text": "Press Enter when you are ready." })",
         R"({ "kind": "say", "text": "Go on when you are ready.", "wait": "enter" })", true},
        {"S021", Severity::error,
         N_("Something whole remains for those who avoid a thing, or \"needs\" names it"),
         N_("People can say once that they leave out the breath, touch or memories. What involves these is "
            "then left out, and a section that had nothing else would be an empty room."),
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "say", "text": "Feel your feet on the floor.",
    "involves": ["body"] } ] })",
         R"({ "id": "feet", "title": "Feet", "role": "grounding", "steps": [
  { "kind": "say", "text": "Feel your feet on the floor.",
    "involves": ["body"], "instead": [
      { "kind": "say", "text": "Look for something that is still." } ] } ] })",
         false},
    };
}

} // namespace kindly
