package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.MailboxRole;
import dev.mailbrake.mailbox.Trouble;
import dev.mailbrake.mailbox.Trouble.Kind;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** From Zoho's answer to a read to a {@link Lookup}. */
final class AccountReader {
  private final Clock clock;

  AccountReader(Clock clock) {
    this.clock = clock;
  }

  /** What a mailbox is in its organisation, going by its ids and its record. */
  @FunctionalInterface
  interface Roles {
    MailboxRole of(MailboxId id, AccountRecord account);
  }

  /** The account that was looked for by an address. */
  Lookup found(Answer answer, MailAddress asked, Predicate<AccountRecord> wanted, Roles roles) {
    return read(
        answer,
        wanted,
        account ->
            account
                .id()
                .map(id -> mailbox(account, id, asked, roles.of(id, account)).alsoKnownAs(asked)));
  }

  /** The account that was read again by its ids; another one under the same key is none. */
  Lookup again(Answer answer, Mailbox known, Roles roles) {
    return read(
        answer,
        account -> account.id().map(known.id()::equals).orElse(true),
        account ->
            Optional.of(
                mailbox(account, known.id(), known.address(), roles.of(known.id(), account))));
  }

  private static Lookup read(
      Answer answer,
      Predicate<AccountRecord> wanted,
      Function<AccountRecord, Optional<Mailbox>> mailbox) {
    if (!answer.isSuccess() || answer.empty()) {
      return refused(answer);
    }
    List<AccountRecord> accounts = AccountRecord.in(answer.data()).filter(wanted).toList();
    Optional<AccountRecord> account =
        accounts.stream()
            .filter(AccountRecord::isZohoAccount)
            .findFirst()
            .or(() -> accounts.stream().findFirst());
    if (account.isEmpty()) {
      return new Lookup.Missing();
    }
    return mailbox
        .apply(account.get())
        .<Lookup>map(Lookup.Found::new)
        .orElseGet(AccountReader::noIds);
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
    Trouble trouble = Refusal.trouble(answer);
    return trouble.kind() == Kind.NOT_FOUND ? new Lookup.Missing() : new Lookup.Failed(trouble);
  }

  private static Lookup noIds() {
    return new Lookup.Failed(
        Trouble.refused(
            "Zoho's answer lacks the account's ids (zuid, accountId)",
            "Do it in the Zoho Mail Admin Console, and report this."));
  }
}
