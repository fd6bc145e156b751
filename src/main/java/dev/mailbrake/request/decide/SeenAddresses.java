package dev.mailbrake.request.decide;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Person;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.AuditWording;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Addresses seen in people's profiles: they can edit the profile, but their mailbox stays theirs.
 */
public final class SeenAddresses {
  private SeenAddresses() {}

  /**
   * Records the actor's address if it is new; the result has all addresses that they were seen
   * with.
   */
  public static Actor note(Transaction tx, Actor actor, Instant now) {
    if (!(actor.person() instanceof Person.Known known)) {
      return actor;
    }
    List<MailAddress> before = tx.addresses().of(known.id());
    Optional<MailAddress> shown = known.email().flatMap(MailAddress::parse);
    shown
        .filter(address -> before.isEmpty() || !before.get(0).equals(address))
        .ifPresent(address -> change(tx, actor.by().who(), before, address, now));
    return new Actor(actor.by(), known.alsoSeenWith(Set.copyOf(before)), actor.approverStatus());
  }

  /** Records a mentioned person's address only if it is their first. */
  public static void first(Transaction tx, Person.Known person, Instant now) {
    if (tx.addresses().of(person.id()).isEmpty()) {
      person
          .email()
          .flatMap(MailAddress::parse)
          .ifPresent(address -> tx.addresses().add(person.id(), address, now));
    }
  }

  private static void change(
      Transaction tx, PersonName who, List<MailAddress> before, MailAddress address, Instant now) {
    tx.addresses().add(who.id(), address, now);
    if (!before.isEmpty()) {
      AuditSubject subject = AuditSubject.mailbox(Optional.of(address));
      String detail = AuditWording.addressBefore(before.get(0));
      tx.audit().append(new AuditEntry(now, AuditEvent.ADDRESS_CHANGED, who, subject, "", detail));
    }
  }
}
