package dev.mailbrake.request.ask;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Person;
import dev.mailbrake.request.port.People;
import java.util.Optional;

/** Finds the mailbox that a person names by an address or a mention. */
public final class MailboxFinder {
  private final Directory directory;
  private final People people;

  public MailboxFinder(Directory directory, People people) {
    this.directory = directory;
    this.people = people;
  }

  public NamedLookup find(MailboxReference reference) {
    return reference.fold(this::byAddress, this::byMention);
  }

  private NamedLookup byAddress(MailAddress address) {
    return new NamedLookup(address.value(), directory.find(address), Optional.empty());
  }

  /** A mention stands for the address in the person's Slack profile. */
  private NamedLookup byMention(String userId) {
    Person person = people.person(new PersonName(userId, ""));
    if (person instanceof Person.Known known) {
      Optional<MailAddress> address = known.email().flatMap(MailAddress::parse);
      if (address.isPresent()) {
        Lookup lookup = directory.find(address.get());
        return new NamedLookup(address.get().value(), lookup, Optional.of(known));
      }
    }
    return failed(
        userId,
        person instanceof Person.Unreachable unreachable
            ? "Slack could not be asked: " + unreachable.why()
            : "their Slack profile shows no confirmed mail address");
  }

  private static NamedLookup failed(String userId, String reason) {
    return new NamedLookup(
        "the person with Slack id " + userId,
        new Lookup.Failed(Failure.refused(reason, "Name the mailbox by its address.")),
        Optional.empty());
  }

  /**
   * By an address, or by words if there is none; {@code mentioned} was named instead of an address.
   */
  public record NamedLookup(String named, Lookup lookup, Optional<Person.Known> mentioned) {}
}
