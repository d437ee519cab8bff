// SPDX-License-Identifier: MIT
#include "guide/sound.hpp"

#include "base/text.hpp"
#include "base/translate.hpp"
#include "guide/clocks.hpp"
#include "guide/player.hpp"
#include "guide/spoken_text.hpp"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fmt/format.h>

namespace kindly {

namespace {

std::string sentence(const char* format, const std::string& program, const std::string& more = {}) {
    return fmt::format(fmt::runtime(format), harmless(program), more);
}

/// 127 and 126 are what shells and env(1) say of programs that they cannot find or run.
std::string bell_trouble(const std::string& program, const Player::Trouble& trouble) {
    if (trouble.error == ENOENT) {
        return sentence(_("The bell did not ring: there is no program \"{}\""), program);
    }
    if (trouble.error != 0) {
        return sentence(_("The bell did not ring: \"{}\" could not be started ({})"), program,
                        std::strerror(trouble.error));
    }
    if (trouble.stuck) { return sentence(_("The bell program \"{}\" did not come to an end"), program); }
    return sentence(_("The bell may not have rung: \"{}\" ended with status {}"), program,
                    std::to_string(trouble.status));
}

std::string speech_trouble(const std::string& program, const Player::Trouble& trouble) {
    if (trouble.error == ENOENT) {
        return sentence(_("Nothing was spoken: there is no program \"{}\""), program);
    }
    if (trouble.error != 0) {
        return sentence(_("Nothing was spoken: \"{}\" could not be started ({})"), program,
                        std::strerror(trouble.error));
    }
    if (trouble.stuck) { return sentence(_("The speech program \"{}\" did not come to an end"), program); }
    return sentence(_("Some words may not have been spoken: \"{}\" ended with status {}"), program,
                    std::to_string(trouble.status));
}

} // namespace

class Sound::Programs {
public:
    Programs(SoundOptions wanted, std::function<void()> ring)
        : options(std::move(wanted)), ring_terminal(std::move(ring)),
          bell(options.bell == SoundOptions::Bell::command ? options.bell_command
                                                           : std::vector<std::string>()),
          speech(options.speech) {}

    const SoundOptions options;
    const std::function<void()> ring_terminal;
    Player bell;
    Player speech;
    bool muted = false;
};

Sound::Sound(SoundOptions options, std::function<void()> ring_terminal)
    : programs_(std::make_unique<Programs>(std::move(options), std::move(ring_terminal))) {}

Sound::~Sound() = default;

void Sound::ring() {
    if (programs_->muted) { return; }
    switch (programs_->options.bell) {
    case SoundOptions::Bell::off: return;
    case SoundOptions::Bell::terminal:
        if (programs_->ring_terminal) { programs_->ring_terminal(); }
        return;
    case SoundOptions::Bell::command:
        if (!programs_->bell.busy()) { programs_->bell.play({}); }
        return;
    }
}

void Sound::say(std::string_view text) {
    if (programs_->muted || !speaks()) { return; }
    for (auto& part : spoken_parts(text, most_bytes_at_once - 1)) {
        programs_->speech.play(std::move(part) + '\n');
    }
}

void Sound::hush() { programs_->speech.stop(); }

void Sound::mute(bool muted) {
    programs_->muted = muted;
    if (!muted) { return; }
    programs_->speech.stop();
    programs_->bell.stop();
}

bool Sound::muted() const { return programs_->muted; }

bool Sound::speaks() const { return programs_->speech.usable(); }

bool Sound::meant_to_speak() const { return !programs_->options.speech.empty(); }

bool Sound::any() const {
    switch (programs_->options.bell) {
    case SoundOptions::Bell::off: break;
    case SoundOptions::Bell::command: return true;
    case SoundOptions::Bell::terminal:
        if (programs_->ring_terminal) { return true; }
        break;
    }
    return meant_to_speak();
}

bool Sound::speaking() const { return programs_->speech.busy(); }

void Sound::finish(Milliseconds limit, const std::vector<int>& wakers) {
    const Milliseconds began = monotonic_now();
    if (programs_->speech.finish(limit, wakers)) {
        programs_->bell.finish(limit - (monotonic_now() - began), wakers);
    }
}

std::optional<std::string> Sound::trouble() const {
    if (const auto trouble = programs_->speech.trouble()) {
        return speech_trouble(programs_->options.speech.front(), *trouble);
    }
    if (const auto trouble = programs_->bell.trouble()) {
        return bell_trouble(programs_->options.bell_command.front(), *trouble);
    }
    return std::nullopt;
}

std::string afterword(const Sound& sound) {
    const auto trouble = sound.trouble();
    return trouble ? fmt::format(fmt::runtime(_("kindly: {}. \"kindly doctor\" says what was found.\n")),
                                 *trouble)
                   : std::string();
}

} // namespace kindly
