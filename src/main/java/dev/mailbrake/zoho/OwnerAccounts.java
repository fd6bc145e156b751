package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The accounts of the token's owner, as {@code GET /api/accounts} names them.
 *
 * @param zoid their organization; empty if Zoho names none
 * @param zuids the users behind them, one as a rule
 * @param accountIds their ids
 * @param role what their owner is, as far as the accounts say it
 */
record OwnerAccounts(
    Optional<String> zoid, Set<String> zuids, Set<String> accountIds, MailboxRole role) {
  private static final String PERSONAL = "-1";

  /**
   * Reads Zoho's answer.
   *
   * @throws ZohoException if it is a refusal, or names no id of an account
   */
  static OwnerAccounts read(Answer answer) throws ZohoException {
    if (!answer.bringsData()) {
      throw new ZohoException(Refusal.failure(answer));
    }
    List<AccountRecord> records = AccountRecord.in(answer.data()).toList();
    OwnerAccounts accounts = of(records);
    if (!records.isEmpty() && accounts.areNameless()) {
      throw new ZohoException(noIds());
    }
    return accounts;
  }

  private static OwnerAccounts of(List<AccountRecord> accounts) {
    return new OwnerAccounts(
        accounts.stream()
            .map(AccountRecord::zoid)
            .filter(id -> !id.isEmpty())
            .findFirst()
            .filter(id -> !id.equals(PERSONAL)),
        accounts.stream().flatMap(account -> account.zuid().stream()).collect(Collectors.toSet()),
        accounts.stream()
            .flatMap(account -> account.accountId().stream())
            .collect(Collectors.toSet()),
        highest(accounts.stream().map(AccountRecord::role)));
  }

  /** The role that a person has who is told to have all of these; UNKNOWN where there is none. */
  static MailboxRole highest(Stream<MailboxRole> roles) {
    Set<MailboxRole> told = roles.collect(Collectors.toSet());
    return Stream.of(MailboxRole.ADMINISTRATOR, MailboxRole.MEMBER)
        .filter(told::contains)
        .findFirst()
        .orElse(MailboxRole.UNKNOWN);
  }

  /** Whether Zoho named no id, so nobody can say whose the accounts are. */
  private boolean areNameless() {
    return zuids.isEmpty() && accountIds.isEmpty();
  }

  private static Failure noIds() {
    return Failure.refused(
        "Zoho does not say which mailbox is that of Mailbrake's own token",
        "Do it in the Zoho Mail Admin Console, and report this.");
  }

  /** What a mailbox is: the owner's own, or what its record says. */
  MailboxRole roleOf(MailboxId mailbox, AccountRecord account) {
    return contain(mailbox) ? MailboxRole.TOKEN_OWNER : account.role();
  }

  /** Either id is enough: a person may have several accounts, and each field is optional. */
  private boolean contain(MailboxId mailbox) {
    return zuids.contains(mailbox.zuid()) || accountIds.contains(mailbox.accountId());
  }
}
