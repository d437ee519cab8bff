// SPDX-License-Identifier: MIT
#include "exercise/json_text.hpp"

#include "base/text.hpp"
#include "exercise/findings.hpp"
#include "exercise/json_scan.hpp"
#include "exercise/limits.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_map>

#include <nlohmann/json.hpp>

namespace kindly {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reads bytes and counts them, so that the builder below knows where the parser stands.
class CountingIterator {
public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = const char&;

    CountingIterator(const char* at, std::size_t* count) : at_(at), count_(count) {}
    reference operator*() const { return *at_; }
    CountingIterator& operator++() {
        ++at_;
        ++*count_;
        return *this;
    }
    CountingIterator operator++(int) {
        CountingIterator before = *this;
        ++*this;
        return before;
    }
    bool operator==(const CountingIterator& other) const { return at_ == other.at_; }
    bool operator!=(const CountingIterator& other) const { return at_ != other.at_; }

private:
    const char* at_;
    std::size_t* count_;
};

/// Receives the parser's events and builds Written. The parser tells no places; they follow from how many
/// bytes it has read, and from what may stand between two values: only blanks, commas and colons.
class Builder : public nlohmann::json_sax<nlohmann::json> {
public:
    Builder(const SourceText& source, const std::string& mended, const std::size_t& consumed, Written& root,
            Findings& findings)
        : source_(source), mended_(mended), consumed_(consumed), root_(root), findings_(findings) {}

    bool null() override {
        add(Written::Kind::null, consumed_);
        return true;
    }
    bool boolean(bool value) override {
        add(Written::Kind::boolean, consumed_).boolean = value;
        return true;
    }
    bool number_integer(number_integer_t value) override {
        return add_number(static_cast<double>(value), true);
    }
    bool number_unsigned(number_unsigned_t value) override {
        return add_number(static_cast<double>(value), true);
    }
    bool number_float(number_float_t value, const string_t& /*written*/) override {
        return add_number(value, false);
    }
    bool string(string_t& value) override {
        add(Written::Kind::string, consumed_).text = std::move(value);
        return true;
    }
    bool binary(binary_t& /*value*/) override { return false; } // JSON text has none
    bool start_object(std::size_t /*elements*/) override { return open(Written::Kind::object); }
    bool start_array(std::size_t /*elements*/) override { return open(Written::Kind::list); }
    bool key(string_t& value) override {
        Member member;
        member.key = std::move(value);
        member.key_span = place(consumed_);
        open_.back()->members.push_back(std::move(member));
        return true;
    }
    bool end_object() override {
        say_duplicates(*open_.back());
        return close();
    }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t /*position*/, const std::string& /*last_token*/,
                     const nlohmann::json::exception& /*error*/) override {
        return false;
    }

private:
    Span place(std::size_t end) {
        std::size_t begin = last_end_;
        while (begin < end && std::string_view(" \t\r\n,:").find(mended_[begin]) != std::string_view::npos) {
            ++begin;
        }
        last_end_ = end;
        // A mended quote stands in the last or the first byte of a longer character.
        auto inside_character = [&](std::size_t at) {
            return at < source_.bytes().size() &&
                   (static_cast<unsigned char>(source_.bytes()[at]) & 0xC0U) == 0x80U;
        };
        while (begin < end && inside_character(begin)) { --begin; }
        while (inside_character(end)) { ++end; }
        return {begin, end};
    }

    Written& add(Written::Kind kind, std::size_t end) {
        Written* made = &root_;
        if (!open_.empty()) {
            Written& parent = *open_.back();
            made = parent.kind == Written::Kind::list ? &parent.entries.emplace_back()
                                                      : &parent.members.back().value;
        }
        made->kind = kind;
        made->span = place(end);
        return *made;
    }

    bool add_number(double value, bool whole) {
        std::size_t end = last_end_;
        while (end < mended_.size() &&
               std::string_view(" \t\r\n,:").find(mended_[end]) != std::string_view::npos) {
            ++end;
        }
        while (end < mended_.size() &&
               std::string_view("+-.eE0123456789").find(mended_[end]) != std::string_view::npos) {
            ++end; // the parser has already read the next byte
        }
        Written& made = add(Written::Kind::number, end);
        made.number = value;
        made.whole = whole && std::abs(value) <= static_cast<double>(limits::largest_number);
        return true;
    }

    bool open(Written::Kind kind) {
        open_.push_back(&add(kind, consumed_));
        return true;
    }

    bool close() {
        Written& closed = *open_.back();
        closed.span.end = consumed_;
        while (closed.span.end < source_.bytes().size() &&
               (static_cast<unsigned char>(source_.bytes()[closed.span.end]) & 0xC0U) == 0x80U) {
            ++closed.span.end; // a mended full-width bracket
        }
        last_end_ = consumed_;
        open_.pop_back();
        return true;
    }

    /// "in this step": what a person would call this group.
    std::string surroundings(const Written& group) const {
        if (group.find("kind") != nullptr) { return _("in this step"); }
        if (open_.size() >= 2 && open_[open_.size() - 2]->kind == Written::Kind::object) {
            return filled(_("in \"{}\""), open_[open_.size() - 2]->members.back().key);
        }
        return _("here");
    }

    void say_duplicates(const Written& group) {
        std::unordered_map<std::string_view, Span> first;
        for (const auto& member : group.members) {
            const auto [known, added] = first.emplace(member.key, member.key_span);
            if (added || findings_.full()) { continue; }
            findings_.error(
                "J004", member.key_span,
                filled(_("\"{}\" is written twice {} (first at {}). Only one could be used; please keep one"),
                       member.key, surroundings(group), findings_.line_and_column(known->second)),
                {{}, {}, known->second});
        }
    }

    const SourceText& source_;
    const std::string& mended_;
    const std::size_t& consumed_;
    Written& root_;
    Findings& findings_;
    std::vector<Written*> open_;
    std::size_t last_end_ = 0;
};

/// What the bytes are, if they are not UTF-8 text.
struct WrongBytes {
    std::string message;
    Span where;
};

std::optional<WrongBytes> wrong_bytes(std::string_view bytes) {
    const Span first_byte{0, std::min<std::size_t>(1, bytes.size())};
    using namespace std::string_view_literals;
    if (bytes.starts_with("\xFF\xFE\0\0"sv) || bytes.starts_with("\0\0\xFE\xFF"sv)) {
        return WrongBytes{_("The file is saved as UTF-32. Save it as UTF-8"), first_byte};
    }
    const std::string_view begin = bytes.substr(0, 64);
    auto zeros = [&](std::size_t from) {
        std::size_t count = 0;
        for (std::size_t at = from; at < begin.size(); at += 2) {
            if (begin[at] == '\0') { ++count; }
        }
        return count;
    };
    const bool every_second_is_zero =
        begin.size() >= 4 && (zeros(0) > begin.size() / 3 || zeros(1) > begin.size() / 3);
    if (bytes.starts_with("\xFF\xFE"sv) || bytes.starts_with("\xFE\xFF"sv) || every_second_is_zero) {
        return WrongBytes{_("The file is saved as UTF-16 (\"Unicode\" in Notepad). Save it as UTF-8"),
                          first_byte};
    }
    const std::size_t zero = bytes.find('\0');
    const auto invalid = first_invalid_utf8(bytes);
    if (zero != std::string_view::npos && (!invalid || zero < *invalid)) {
        return WrongBytes{_("There is a zero byte here, which no text has. Is this really an exercise file?"),
                          {zero, zero + 1}};
    }
    if (invalid) {
        const auto byte = static_cast<unsigned>(static_cast<unsigned char>(bytes[*invalid]));
        return WrongBytes{filled(_("The file is not saved as UTF-8: the byte {:02X} stands for no letter "
                                   "there. Save it as UTF-8"),
                                 byte),
                          {*invalid, *invalid + 1}};
    }
    return std::nullopt;
}

} // namespace

ParsedText parse_written(std::shared_ptr<const SourceText> source, std::shared_ptr<const PutTogether> parts,
                         Remarks remarks) {
    const std::string& bytes = source->bytes();
    Findings findings(source);
    const Span first_byte{0, std::min<std::size_t>(1, bytes.size())};
    if (bytes.size() > limits::file_bytes) {
        // Reading may have stopped just past the limit, so the file's whole size is not known here.
        constexpr std::size_t megabyte = 1024 * 1024;
        findings.error("J007", first_byte,
                       filled(_("The file has more than {} MB, which is the most that is read"),
                              limits::file_bytes / megabyte));
        return {nullptr, findings.take()};
    }
    if (auto wrong = wrong_bytes(bytes)) {
        findings.error("J006", wrong->where, std::move(wrong->message));
        return {nullptr, findings.take()};
    }
    ScannedText scanned = scan_json(source, remarks);
    findings = Findings(source, std::move(scanned.diagnostics));
    if (bytes.starts_with(byte_order_mark)) {
        findings.error("J006", {0, byte_order_mark.size()},
                       _("The file begins with an invisible mark (a BOM). Save it as \"UTF-8\", not as "
                         "\"UTF-8 with BOM\""));
    }
    if (!scanned.complete) { return {nullptr, findings.take()}; }

    auto document = std::make_shared<Document>();
    document->source = source;
    document->parts = std::move(parts);
    std::size_t consumed = 0;
    Builder builder(*source, scanned.mended, consumed, document->root, findings);
    const char* begin = scanned.mended.data();
    const bool built =
        nlohmann::json::sax_parse(CountingIterator(begin, &consumed),
                                  CountingIterator(begin + scanned.mended.size(), &consumed), &builder);
    if (!built) {
        // The scan and the parser disagree; that is a mistake of ours, but the file still cannot be used.
        Diagnostics found = findings.take();
        if (!has_errors(found)) {
            Findings fallback(source);
            const std::size_t at = std::min(consumed == 0 ? 0 : consumed - 1, bytes.size());
            fallback.error("J001", {at, std::min(at + 1, bytes.size())},
                           _("This cannot be read as JSON from here on"));
            found = fallback.take();
        }
        return {nullptr, std::move(found)};
    }
    return {std::move(document), findings.take()};
}

} // namespace kindly
