// SPDX-License-Identifier: MIT
#include "exercise/put_together.hpp"

#include "exercise/programme_reader.hpp"
#include "exercise/reader.hpp"
#include "exercise/shown_texts.hpp"

#include <algorithm>
#include <map>
#include <string_view>

namespace kindly {

namespace {

struct Replacement {
    Span in_original, in_translation;
};

std::vector<Replacement> replacements(const std::vector<ShownText>& texts, const Document& original,
                                      const Translation& translation) {
    std::map<std::string_view, const TranslatedText*> translated;
    for (const TranslatedText& text : translation.texts) { translated.emplace(text.name, &text); }
    std::vector<Replacement> all{
        {original.root.find("language")->span, translation.document->root.find("language")->span}};
    for (const ShownText& text : texts) {
        all.push_back({text.written->span, translated.at(text.name)->written->value.find("to")->span});
    }
    std::sort(all.begin(), all.end(), [](const Replacement& left, const Replacement& right) {
        return left.in_original.begin < right.in_original.begin;
    });
    return all;
}

/// The bytes stay as their authors wrote them, escapes included: so every place in the new text has its place
/// in one of the two files.
std::string with_replaced(const Document& original, const Document& translation,
                          const std::vector<Replacement>& all, std::vector<PutTogether::Piece>& pieces) {
    const std::string& old_bytes = original.source->bytes();
    const std::string& new_bytes = translation.source->bytes();
    std::string bytes;
    std::size_t at = 0;
    for (const Replacement& one : all) {
        bytes.append(old_bytes, at, one.in_original.begin - at);
        const std::size_t begin = bytes.size();
        bytes.append(new_bytes, one.in_translation.begin, one.in_translation.end - one.in_translation.begin);
        pieces.push_back({{begin, bytes.size()}, one.in_original, one.in_translation});
        at = one.in_original.end;
    }
    return bytes.append(old_bytes, at);
}

/// `read`: read_exercise or read_fragment; `result`: the member of what that gives.
template <class Thing, class Read, class Result>
std::shared_ptr<const Thing> made(const Thing& original, const Translation& translation, const Read& read,
                                  Result result) {
    if (translation.translates != original.id || translation.language == original.language) {
        return nullptr;
    }
    const std::vector<ShownText> texts = shown_texts(original);
    if (!is_whole(translation, texts)) { return nullptr; }
    auto parts = std::make_shared<PutTogether>();
    parts->original = original.document;
    parts->translation = translation.document;
    const SourceText& source = *original.document->source;
    std::string bytes = with_replaced(*original.document, *translation.document,
                                      replacements(texts, *original.document, translation), parts->pieces);
    return read(std::make_shared<const SourceText>(source.name(), std::move(bytes)), std::move(parts)).*
           result;
}

} // namespace

std::shared_ptr<const Exercise> put_together(const Exercise& original, const Translation& translation) {
    return made<Exercise>(original, translation, read_exercise, &ReadExercise::exercise);
}

std::shared_ptr<const Fragment> put_together(const Fragment& original, const Translation& translation) {
    return made<Fragment>(original, translation, read_fragment, &ReadFragment::fragment);
}

std::shared_ptr<const Programme> put_together(const Programme& original, const Translation& translation) {
    return made<Programme>(original, translation, read_programme, &ReadProgramme::programme);
}

void place_in_files(Diagnostics& diagnostics, const Document& document) {
    if (document.parts == nullptr) { return; }
    const PutTogether& parts = *document.parts;
    // Lengths differ only inside pieces: before, between and behind them, places are shifted by what came
    // before.
    const auto placed = [&](Span where) {
        std::pair<std::shared_ptr<const SourceText>, Span> found{parts.original->source, where};
        std::size_t here = 0;
        std::size_t there = 0;
        for (const PutTogether::Piece& piece : parts.pieces) {
            if (where.begin < piece.here.begin) { break; }
            if (where.begin < piece.here.end) {
                const std::size_t shift = where.begin - piece.here.begin;
                const std::size_t length = std::min(where.end, piece.here.end) - where.begin;
                const std::size_t begin = piece.in_translation.begin + shift;
                return std::pair(parts.translation->source, Span{begin, begin + length});
            }
            here = piece.here.end;
            there = piece.in_original.end;
        }
        const std::size_t length = where.end - where.begin;
        found.second.begin = where.begin - here + there;
        found.second.end = std::min(found.second.begin + length, parts.original->source->bytes().size());
        return found;
    };
    for (Diagnostic& one : diagnostics) {
        if (one.source != document.source) { continue; }
        const auto [source, where] = placed(one.where);
        if (one.also) {
            const auto [other_source, other] = placed(*one.also);
            one.also = other_source == source ? std::optional(other) : std::nullopt;
        }
        one.source = source;
        one.where = where;
    }
}

} // namespace kindly
