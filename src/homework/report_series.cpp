// SPDX-License-Identifier: MIT
#include "homework/report_series.hpp"

#include <tuple>

namespace kindly {

void ReportSeries::add(const Report& report, const std::string& file) {
    if (report.series.empty()) { return; }
    all_.push_back({report.series, report.written_on, report.id, file});
    const auto [found, is_first] = newest_.emplace(report.series, all_.size() - 1);
    const One& before = all_[found->second];
    // Two of one day: ids sort by time (base/digest.hpp).
    if (!is_first && std::tie(report.written_on, report.id) > std::tie(before.written_on, before.id)) {
        found->second = all_.size() - 1;
    }
}

bool ReportSeries::is_newest(const One& one) const { return &all_[newest_.at(one.series)] == &one; }

std::vector<ReportSeries::ToldAgain> ReportSeries::told_again() const {
    std::vector<ToldAgain> told;
    for (const One& one : all_) {
        if (!is_newest(one)) { told.push_back({one.file, all_[newest_.at(one.series)].file}); }
    }
    return told;
}

std::set<std::string> ReportSeries::older_ids() const {
    std::set<std::string> ids;
    for (const One& one : all_) {
        if (!is_newest(one)) { ids.insert(one.id); }
    }
    return ids;
}

} // namespace kindly
