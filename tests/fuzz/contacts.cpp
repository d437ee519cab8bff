// SPDX-License-Identifier: MIT
// Any bytes as contacts.json or a clinic's support.json: nothing in it stands in the way of help, and what
// was read, written and read again is the same.
#include "person/contacts.hpp"

#include "base/failure.hpp"
#include "fuzz.hpp"
#include "temporary.hpp"

namespace {

using namespace kindly;
using namespace kindly::fuzz;

bool alike(const ContactPerson& left, const ContactPerson& right) {
    return left.name == right.name && left.how == right.how && left.when == right.when;
}

void can_be_written(const std::vector<ContactPerson>& people) {
    static const TemporaryFolder folder;
    const auto file = folder.path() / "contacts.json";
    save_contacts(file, people);
    const LoadedContacts loaded = load_contacts(file);
    must(loaded.problem.empty(), "what is written can be read", loaded.problem);
    must(loaded.people.size() == people.size() &&
             std::equal(people.begin(), people.end(), loaded.people.begin(), alike),
         "what is written is what was read");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ReadContacts read = read_contacts(source_of("contacts.json", text_of(data, size)));
    look_at(read.diagnostics);
    for (const ContactPerson& person : read.people) {
        must(!person.name.empty() || !person.how.empty(), "somebody has a name, or a way to be reached");
        for (const auto* text : {&person.name, &person.how, &person.when}) {
            must(harmless(*text) == *text && trimmed(*text) == *text, "what is read is harmless", *text);
        }
    }
    if (!has_errors(read.diagnostics)) { can_be_written(read.people); }
    return 0;
}
