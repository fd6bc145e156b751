package dev.mailbrake.request;

import dev.mailbrake.command.MailboxReference;
import dev.mailbrake.mailbox.Directory;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.policy.Person;
import java.util.Optional;

/** From the way a person names a mailbox to the mailbox. */
public final class MailboxFinder {
  private final Directory directory;
  private final People people;

  public MailboxFinder(Directory directory, People people) {
    this.directory = directory;
    this.people = people;
  }

  Sought find(MailboxReference reference) {
    return reference.fold(this::byAddress, this::byMention);
  }

  private Sought byAddress(MailAddress address) {
    return new Sought(address.value(), directory.find(address), Optional.empty());
  }

  /** A mention stands for the address in that person's Slack profile. */
  private Sought byMention(String userId) {
    Person person = people.person(new PersonName(userId, ""));
    if (person instanceof Person.Unreachable unreachable) {
      return failed(userId, "Slack could not be asked: " + unreachable.why());
    }
    return Optional.of(person)
        .filter(Person.Known.class::isInstance)
        .map(Person.Known.class::cast)
        .flatMap(this::byProfile)
        .orElseGet(() -> failed(userId, "their Slack profile shows no confirmed mail address"));
  }

  private Optional<Sought> byProfile(Person.Known person) {
    return person
        .email()
        .flatMap(MailAddress::parse)
        .map(address -> new Sought(address.value(), directory.find(address), Optional.of(person)));
  }

  private static Sought failed(String userId, String reason) {
    return new Sought(
        "the person with Slack id " + userId,
        new Lookup.Failed(Trouble.refused(reason, "Name the mailbox by its address.")),
        Optional.empty());
  }

  /**
   * A mailbox that was looked for.
   *
   * @param named the address it was looked up by, or words for what has none
   * @param lookup what came of it
   * @param mentioned who was named in place of the address; empty if nobody was
   */
  record Sought(String named, Lookup lookup, Optional<Person.Known> mentioned) {}
}
