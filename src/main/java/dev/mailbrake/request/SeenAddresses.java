package dev.mailbrake.request;

import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Person;
import dev.mailbrake.request.Gate.Visitor;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the record remembers of people's addresses: people can change what their profile shows, and
 * the mailbox that was theirs stays theirs.
 */
final class SeenAddresses {
  private SeenAddresses() {}

  /**
   * Notes the address with which an approver is seen now, and that it is another than before.
   *
   * @return the visitor with every address that they were ever seen with
   */
  static Visitor note(Ledger.Entry entry, Visitor visitor, Instant now) {
    if (!(visitor.person() instanceof Person.Known known)) {
      return visitor;
    }
    List<MailAddress> before = entry.addresses().of(known.id());
    Optional<MailAddress> shown = known.email().flatMap(MailAddress::parse);
    shown
        .filter(address -> before.isEmpty() || !before.get(0).equals(address))
        .ifPresent(address -> change(entry, visitor.by().who(), before, address, now));
    return new Visitor(visitor.by(), known.alsoSeenWith(Set.copyOf(before)), visitor.standing());
  }

  /** Notes the address of somebody who was mentioned, if it is the first; they tell of others. */
  static void first(Ledger.Entry entry, Person.Known person, Instant now) {
    if (entry.addresses().of(person.id()).isEmpty()) {
      person
          .email()
          .flatMap(MailAddress::parse)
          .ifPresent(address -> entry.addresses().add(person.id(), address, now));
    }
  }

  private static void change(
      Ledger.Entry entry,
      PersonName who,
      List<MailAddress> before,
      MailAddress address,
      Instant now) {
    entry.addresses().add(who.id(), address, now);
    if (!before.isEmpty()) {
      AuditSubject subject = AuditSubject.of(Optional.of(address));
      String detail = AuditWording.addressBefore(before.get(0));
      entry
          .audit()
          .append(new AuditEntry(now, AuditEvent.ADDRESS_CHANGED, who, subject, "", detail));
    }
  }
}
