// SPDX-License-Identifier: MIT
#include "screen/screen_guide.hpp"

#include "base/failure.hpp"
#include "base/overloaded.hpp"
#include "base/translate.hpp"
#include "guide/narrator.hpp"
#include "guide/plain_words.hpp"
#include "guide/present.hpp"
#include "guide/session_clock.hpp"
#include "screen/external_editor.hpp"
#include "screen/filling_in.hpp"
#include "screen/key_feed.hpp"
#include "screen/view.hpp"

#include <algorithm>
#include <csignal>
#include <deque>
#include <exception>
#include <utility>

namespace kindly::screen {

namespace {

class ScreenGuide : public Guide {
public:
    ScreenGuide(ScreenOptions options, Output& afterwards)
        : options_(std::move(options)), afterwards_(afterwards), signals_(Signals::Resizing::told),
          terminal_(std::make_unique<Terminal>(options_.terminal)),
          sound_(std::make_unique<Sound>(options_.instant ? silence() : options_.sound,
                                         [this] { while_there([this] { terminal_->ring(); }); })),
          narrator_(*sound_), feed_(signals_, *terminal_, options_.instant), clock_(feed_.now()),
          scene_({options_.pace, options_.untimed, options_.recorded}) {
        look_.reduced_motion = options_.reduced_motion;
        look_.eases = terminal_->eases() && !options_.instant;
        look_.support = options_.support;
    }

    ~ScreenGuide() override {
        const std::string trouble = afterword(*sound_);
        sound_.reset();
        terminal_.reset();
        try {
            afterwards_.write(last_line_ + trouble);
        } catch (const std::exception&) { // nobody reads there any more, and there is nobody left to tell
            last_line_.clear();
        }
    }

    [[nodiscard]] Milliseconds now() const override { return feed_.now(); }

    void show(const std::vector<Event>& events) override {
        for (const auto& event : events) { take_in(event); }
        if (stays_) {
            while_there([this] { feed_.drop_keys(); });
        } // nobody has seen the ending yet
        draw();
        if (ended_) { stay_for_the_ending(); }
    }

    Happening wait(std::optional<Milliseconds> wake_at) override {
        for (;;) {
            stand_still_where_nothing_can_be_seen(wake_at.has_value());
            if (!to_send_.empty()) {
                Input input = std::move(to_send_.front());
                to_send_.pop_front();
                return hand_on({std::move(input), now()});
            }
            if (gone_) { return hand_on({input::Interrupt{}, now(), SIGHUP}); }
            if (auto happening = next_happening(wake_at)) { return hand_on(std::move(*happening)); }
        }
    }

private:
    static SoundOptions silence() { return {SoundOptions::Bell::off, {}, {}}; }
    // What the session says.
    void take_in(const Event& event) {
        const bool starts = std::holds_alternative<event::Started>(event.what);
        present_.observe(event);
        clock_.observe(event, starts ? now() : lived_until_);
        scene_.observe(event);
        hidden_ = hidden_ && (!scene_.scene().quiet || scene_.scene().silence); // else the sit is over
        narrator_.show(event);
        std::visit([this](const auto& what) { on(what); }, event.what);
        if (!present_.asks()) { close_field(); }
    }

    void on(const event::Asked& what) {
        filling_.open(what);
        begin_field();
    }
    void on(const event::CheckInAsked& what) { open_field(make_field(what)); }
    void on(const event::Consent& what) { open_field(make_field(what)); }
    void on(const event::KeepAsked& what) { open_field(make_field(what)); }
    void on(const event::Offered& what) {
        open_field(make_field(what));
        stopping_ = what.reason == OfferReason::stop && what.default_choice == choice::close;
    }
    void on(const event::Restored& what) {
        filling_.keep_draft(what.id, what.draft);
        const auto* asked = present_.writing();
        if (filling_.text() == nullptr || asked == nullptr || asked->question.id != what.id) { return; }
        filling_.text()->set_text(what.draft);
        scene_.hint(_("This is what you have written so far. It goes on from here."));
    }
    void on(const event::Answered& what) {
        if (what.question) { filling_.forget_draft(what.id); }
    }
    void on(const event::Ended& what) {
        ended_ = true;
        stays_ = !told_to_end_ && (what.status == Status::completed || what.status == Status::closed_early);
        if (!stays_ && what.status == Status::stopped) { last_line_ = ending_lines(what, size_.columns); }
    }
    void on(const event::BreathingBegan& what) {
        if (narrator_.aloud()) { cues_.start(breathing_cues(what, true), lived_until_); }
    }
    void on(const event::StepEnded&) { cues_.stop(); }
    void on(const event::Paused&) { cues_.hold(lived_until_); }
    void on(const event::Suspended&) { cues_.hold(lived_until_); }
    void on(const event::Resumed&) { cues_.release(lived_until_); }
    template <class Other>
    void on(const Other&) {}

    void open_field(std::unique_ptr<Field> field) {
        filling_.open(std::move(field));
        begin_field();
    }
    void begin_field() {
        escaped_ = false;
        stopping_ = false;
        look_.scroll = 0;
    }
    void close_field() {
        if (filling_.field() == nullptr) { return; }
        filling_.close();
        begin_field();
    }

    // What the person sees.
    [[nodiscard]] Milliseconds session_now() const { return clock_.at(now()); }
    [[nodiscard]] Situation situation() const {
        Situation here;
        here.begins = scene_.scene().begins;
        here.waits = std::holds_alternative<Present::Waits>(present_.prompt());
        here.asks = filling_.field() != nullptr;
        here.writing = filling_.takes_letters();
        here.offers = std::holds_alternative<event::Offered>(present_.prompt()) ||
                      std::holds_alternative<event::Consent>(present_.prompt());
        here.keeping = std::holds_alternative<event::KeepAsked>(present_.prompt());
        here.stopping = stopping_;
        here.paused = present_.paused();
        here.sitting = scene_.scene().quiet && scene_.scene().silence.has_value();
        here.settling = scene_.scene().settling;
        here.ended = ended_;
        here.hidden = hidden_;
        here.help = help_;
        here.escaped = escaped_;
        here.editor =
            !options_.editor.empty() && !options_.private_folder.empty() && filling_.text() != nullptr;
        here.more = more_;
        return here;
    }

    void draw() {
        if (gone_ || told_to_end_) { return; }
        look_.situation = situation();
        look_.field = filling_.field();
        if (scene_.scene().since != scrolled_since_) {
            scrolled_since_ = scene_.scene().since;
            look_.scroll = 0;
        }
        Picture picture = screen::draw(scene_.scene(), scene_.progress(), look_, size_, session_now());
        if (const bool more = picture.furthest > 0; more != more_) {
            more_ = more;
            look_.situation.more = more;
            picture = screen::draw(scene_.scene(), scene_.progress(), look_, size_, session_now());
        }
        int& scroll = help_ ? look_.help_scroll : look_.scroll;
        scroll = std::clamp(scroll, 0, picture.furthest);
        page_ = picture.page;
        while_there([&] { terminal_->draw(picture.frame); });
        next_picture_ = terminal_->behind() ? std::nullopt : clock_.moment_of(picture.next_change);
    }

    /// Where the terminal has gone, the session is told so next time.
    template <class What>
    void while_there(const What& what) {
        if (gone_) { return; }
        try {
            what();
        } catch (const Failure&) { // it cannot be said anywhere
            gone_ = true;
        }
    }

    /// Time goes on only where the person can see what it brings; otherwise it waits until they can.
    void stand_still_where_nothing_can_be_seen(bool wakes) {
        // Of a quiet sit there is nothing to be seen until it ends.
        const bool unseen = (hidden_ && !scene_.scene().quiet) || help_ || too_small(size_);
        const bool runs = wakes && std::holds_alternative<Present::TimeRuns>(present_.prompt());
        if (unseen && runs && !present_.paused() && to_send_.empty()) {
            held_ = true;
            to_send_.emplace_back(input::Pause{});
        } else if (!unseen && to_send_.empty() && std::exchange(held_, false) && present_.paused()) {
            to_send_.emplace_back(input::Resume{}); // unless what was pressed has ended it already
        }
    }

    void stay_for_the_ending() {
        while (stays_ && !gone_) {
            const auto happening = next_happening(std::nullopt);
            if (!happening) { continue; }
            if (std::holds_alternative<input::Stop>(happening->input) ||
                std::holds_alternative<input::Interrupt>(happening->input)) {
                stays_ = false;
            }
        }
    }

    // What happens.

    Happening hand_on(Happening happening) {
        if (std::holds_alternative<input::Interrupt>(happening.input)) { told_to_end_ = true; }
        if (!std::holds_alternative<input::Suspend>(happening.input)) { lived_until_ = happening.at; }
        return happening;
    }

    [[nodiscard]] std::optional<Milliseconds> next_moment() const {
        const auto spoken = cues_.next();
        if (!spoken || !next_picture_) { return spoken ? spoken : next_picture_; }
        return std::min(*spoken, *next_picture_);
    }

    std::optional<Happening> next_happening(std::optional<Milliseconds> wake_at) {
        while (const auto due = cues_.take_due(now())) { narrator_.cue(*due); }
        draw();
        KeyFeed::Came came;
        while_there([&] {
            came = feed_.wait(wake_at, next_moment());
            size_changed(came);
        });
        if (gone_) { return std::nullopt; }
        if (auto* happening = std::get_if<Happening>(&came)) {
            if (std::holds_alternative<input::Stop>(happening->input)) { help_ = false; }
            return std::move(*happening);
        }
        if (const auto* key = std::get_if<Key>(&came)) { press(*key); }
        const bool due = wake_at && now() >= *wake_at;
        if (std::holds_alternative<KeyFeed::Woken>(came) && due) { return Happening{input::Tick{}, now()}; }
        return std::nullopt;
    }

    void size_changed(const KeyFeed::Came& came) {
        const bool continued = std::holds_alternative<KeyFeed::Continued>(came);
        if (!continued && !std::holds_alternative<KeyFeed::Resized>(came)) { return; }
        terminal_->adapt();
        if (continued) { terminal_->forget(); }
        size_ = terminal_->size();
    }

    void press(const Key& key) {
        const Action meant = meaning(key, situation());
        const bool asks_again = std::exchange(editor_explained_, false);
        if (std::holds_alternative<action::Editor>(meant)) { return open_editor(asks_again); }
        follow(meant, key);
    }

    void follow(const Action& meant, const Key& key) {
        const bool escaped = std::exchange(escaped_, false);
        std::visit(
            Overloaded{
                [](action::Nothing) {}, [](action::Editor) {}, [](action::Cancel) {},
                [&](const action::Send& send) { this->send(send.input); },
                [&](action::ToField) { give_to_field(key, escaped); },
                [&](action::Help) {
                    help_ = true;
                    look_.help_scroll = 0;
                    scene_.support_was_asked_for();
                    to_send_.emplace_back(input::Support{});
                },
                [&](action::CloseHelp) { help_ = false; }, [&](action::Hide) { hidden_ = !hidden_; },
                [&](action::Countdown) { look_.countdown = !tells_time(scene_.scene(), look_); },
                [&](action::Faster) { change_pace(true); }, [&](action::Slower) { change_pace(false); },
                [&](action::Mute) { mute(); }, [&](action::Escape) { escaped_ = true; },
                [&](const action::Scroll& scroll) {
                    (help_ ? look_.help_scroll : look_.scroll) += scroll.by * (scroll.pages ? page_ : 1);
                },
                [&](action::Leave) { stays_ = false; }},
            meant);
    }

    void send(const Input& input) {
        help_ = false;
        scene_.hint({});
        to_send_.push_back(input);
    }

    void give_to_field(Key key, bool escaped) {
        if (filling_.field() == nullptr) { return; }
        key.alt = key.alt || escaped;
        const std::string before = filling_.text() != nullptr ? filling_.text()->text() : std::string();
        const Field::Took took = filling_.field()->take(key);
        if (took == Field::Took::nothing && key.kind == Key::Kind::right && filling_.text() == nullptr) {
            return give_to_field({.kind = Key::Kind::enter, .text = {}}, false); // "on", with what is chosen
        }
        if (took == Field::Took::nothing) {
            const Action meant = meaning_without_field(key, situation());
            if (!std::holds_alternative<action::ToField>(meant)) { follow(meant, key); }
            return;
        }
        scene_.hint(took == Field::Took::hint ? filling_.field()->hint() : std::string());
        if (filling_.text() != nullptr && filling_.text()->text() != before) { note_draft(); }
        if (took == Field::Took::answers) { answer(); }
    }

    void note_draft() {
        const auto* asked = present_.writing();
        if (asked == nullptr) { return; }
        filling_.keep_draft(asked->question.id, filling_.text()->text());
        to_send_.emplace_back(input::Draft{filling_.text()->text()});
    }

    void answer() {
        auto [input, hint] = filling_.answer(present_.prompt());
        if (input) { to_send_.push_back(std::move(*input)); }
        if (!hint.empty()) { scene_.hint(std::move(hint)); }
    }

    void change_pace(bool faster) {
        if (scene_.scene().quiet) { return send(input::Pace{1}); } // the session says that it keeps its time
        if (!scene_.change_pace(faster, session_now())) { return; }
        to_send_.emplace_back(input::Pace{scene_.pace()});
    }

    void mute() {
        if (!sound_->any()) { return scene_.hint(_("There is no sound here; nothing has changed.")); }
        sound_->mute(!sound_->muted());
        scene_.hint(sound_->muted() ? _("The sound is off. m turns it on.") : _("The sound is on."));
    }

    void open_editor(bool asked_again) {
        if (options_.sealed && !asked_again) {
            editor_explained_ = true;
            return scene_.hint(
                _("An editor may keep copies of these words that are not locked. Ctrl-O again opens it."));
        }
        terminal_->leave();
        const Edited edited =
            edit_elsewhere(options_.editor, options_.private_folder, filling_.text()->text(), signals_);
        terminal_->enter();
        terminal_->adapt();
        terminal_->forget();
        size_ = terminal_->size();
        scene_.hint(edited.trouble);
        if (edited.words && *edited.words != filling_.text()->text()) {
            filling_.text()->set_text(*edited.words);
            note_draft();
        }
        if (edited.ended_by) { ::raise(edited.ended_by->number); } // it comes in as it did before
    }

    ScreenOptions options_;
    Output& afterwards_;
    // In this order: ncurses leaves signals alone that somebody handles already.
    Signals signals_;
    std::unique_ptr<Terminal> terminal_;
    std::unique_ptr<Sound> sound_;
    Narrator narrator_;
    RunningCues cues_; ///< words of a breath, for closed eyes
    KeyFeed feed_;
    SessionClock clock_;
    SceneWriter scene_;
    Present present_;
    FillingIn filling_;
    Look look_;
    Size size_ = terminal_->size();
    Milliseconds lived_until_ = feed_.now(); ///< what has been handed on to the session
    Milliseconds scrolled_since_{};
    int page_ = 1;
    std::optional<Milliseconds> next_picture_;
    std::deque<Input> to_send_;
    std::string last_line_;                             ///< said once the screen is gone
    bool hidden_ = false, help_ = false, more_ = false; ///< what the person looks at
    bool stopping_ = false, escaped_ = false;           ///< what the next key means
    bool editor_explained_ = false;
    bool held_ = false;        ///< paused by the guide and not by the person
    bool gone_ = false;        ///< the terminal
    bool told_to_end_ = false; ///< by a signal: nobody looks at an ending
    bool ended_ = false;
    bool stays_ = false; ///< the ending is to be looked at
};

} // namespace

std::unique_ptr<Guide> make_screen_guide(ScreenOptions options, Output& afterwards) {
    return std::make_unique<ScreenGuide>(std::move(options), afterwards);
}

} // namespace kindly::screen
