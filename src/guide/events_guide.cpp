// SPDX-License-Identifier: MIT
#include "guide/events_guide.hpp"

#include "base/translate.hpp"
#include "guide/event_json.hpp"
#include "guide/input_feed.hpp"
#include "guide/json_commands.hpp"
#include "guide/present.hpp"

#include <utility>

namespace kindly {

namespace {

class EventsGuide : public Guide {
public:
    EventsGuide(const EventsOptions& options, Output& output)
        : output_(output), feed_(options.input, options.instant) {
        output_.leave_for(feed_.reason_to_leave());
    }
    EventsGuide(const EventsGuide&) = delete;
    EventsGuide& operator=(const EventsGuide&) = delete;
    ~EventsGuide() override { output_.leave_for(std::nullopt); }

    [[nodiscard]] Milliseconds now() const override { return feed_.now(); }

    void show(const std::vector<Event>& events) override {
        for (const auto& event : events) {
            present_.observe(event);
            write(event);
        }
        output_.flush();
    }

    Happening wait(std::optional<Milliseconds> wake_at) override {
        for (;;) {
            // Nobody is left who could resume.
            if (feed_.ended() && !wake_at && present_.paused()) { return {input::Resume{}, now()}; }
            auto came = feed_.wait(wake_at);
            if (auto* happening = std::get_if<Happening>(&came)) { return std::move(*happening); }
            if (std::holds_alternative<InputFeed::Woken>(came)) { return {input::Tick{}, now()}; }
            if (std::holds_alternative<InputFeed::End>(came)) { return {input::EndOfInput{}, now()}; }
            if (std::holds_alternative<InputFeed::TooLong>(came)) { refuse(_("This line is too long.")); }
            if (const auto* line = std::get_if<InputFeed::Line>(&came)) {
                auto command = read_command(line->text, present_.at_check_in());
                if (auto* input = std::get_if<Input>(&command)) { return {std::move(*input), now()}; }
                refuse(std::get<RefusedCommand>(command).why);
            }
        }
    }

private:
    void write(const Event& event) {
        const std::string line = event_line(event, !written_);
        if (line.empty()) { return; }
        written_ = true;
        latest_ = event.at;
        output_.write(line);
    }
    void refuse(std::string why) {
        write({latest_, event::Refused{std::move(why)}});
        output_.flush();
    }

    Output& output_;
    InputFeed feed_;
    Present present_;
    bool written_ = false;
    Milliseconds latest_{};
};

} // namespace

std::unique_ptr<Guide> make_events_guide(const EventsOptions& options, Output& output) {
    return std::make_unique<EventsGuide>(options, output);
}

} // namespace kindly
