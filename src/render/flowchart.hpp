// SPDX-License-Identifier: MIT
// A chart of boxes and arrows, written for Mermaid (flowchart TD). Labels are any text; names are made safe.
// Knows nothing of what the boxes stand for.
#pragma once

#include <string>
#include <vector>

namespace kindly {

struct ChartNode {
    enum class Shape { step, heading, question, check_in, decision, end };
    std::string name; ///< unique; any text
    std::string label;
    Shape shape = Shape::step;
};

struct ChartArrow {
    std::string from, to; ///< names of nodes
    std::string label;    ///< may be empty
    bool detour = false;  ///< dotted
};

struct Flowchart {
    std::string title; ///< a remark in the first line; may be empty
    std::vector<ChartNode> nodes;
    std::vector<ChartArrow> arrows;
};

[[nodiscard]] std::string as_mermaid(const Flowchart& chart);

} // namespace kindly
