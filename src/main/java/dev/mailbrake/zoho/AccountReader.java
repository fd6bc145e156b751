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

/** From Zoho's answer to a read to a {@link Lookup}. */
final class AccountReader {
  private final Clock clock;

  AccountReader(Clock clock) {
    this.clock = clock;
  }

  /** What a mailbox is in its organization, going by its ids and its record. */
  @FunctionalInterface
  interface Roles {
    MailboxRole of(MailboxId id, AccountRecord account);
  }

  /**
   * The account that was looked for by an address: the one that lists it.
   *
   * @param ifNone what it means where none of the accounts in the answer does
   */
  Lookup found(Answer answer, MailAddress asked, Lookup ifNone, Roles roles) {
    return read(
        answer,
        account -> account.addresses().contains(asked),
        ifNone,
        account ->
            account
                .id()
                .<Lookup>map(
                    id -> new Lookup.Found(mailbox(account, id, asked, roles.of(id, account))))
                .orElseGet(AccountReader::noIds));
  }

  /** The account that was read again by its ids; another one under the same key is none. */
  Lookup again(Answer answer, Mailbox known, Roles roles) {
    return read(
        answer,
        account -> account.mayBe(known),
        new Lookup.Missing(),
        account ->
            new Lookup.Found(
                mailbox(account, known.id(), known.address(), roles.of(known.id(), account))));
  }

  private static Lookup read(
      Answer answer,
      Predicate<AccountRecord> wanted,
      Lookup ifNone,
      Function<AccountRecord, Lookup> found) {
    if (!answer.bringsData()) {
      return refused(answer);
    }
    List<AccountRecord> accounts = AccountRecord.in(answer.data()).toList();
    if (accounts.isEmpty()) {
      return answer.isZohos() ? new Lookup.Missing() : refused(answer);
    }
    List<AccountRecord> these = mailboxes(accounts.stream().filter(wanted).toList());
    if (these.size() > 1) {
      return new Lookup.Failed(several());
    }
    return these.isEmpty() ? ifNone : found.apply(these.get(0));
  }

  /** Those that are Zoho's own and not fetched into it, where there are any. */
  private static List<AccountRecord> mailboxes(List<AccountRecord> accounts) {
    List<AccountRecord> own = accounts.stream().filter(AccountRecord::isZohoAccount).toList();
    return own.isEmpty() ? accounts : own;
  }

  private Mailbox mailbox(
      AccountRecord account, MailboxId id, MailAddress otherwise, MailboxRole role) {
    MailAddress primary = account.primary().orElse(otherwise);
    Set<MailAddress> aliases = new HashSet<>(account.addresses());
    aliases.remove(primary);
    return new Mailbox(
        id, primary, aliases, account.owner(), role, account.outgoing(), clock.instant());
  }

  private static Lookup refused(Answer answer) {
    Failure failure = Refusal.failure(answer);
    return failure.kind() == Kind.NOT_FOUND ? new Lookup.Missing() : new Lookup.Failed(failure);
  }

  /** That Zoho answered a lookup by address with accounts that do not list it. */
  static Lookup others() {
    return new Lookup.Failed(
        Failure.refused(
            "Zoho answered with an account that does not list this address",
            "Check the spelling, try the primary address, or do it in the Zoho Mail Admin"
                + " Console."));
  }

  /** Passing, since a confirmed change must not fail over one odd answer. */
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
