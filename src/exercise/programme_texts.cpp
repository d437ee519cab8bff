// SPDX-License-Identifier: MIT
// The sentences of a programme that a person can see.
#include "exercise/programme.hpp"
#include "exercise/shown_texts.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace kindly {

namespace {

using Kind = ShownText::Kind;

class Collection {
public:
    explicit Collection(TextNames names) : named_(names == TextNames::given) {}
    std::vector<ShownText> texts;

    void add(Kind kind, const std::string& name, const Written* written) {
        if (written == nullptr || written->kind != Written::Kind::string) { return; }
        ShownText text;
        text.kind = kind;
        text.name = named_ ? unused(name) : std::string();
        text.written = written;
        texts.push_back(std::move(text));
    }

private:
    /// With a number behind it: one exercise may stand on a day twice, by mistake.
    std::string unused(const std::string& name) {
        std::string free = name;
        int& count = tried_[name]; // a great many, where a whole file was written so
        while (!taken_.insert(free).second) {
            count = std::max(count, 1) + 1;
            free = name + "-" + std::to_string(count);
        }
        return free;
    }

    bool named_;
    std::set<std::string> taken_;
    std::map<std::string, int> tried_; ///< the last number behind each name
};

} // namespace

std::vector<ShownText> shown_texts(const Programme& programme, TextNames names) {
    Collection collection(names);
    const Written& root = programme.document->root;
    collection.add(Kind::title, "title", root.find("title"));
    if (const Written* about = root.find("about")) {
        for (const char* key : {"summary", "caution", "homework"}) {
            collection.add(Kind::about, std::string("about/") + key, about->find(key));
        }
    }
    for (const ProgrammeWeek& week : programme.weeks) {
        const std::string name = "week_" + std::to_string(week.week) + "/";
        collection.add(Kind::title, name + "title", week.written->find("title"));
        collection.add(Kind::say, name + "text", week.written->find("text"));
    }
    for (const ProgrammeItem& item : programme.items) {
        std::string name = "day_" + std::to_string(item.day) + "/";
        if (!item.exercise.empty()) { name += item.exercise + "/"; }
        collection.add(Kind::say, name + "text", item.written->find("text"));
        collection.add(Kind::question, name + "review", item.written->find("review"));
    }
    return std::move(collection.texts);
}

} // namespace kindly
