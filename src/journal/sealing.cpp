// SPDX-License-Identifier: MIT
#include "journal/sealing.hpp"

#include "journal/closing_plan.hpp"
#include "journal/own_words.hpp"
#include "journal/store.hpp"

#include <charconv>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr const char* closing_plan = closing_plan_name;

using Fields = std::vector<std::pair<std::string, std::string>>;

// What is sealed is a list of names and values, each "LENGTH:BYTES": unlike JSON it gives back every byte
// that it was given, valid text or not.
void add(std::string& packed, std::string_view part) {
    packed += fmt::format("{}:", part.size());
    packed += part;
}

std::optional<std::string_view> take_part(std::string_view& packed) {
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(packed.data(), packed.data() + packed.size(), size);
    const auto digits = static_cast<std::size_t>(end - packed.data());
    if (error != std::errc() || digits >= packed.size() || *end != ':') { return std::nullopt; }
    packed.remove_prefix(digits + 1);
    if (size > packed.size()) { return std::nullopt; }
    const auto part = packed.substr(0, size);
    packed.remove_prefix(size);
    return part;
}

std::string packed(const SealPlace& place, const Fields& fields) {
    std::string bytes;
    for (const auto& part : {place.table, place.session, place.key}) { add(bytes, part); }
    for (const auto& [name, value] : fields) {
        add(bytes, name);
        add(bytes, value);
    }
    return bytes;
}

/// Nothing if it does not say that it belongs there.
std::optional<Fields> unpacked(const SealPlace& place, std::string_view bytes) {
    for (const auto& part : {place.table, place.session, place.key}) {
        if (take_part(bytes) != part) { return std::nullopt; }
    }
    Fields fields;
    while (!bytes.empty()) {
        const auto name = take_part(bytes);
        const auto value = name ? take_part(bytes) : std::nullopt;
        if (!value) { return std::nullopt; }
        fields.emplace_back(*name, *value);
    }
    return fields;
}

std::optional<Fields> open_fields(const SealPlace& place, const std::string& public_key, const Secret& key,
                                  std::string_view blob) {
    auto bytes = open_bytes(public_key, key, blob);
    if (!bytes) { return std::nullopt; }
    auto fields = unpacked(place, *bytes);
    wipe(*bytes);
    return fields;
}

SealPlace value_place(const std::string& session, std::int64_t position) {
    return {"answer", session, fmt::format("{}", position)};
}

SealPlace question_place(const std::string& session, std::int64_t position) {
    return {"question", session, fmt::format("{}", position)};
}

SealPlace settings_place(const std::string& session) { return {"settings", session, {}}; }

bool shows_own_words(const AnswerWords& words, const std::optional<std::vector<std::string>>& own_words) {
    if (!own_words) { return true; }
    if (own_words->empty()) { return false; }
    if (holds_any(words.prompt, *own_words) || holds_any(words.lowest_label, *own_words) ||
        holds_any(words.highest_label, *own_words)) {
        return true;
    }
    for (const auto& [id, text] : options_of(words.options)) {
        if (holds_any(text, *own_words)) { return true; }
    }
    return false;
}

} // namespace

SealPlace draft_place(const std::string& session, const std::string& question) {
    return {"draft", session, question};
}

SealPlace kept_place(const std::string& name) { return {"kept", {}, name}; }

SealPlace amendment_place(const std::string& session, std::int64_t position) {
    return {"amendment", session, fmt::format("{}", position)};
}

SealPlace homework_place(std::int64_t homework, std::int64_t position) {
    return {"homework", fmt::format("{}", homework), fmt::format("{}", position)};
}

bool value_is_sealed(std::string_view kind, bool is_private) {
    if (kind == "text") { return true; }
    return is_private && kind != "scale" && kind != "check_in";
}

std::optional<SealRow> seal_row(Journal::Store& store) {
    return store.read([](SQLite::Database& database) -> std::optional<SealRow> {
        SQLite::Statement row(database, "SELECT state, public_key, wrapped_key, nonce, salt, operations,"
                                        " memory, plan_left_open FROM seal");
        if (!row.executeStep()) { return std::nullopt; }
        int column = 0;
        SealRow found;
        found.state = row.getColumn(column++).getString();
        found.key.public_key = row.getColumn(column++).getString();
        found.key.wrapped_key = row.getColumn(column++).getString();
        found.key.nonce = row.getColumn(column++).getString();
        found.key.salt = row.getColumn(column++).getString();
        found.key.operations = row.getColumn(column++).getInt64();
        found.key.memory = row.getColumn(column++).getInt64();
        found.plan_left_open = row.getColumn(column).getInt() != 0;
        return found;
    });
}

void Sealer::look() {
    auto& row = store_.statement("SELECT public_key, plan_left_open FROM seal");
    on_ = row.executeStep();
    public_key_ = on_ ? row.getColumn(0).getString() : std::string();
    plan_left_open_ = on_ && row.getColumn(1).getInt() != 0;
    row.reset();
    looked_ = true;
}

bool Sealer::on() {
    if (!looked_) { look(); }
    return on_;
}

bool Sealer::leaves_open(const std::string& kept_name) {
    return on() && plan_left_open_ && kept_name == closing_plan;
}

void Sealer::use_key(std::string public_key, Secret key) {
    key_of_ = std::move(public_key);
    key_ = std::move(key);
}

std::string Sealer::seal(const SealPlace& place, std::string_view words) {
    if (!looked_) { look(); }
    std::string bytes = packed(place, {{"text", std::string(words)}});
    std::string blob = seal_bytes(public_key_, bytes);
    wipe(bytes);
    return blob;
}

Opened Sealer::open(const SealPlace& place, std::string_view blob, std::string& words) const {
    if (!has_key()) { return Opened::closed; }
    auto fields = open_fields(place, key_of_, key_, blob);
    if (!fields || fields->size() != 1 || fields->front().first != "text") { return Opened::broken; }
    words = std::move(fields->front().second);
    return Opened::opened;
}

Sealer::Parts Sealer::take(const std::string& session, std::int64_t position, AnswerWords& words,
                           const std::optional<std::vector<std::string>>& own_words) {
    Parts parts;
    if (!on()) { return parts; }
    const bool has_value = words.value_number || words.value_text;
    if (has_value && value_is_sealed(words.kind, words.is_private)) {
        Fields fields;
        if (words.value_number) { fields.emplace_back("number", fmt::format("{}", *words.value_number)); }
        if (words.value_text) { fields.emplace_back("text", *words.value_text); }
        parts.value = seal_bytes(public_key_, packed(value_place(session, position), fields));
        words.value_number.reset();
        words.value_text.reset();
    }
    if (shows_own_words(words, own_words)) {
        const Fields fields{{"prompt", words.prompt},
                            {"options", words.options},
                            {"lowest_label", words.lowest_label},
                            {"highest_label", words.highest_label}};
        parts.question = seal_bytes(public_key_, packed(question_place(session, position), fields));
        for (std::string* shown :
             {&words.prompt, &words.options, &words.lowest_label, &words.highest_label}) {
            shown->clear();
        }
    }
    return parts;
}

Sealer::Found Sealer::open(const std::string& session, std::int64_t position, AnswerWords& words,
                           const std::optional<std::string_view>& value,
                           const std::optional<std::string_view>& question) const {
    Found found;
    if (value) { found.value = open_value(session, position, *value, words); }
    if (!question) { return found; }
    found.question = Opened::closed;
    if (!has_key()) { return found; }
    auto fields = open_fields(question_place(session, position), key_of_, key_, *question);
    found.question = fields ? Opened::opened : Opened::broken;
    for (auto& [name, text] : fields.value_or(Fields())) {
        if (name == "prompt") { words.prompt = std::move(text); }
        if (name == "options") { words.options = std::move(text); }
        if (name == "lowest_label") { words.lowest_label = std::move(text); }
        if (name == "highest_label") { words.highest_label = std::move(text); }
    }
    return found;
}

Opened Sealer::open_value(const std::string& session, std::int64_t position, std::string_view blob,
                          AnswerWords& words) const {
    if (!has_key()) { return Opened::closed; }
    auto fields = open_fields(value_place(session, position), key_of_, key_, blob);
    if (!fields) { return Opened::broken; }
    for (auto& [name, text] : *fields) {
        double number = 0;
        if (name == "number" &&
            std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc()) {
            words.value_number = number;
        }
        if (name == "text") { words.value_text = std::move(text); }
    }
    return Opened::opened;
}

void Sealer::open(const std::string& session, AnswerEntry& entry, const std::optional<std::string>& value,
                  const std::optional<std::string>& question) const {
    if (!value && !question) { return; }
    AnswerWords words;
    const Found found = open(session, entry.position, words, value, question);
    entry.sealed = found.value != Opened::opened;
    entry.question_sealed = found.question != Opened::opened;
    entry.seal_broken = found.value == Opened::broken || found.question == Opened::broken;
    if (value && !entry.sealed) {
        entry.value_number = words.value_number;
        entry.value_text = std::move(words.value_text);
    }
    if (question && !entry.question_sealed) {
        entry.prompt = std::move(words.prompt);
        entry.options = options_of(words.options);
        entry.lowest_label = std::move(words.lowest_label);
        entry.highest_label = std::move(words.highest_label);
    }
}

Opened Sealer::open_was(const std::string& session, std::int64_t position, std::string_view field,
                        std::string_view blob, std::string& was) const {
    const Opened found = open(amendment_place(session, position), blob, was);
    constexpr std::string_view answer = "answer.";
    if (found != Opened::broken || !field.starts_with(answer)) { return found; }
    // A value that was amended while nobody had the key was carried over as it was sealed.
    std::int64_t of = 0;
    std::from_chars(field.data() + answer.size(), field.data() + field.size(), of);
    AnswerWords words;
    if (open_value(session, of, blob, words) != Opened::opened) { return Opened::broken; }
    was = words.value_number ? fmt::format("{}", *words.value_number)
                             : words.value_text.value_or(std::string());
    return Opened::opened;
}

std::optional<std::string> Sealer::take_settings(const std::string& session, std::string& settings) {
    auto words = own_words_in(settings);
    const bool any = !words.empty();
    own_words_.insert_or_assign(session, std::move(words));
    if (!any || !on()) { return std::nullopt; }
    std::string blob = seal(settings_place(session), settings);
    wipe(settings);
    return blob;
}

std::optional<std::string> Sealer::settings(const std::string& session) {
    return store_.read([&](SQLite::Database& database) -> std::optional<std::string> {
        SQLite::Statement row(database, "SELECT settings, settings_sealed FROM session WHERE id = ?");
        row.bind(1, session);
        if (!row.executeStep()) { return std::nullopt; }
        if (row.isColumnNull(1)) { return row.getColumn(0).getString(); }
        return opened_settings(session, row.getColumn(1).getString());
    });
}

std::optional<std::string> Sealer::opened_settings(const std::string& session, std::string_view blob) const {
    std::string text;
    if (open(settings_place(session), blob, text) != Opened::opened) { return std::nullopt; }
    return text;
}

std::optional<std::vector<std::string>> Sealer::own_words(const std::string& session) {
    if (const auto known = own_words_.find(session); known != own_words_.end()) { return known->second; }
    const auto text = settings(session);
    if (!text) { return std::nullopt; }
    return own_words_.insert_or_assign(session, own_words_in(*text)).first->second;
}

} // namespace kindly
