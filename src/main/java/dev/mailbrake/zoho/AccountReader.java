package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads mailboxes from Zoho's answers. */
final class AccountReader {
  private final Clock clock;

  AccountReader(Clock clock) {
    this.clock = clock;
  }

  @FunctionalInterface
  interface Roles {
    MailboxRole of(MailboxId id, AccountRecord account);
  }

  /** Finds the account that lists an address; {@code ifNone} if no account in the answer does. */
  Lookup found(Answer answer, MailAddress asked, Lookup ifNone, Roles roles) {
    return read(
        answer,
        account -> account.addresses().contains(asked),
        ifNone,
        account ->
            account
                .id()
                .map(id -> mailbox(account, id, asked, roles))
                .orElseGet(AccountReader::noIds));
  }

  /** Finds a known account; missing if Zoho answers with another one. */
  Lookup again(Answer answer, Mailbox known, Roles roles) {
    return read(
        answer,
        account -> account.mayBe(known),
        new Lookup.Missing(),
        account -> mailbox(account, known.id(), known.address(), roles));
  }

  private static Lookup read(
      Answer answer,
      Predicate<AccountRecord> wanted,
      Lookup ifNone,
      Function<AccountRecord, Lookup> found) {
    if (!answer.hasData()) {
      return refused(answer);
    }
    List<AccountRecord> accounts = AccountRecord.in(answer.data()).toList();
    if (accounts.isEmpty()) {
      return answer.isFromZoho() ? new Lookup.Missing() : refused(answer);
    }
    List<AccountRecord> these = preferZohos(accounts.stream().filter(wanted).toList());
    if (these.size() > 1) {
      return new Lookup.Failed(several());
    }
    return these.isEmpty() ? ifNone : found.apply(these.get(0));
  }

  private static List<AccountRecord> preferZohos(List<AccountRecord> accounts) {
    List<AccountRecord> own = accounts.stream().filter(AccountRecord::isZohoAccount).toList();
    return own.isEmpty() ? accounts : own;
  }

  private Lookup mailbox(
      AccountRecord account, MailboxId id, MailAddress defaultAddress, Roles roles) {
    MailAddress primary = account.primary().orElse(defaultAddress);
    Set<MailAddress> aliases = new HashSet<>(account.addresses());
    aliases.remove(primary);
    return new Lookup.Found(
        new Mailbox(
            id,
            primary,
            aliases,
            account.owner(),
            roles.of(id, account),
            account.outgoing(),
            clock.instant()));
  }

  private static Lookup refused(Answer answer) {
    Failure failure = Refusal.failure(answer);
    return failure.kind() == Kind.NOT_FOUND ? new Lookup.Missing() : new Lookup.Failed(failure);
  }

  static Lookup notListed() {
    return new Lookup.Failed(
        Failure.refused(
            "Zoho answered with an account that does not list this address",
            "Check the spelling, try the primary address, or do it in the Zoho Mail Admin"
                + " Console."));
  }

  /** Passing, because a confirmed change must not fail over one odd answer. */
  private static Failure several() {
    return new Failure(
        Kind.RETRY_LATER,
        "Zoho answered with several accounts instead of one",
        "Try again in a minute; if it keeps happening, do it in the Zoho Mail Admin Console.",
        Duration.ZERO);
  }

  private static Lookup noIds() {
    return new Lookup.Failed(
        Failure.refused(
            "Zoho's answer lacks the account's ids (zuid, accountId)",
            "Do it in the Zoho Mail Admin Console, and report this."));
  }
}
