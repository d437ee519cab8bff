// SPDX-License-Identifier: MIT
#include "session/event.hpp"

namespace kindly {

const char* word(Status value) {
    switch (value) {
    case Status::completed: return "completed";
    case Status::closed_early: return "closed_early";
    case Status::stopped: return "stopped";
    case Status::interrupted: return "interrupted";
    }
    return "";
}

const char* word(StopReason value) {
    switch (value) {
    case StopReason::none: return "";
    case StopReason::person: return "person";
    case StopReason::distress: return "distress";
    case StopReason::unanswered: return "unanswered";
    case StopReason::signal: return "signal";
    case StopReason::crash: return "crash";
    }
    return "";
}

const char* word(OfferReason value) {
    switch (value) {
    case OfferReason::distress: return "distress";
    case OfferReason::rise: return "rise";
    case OfferReason::numb: return "numb";
    case OfferReason::stop: return "stop";
    case OfferReason::resume: return "resume";
    }
    return "";
}

const char* word(StepEnd value) {
    switch (value) {
    case StepEnd::time: return "time";
    case StepEnd::enter: return "enter";
    case StepEnd::answered: return "answered";
    case StepEnd::skipped: return "skipped";
    case StepEnd::grounded: return "grounded";
    case StepEnd::stopped: return "stopped";
    case StepEnd::back: return "back";
    }
    return "";
}

} // namespace kindly
