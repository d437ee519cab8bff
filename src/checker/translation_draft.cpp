// SPDX-License-Identifier: MIT
#include "checker/translation_draft.hpp"

#include "base/translate.hpp"
#include "exercise/canonical.hpp"
#include "exercise/shown_texts.hpp"

namespace kindly {

namespace {

template <class Original>
std::string draft(const Original& original, const std::string& language, const std::string& schema) {
    std::string file = "{\n";
    auto entry = [&](const char* key, const std::string& value) {
        file += "  \"" + std::string(key) + "\": " + json_string(value) + ",\n";
    };
    if (!schema.empty()) { entry("$schema", schema); }
    entry("format", "1.0");
    entry("translates", original.id);
    entry("of_version", original.version);
    entry("language", language);
    entry("note",
          _("Write each sentence in the new language between the quotes after \"to\". Leave \"from\" as "
            "it is, and keep names in braces like {this} untranslated. When you are done, add \"by\" "
            "with your name, and take this note away if you like."));
    file += "  \"texts\": {";
    bool first = true;
    for (const ShownText& text : shown_texts(original)) {
        file += first ? "\n" : ",\n";
        first = false;
        file += "    " + json_string(text.name) + ": {\n      \"from\": " + json_string(text.text()) +
                ",\n      \"to\": \"\"\n    }";
    }
    return file + "\n  }\n}\n";
}

} // namespace

std::string translation_draft(const Exercise& exercise, const std::string& language,
                              const std::string& schema) {
    return draft(exercise, language, schema);
}

std::string translation_draft(const Fragment& fragment, const std::string& language,
                              const std::string& schema) {
    return draft(fragment, language, schema);
}

std::string translation_draft(const Programme& programme, const std::string& language,
                              const std::string& schema) {
    return draft(programme, language, schema);
}

} // namespace kindly
