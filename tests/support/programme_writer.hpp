// SPDX-License-Identifier: MIT
// Writes programmes at random, the same from the same seed: every key of an item, always such that the reader
// accepts them. They need not make sense to the checker. Needs no test framework.
#pragma once

#include "support/script_writer.hpp"

#include <string>

namespace kindly::tests {

class ProgrammeWriter {
public:
    explicit ProgrammeWriter(std::uint64_t seed) : chance_(seed) {}

    Json programme() {
        Json made{{"format", "1.0"},
                  {"id", "first-days"},
                  {"version", "1.0"},
                  {"language", "en"},
                  {"title", "Days"}};
        if (chance_.one_in(2)) { made["$schema"] = "../programme-1.schema.json"; }
        if (chance_.one_in(2)) {
            made["about"] =
                Json{{"summary", "A few days."}, {"authors", {"a name"}}, {"audience", "clinicians"}};
        }
        if (chance_.one_in(2)) { made["weeks"] = weeks(); }
        made["items"] = Json::array();
        const int count = chance_.between(1, 4);
        for (int item = 0; item < count; ++item) {
            made["items"].push_back(chance_.one_in(4) ? looking_back() : with_exercise());
        }
        if (chance_.one_in(3)) { made["note"] = "For colleagues."; }
        return made;
    }

private:
    Json weeks() {
        Json all = Json::array();
        for (int week = 1; week <= chance_.between(0, 2); ++week) {
            Json one{{"week", week}};
            if (chance_.one_in(2)) { one["title"] = "Finding the floor"; }
            if (chance_.one_in(2)) { one["text"] = "Some words."; }
            if (chance_.one_in(3)) { one["note"] = ""; }
            all.push_back(std::move(one));
        }
        return all;
    }

    Json looking_back() {
        Json item{{"day", chance_.between(1, 366)}, {"review", "What helped?"}};
        if (chance_.one_in(3)) { item["text"] = "A day for looking back."; }
        if (chance_.one_in(3)) { item["optional"] = chance_.one_in(2); }
        return item;
    }

    Json with_exercise() {
        Json item{{"day", chance_.between(1, 366)}, {"exercise", chance_.one_of({"feet", "kind-pause"})}};
        if (chance_.one_in(3)) {
            item["until"] = chance_.between(1, 366);
            if (chance_.one_in(2)) { item["times"] = chance_.between(1, 7); }
        }
        if (chance_.one_in(3)) {
            item["or"] = Json::array({"look"});
        } else if (chance_.one_in(3)) {
            item["settings"] = Json{{"rounds", chance_.between(-2, 4)}, {"warm_name", "my dear"}};
        }
        if (chance_.one_in(2)) { item["minutes"] = chance_.between(1, 60); }
        if (chance_.one_in(3)) { item["substitute"] = "look"; }
        if (chance_.one_in(3)) { item["optional"] = chance_.one_in(2); }
        if (chance_.one_in(4)) { item["locked_until_agreed"] = chance_.one_in(2); }
        if (chance_.one_in(2)) { item["text"] = "A few words."; }
        if (chance_.one_in(4)) { item["review"] = "How was the week?"; }
        if (chance_.one_in(4)) { item["note"] = "A remark."; }
        return item;
    }

    Chance chance_;
};

} // namespace kindly::tests
