package dev.mailbrake.zoho;

import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.MailboxRole;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The accounts of the token's owner, as {@code GET /api/accounts} names them.
 *
 * @param zoid their organisation; empty if Zoho names none
 * @param zuids the users behind them, one as a rule
 * @param accountIds their ids
 */
record OwnAccounts(Optional<String> zoid, Set<String> zuids, Set<String> accountIds) {
  private static final String PERSONAL = "-1";

  static OwnAccounts of(List<AccountRecord> accounts) {
    return new OwnAccounts(
        accounts.stream()
            .map(AccountRecord::zoid)
            .filter(id -> !id.isEmpty())
            .findFirst()
            .filter(id -> !id.equals(PERSONAL)),
        accounts.stream().flatMap(account -> account.zuid().stream()).collect(Collectors.toSet()),
        accounts.stream()
            .flatMap(account -> account.accountId().stream())
            .collect(Collectors.toSet()));
  }

  /** Whether Zoho named no id, so that nobody can say whose the accounts are. */
  boolean areNameless() {
    return zuids.isEmpty() && accountIds.isEmpty();
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
