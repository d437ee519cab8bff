// SPDX-License-Identifier: MIT
#include "commands/practice_plan.hpp"

#include "base/failure.hpp"
#include "base/files.hpp"
#include "base/filled.hpp"
#include "base/translate.hpp"
#include "commands/context.hpp"
#include "exercise/canonical.hpp"
#include "exercise/json_text.hpp"
#include "exercise/limits.hpp"
#include "exercise/settings.hpp"

#include <fmt/format.h>

namespace kindly {

namespace {

FragmentFinder noting(const FragmentFinder& find, UsedFragments& used) {
    return [&find, &used](const std::string& id, int major) {
        auto fragment = find(id, major);
        if (fragment != nullptr) { used[{id, major}] = fragment; }
        return fragment;
    };
}

void set_from_line(const Exercise& exercise, Settings& settings, const std::string& pair) {
    const std::size_t equals = pair.find('=');
    if (equals == std::string::npos || equals == 0) {
        throw Failure(ExitCode::usage, filled(_("--set takes NAME=VALUE, not \"{}\""), pair));
    }
    const std::string name = pair.substr(0, equals);
    for (const auto& parameter : exercise.parameters) {
        if (parameter.name == name && parameter.type == Parameter::Type::text) {
            // Arguments can be read by others on the machine (ps).
            throw Failure(ExitCode::usage,
                          filled(_("\"{}\" is a text, and texts are not given as arguments"), name),
                          _("Put it in a file and name that with --settings."));
        }
    }
    const std::string problem = set_setting(exercise, settings, name, pair.substr(equals + 1));
    if (!problem.empty()) { throw Failure(ExitCode::usage, "--set: " + problem); }
}

/// What is wrong with it; empty where it was taken.
std::string set_from_json(const Exercise& exercise, Settings& settings, const std::string& name,
                          const Written& value, const SourceText& source) {
    if (value.kind == Written::Kind::string) { return set_setting(exercise, settings, name, value.text); }
    const bool is_whole = value.kind == Written::Kind::number && value.whole;
    if (is_whole) { return set_setting(exercise, settings, name, fmt::format("{:.0f}", value.number)); }
    // true, 2.5, [ ... ]: as it is written there.
    const std::string bytes(source.bytes().substr(value.span.begin, value.span.end - value.span.begin));
    std::string problem = set_setting(exercise, settings, name, bytes);
    return problem.empty() ? filled(_("\"{}\" takes a text in quotation marks"), name) : problem;
}

/// --settings FILE: a JSON object of names and values.
void set_from_file(Context& context, const Exercise& exercise, Settings& settings, const std::string& file) {
    const auto source = std::make_shared<const SourceText>(file, read_file(file, limits::file_bytes));
    ParsedText parsed = parse_written(source, nullptr, Remarks::none);
    if (parsed.document != nullptr && parsed.document->root.kind != Written::Kind::object) {
        Diagnostic diagnostic;
        diagnostic.code = "K003";
        diagnostic.message = _("Settings are written as { \"name\": value, ... }");
        diagnostic.source = source;
        diagnostic.where = parsed.document->root.span;
        parsed.diagnostics.push_back(std::move(diagnostic));
    } else if (parsed.document != nullptr) {
        for (const auto& member : parsed.document->root.members) {
            const std::string problem = set_from_json(exercise, settings, member.key, member.value, *source);
            if (problem.empty()) { continue; }
            Diagnostic diagnostic;
            diagnostic.code = "K006";
            diagnostic.message = problem;
            diagnostic.source = source;
            diagnostic.where = member.value.span;
            parsed.diagnostics.push_back(std::move(diagnostic));
        }
    }
    context.refuse_errors(parsed.diagnostics, file);
}

/// As it was written, and then its translation where it is shown in another language.
void add_texts(std::vector<TextToKeep>& texts, TextToKeep::Kind kind, const Document& document,
               const std::string& id, const std::string& version) {
    const auto word_in = [](const Document& written, const char* key) {
        const Written* value = written.root.find(key);
        return value == nullptr ? std::string() : value->text;
    };
    const Document& original = original_of(document);
    texts.push_back({kind, canonical_digest(original.root), id, version, word_in(original, "language"),
                     original.source->bytes()});
    if (document.parts == nullptr) { return; }
    const Document& translation = *document.parts->translation;
    texts.push_back({TextToKeep::Kind::translation, canonical_digest(translation.root), id,
                     word_in(translation, "of_version"), word_in(translation, "language"),
                     translation.source->bytes()});
}

} // namespace

Settings settings_asked_for(Context& context, const Exercise& exercise, const PracticeRequest& request) {
    Settings settings = default_settings(exercise);
    for (const auto& finding : apply_own_settings(context.preferences(), exercise, settings)) {
        // One wrong value of one exercise must not stand between a person and their practice: it is told and
        // left out.
        context.err.write(first_line(finding) + "\n");
    }
    for (const auto& [name, value] : request.homework_settings) {
        const std::string problem = set_setting(exercise, settings, name, value);
        if (!problem.empty()) { throw Failure(ExitCode::invalid_file, problem); }
    }
    if (!request.settings_file.empty()) { set_from_file(context, exercise, settings, request.settings_file); }
    for (const auto& pair : request.settings) { set_from_line(exercise, settings, pair); }
    return settings;
}

PreparedPlan prepare_plan(Context& context, const OpenedExercise& opened, const ExpandRequest& wanted,
                          std::optional<Milliseconds> budget) {
    PreparedPlan prepared;
    prepared.fitted = fit(opened.exercise, noting(opened.find_fragment, prepared.used), wanted, budget);
    if (opened.fragment_problems != nullptr) {
        context.refuse_errors(*opened.fragment_problems, opened.file.string());
    }
    context.refuse_errors(prepared.fitted.diagnostics, opened.file.string());
    return prepared;
}

std::vector<TextToKeep> texts_of(const Exercise& exercise, const UsedFragments& used) {
    std::vector<TextToKeep> texts;
    add_texts(texts, TextToKeep::Kind::exercise, *exercise.document, exercise.id, exercise.version);
    for (const auto& [key, fragment] : used) {
        add_texts(texts, TextToKeep::Kind::fragment, *fragment->document, fragment->id, fragment->version);
    }
    return texts;
}

std::set<std::string> exercises_looked_at(const Plan& plan) {
    std::set<std::string> names;
    for (const auto& instruction : plan.instructions) {
        if (const auto* branch = std::get_if<Branch>(&instruction.what)) {
            for (const auto& test : branch->when.tests) { names.insert(test.of); }
        }
        if (const auto* recall = std::get_if<Recollection>(&instruction.what)) { names.insert(recall->of); }
    }
    names.erase(std::string());
    return names;
}

} // namespace kindly
