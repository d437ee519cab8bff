// SPDX-License-Identifier: MIT
#include "homework/agreed_reader.hpp"

#include "exercise/decode.hpp"
#include "exercise/json_text.hpp"

namespace kindly {

namespace {

const Shape& shape() {
    static const Shape all{N_("A plan for an exercise"),
                           N_("This plan"),
                           {{"cue", "\"cue\": \"after brushing my teeth\""},
                            {"place", "\"place\": \"the kitchen chair\""},
                            {"obstacle", "\"obstacle\": \"I am too tired\""},
                            {"then", "\"then\": \"I do the easier one\""},
                            {"confidence", "\"confidence\": 70"}},
                           {{"when", "cue"}, {"where", "place"}, {"if", "obstacle"}, {"sure", "confidence"}}};
    return all;
}

AgreedItem read_item(Reading& reading, const Written& written) {
    AgreedItem item;
    Entries entries(reading, written, shape());
    item.plan.cue = entries.text("cue").value_or("");
    item.plan.place = entries.text("place").value_or("");
    item.plan.obstacle = entries.text("obstacle").value_or("");
    item.plan.then = entries.text("then").value_or("");
    item.confidence = entries.number("confidence");
    constexpr int most = 100;
    if (item.confidence && (*item.confidence < 0 || *item.confidence > most)) {
        entries.error("K006", entries.find("confidence")->span,
                      filled(_("\"{}\" ({}) can be {} to {}"), "confidence", *item.confidence, 0, most));
    }
    return item;
}

} // namespace

std::vector<AgreedItem> as_set(const Assignment& assignment) {
    std::vector<AgreedItem> items;
    for (const AssignmentItem& item : assignment.items) {
        items.push_back({item.plan, item.confidence, false});
    }
    return items;
}

ReadAgreed read_agreed(std::shared_ptr<const SourceText> source, const Assignment& assignment) {
    ParsedText parsed = parse_written(source, nullptr, Remarks::none);
    Reading reading{Findings(source, std::move(parsed.diagnostics)), {}, {}, false};
    ReadAgreed read;
    read.items = as_set(assignment);
    if (parsed.document != nullptr &&
        must_be_group(
            reading, parsed.document->root,
            _("A plan is written as { \"feet\": { \"cue\": \"...\" } }, by the names of exercises"))) {
        std::vector<std::string> names;
        for (const AssignmentItem& item : assignment.items) { names.push_back(item.exercise); }
        for (const Member& member : parsed.document->root.members) {
            const auto found = std::find(names.begin(), names.end(), member.key);
            if (found == names.end()) {
                reading.findings.error("K001", member.key_span,
                                       filled(_("\"{}\" is not in this assignment"), member.key) + ". " +
                                           filled(_("It has: {}"), listed(names)));
            } else if (must_be_group(reading, member.value, _("A plan is a group: { \"cue\": \"...\" }"))) {
                read.items[static_cast<std::size_t>(found - names.begin())] =
                    read_item(reading, member.value);
            }
        }
    }
    read.diagnostics = reading.findings.take();
    if (has_errors(read.diagnostics)) { read.items.clear(); }
    return read;
}

} // namespace kindly
