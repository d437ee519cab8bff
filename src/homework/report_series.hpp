// SPDX-License-Identifier: MIT
// Which reports tell again what others tell: each one holds everything since its homework was begun, so that
// of several on the same homework the newest has the practices of all. Knows no log and no output.
#pragma once

#include "homework/report.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace kindly {

class ReportSeries {
public:
    /// Once for each report. Those without a series stand for themselves.
    void add(const Report& report, const std::string& file);

    struct ToldAgain {
        std::string older, newer; ///< files
    };
    /// In the order in which the older ones were added.
    [[nodiscard]] std::vector<ToldAgain> told_again() const;
    /// Ids of the older ones.
    [[nodiscard]] std::set<std::string> older_ids() const;

private:
    struct One {
        std::string series, written_on, id, file;
    };
    [[nodiscard]] bool is_newest(const One& one) const;
    std::vector<One> all_;
    std::map<std::string, std::size_t> newest_; ///< by series: its place in all_
};

} // namespace kindly
