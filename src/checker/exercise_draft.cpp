// SPDX-License-Identifier: MIT
#include "checker/exercise_draft.hpp"

#include "exercise/canonical.hpp"

#include <string_view>

namespace kindly {

namespace {

constexpr std::string_view heading = R"(  "format": "1.0",
  "id": @id,
  "version": "1.0",
  "language": "en",
  "title": @title,
  "note": "A note is for you and your colleagues; it is never shown to anyone who practises. Change whatever you like here.",
)";

constexpr std::string_view rest = R"(  "about": {
    "summary": "A few quiet minutes, and a kind thought if you want one.",
    "authors": ["your name"],
    "license": "CC-BY-4.0",
    "caution": "On a very hard day, a walk or a person to talk to may suit you better.",
    "audience": "everyone",
    "note": "This licence lets others use, change and share the exercise, as long as they name you. Later, a colleague who has read it can be named under reviewed."
  },
  "safety": {
    "intensity": "gentle",
    "before": "You can leave out any part of this, or stop whenever you like.",
    "backdraft": "Kindness can stir up something old. That is common. You can slow down, look around, or stop here.",
    "distress": { "offer_grounding_at": 6, "stop_at": 8 },
    "note": "Before is shown each time. From the lower number on, grounding is offered; at the higher one, the exercise closes gently."
  },
  "sections": [
    { "id": "arrive", "title": "Arrive", "purpose": "arrive",
      "note": "Sections run in this order. Each has a purpose; the ids stay as they are when you change the words.",
      "steps": [
        { "kind": "say", "text": "There is nothing to get right in the next few minutes." },
        { "kind": "say", "text": "You might sit or stand, whichever is easier. Your eyes can stay open." },
        { "kind": "check_in", "id": "start", "text": "How distressed do you feel right now?" } ] },
    { "id": "notice", "title": "Notice", "component": "mindfulness", "purpose": "notice",
      "steps": [
        { "kind": "say", "text": "You might find something in the room that you have not looked at today." },
        { "kind": "pause", "for": "20s", "shortest": "10s", "longest": "40s",
          "note": "A silence may shrink or grow between these two, so that the exercise fits the time there is." },
        { "kind": "say", "text": "Perhaps feel where your feet meet the floor.", "involves": ["body"],
          "note": "Someone who would rather leave the body out is given the other sentence.",
          "instead": [
            { "kind": "say", "text": "Perhaps listen for a sound that is far away." } ] },
        { "kind": "pause", "for": "20s", "shortest": "10s", "longest": "40s" } ] },
    { "id": "kindness", "title": "A kind thought", "component": "kindness", "purpose": "soothe",
      "steps": [
        { "kind": "say", "text": "You might say this quietly, or change the words until they fit." },
        { "kind": "say", "text": "I wish myself a little ease today." },
        { "kind": "pause", "for": "20s", "shortest": "10s", "longest": "40s" },
        { "kind": "check_in", "id": "after_kindness", "about": "backdraft", "text": "How distressed do you feel now?",
          "note": "Kind words can bring up old pain. This asks, so that steadying can be offered." },
        { "kind": "ask", "id": "words", "text": "Are there words that you would like to keep?",
          "answer": "text", "private": true, "optional": true, "expect": "30s", "longest": 300, "keep": "ask",
          "note": "Answers can be left out, and words like these stay with the person who wrote them." } ] },
    { "id": "steady", "title": "Back to the room", "role": "grounding",
      "note": "Never on the way: people come here when they ask for it, or when a check-in is high.",
      "steps": [
        { "kind": "use", "library": "grounding/senses@1" } ] },
    { "id": "close", "title": "Close", "role": "closing",
      "note": "Every practice ends here, an early one too.",
      "steps": [
        { "kind": "say", "text": "You might look around the room once, slowly." },
        { "kind": "pause", "for": "5s" },
        { "kind": "say", "text": "Perhaps stretch, or move your hands a little." },
        { "kind": "pause", "for": "5s" },
        { "kind": "say", "text": "Then think of the next ordinary thing that you are going to do." },
        { "kind": "say", "text": "That is enough for now. You can come back to this." } ] }
  ]
}
)";

void fill(std::string& text, std::string_view name, const std::string& value) {
    const std::size_t at = text.find(name);
    text.replace(at, name.size(), json_string(value));
}

} // namespace

std::string exercise_draft(const std::string& id, const std::string& title, const std::string& schema) {
    std::string beginning(heading);
    fill(beginning, "@title", title);
    fill(beginning, "@id", id);
    std::string file = "{\n";
    if (!schema.empty()) { file += "  \"$schema\": " + json_string(schema) + ",\n"; }
    return file + beginning + std::string(rest);
}

} // namespace kindly
