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
 * The token owner's accounts, from {@code GET /api/accounts}.
 *
 * @param zoid the organization; empty if Zoho names none
 * @param zuids usually one
 * @param role the owner's, as far as the accounts say
 */
record OwnerAccounts(
    Optional<String> zoid, Set<String> zuids, Set<String> accountIds, MailboxRole role) {
  private static final String PERSONAL = "-1";

  /** Throws also if no account has an id: nobody can tell then whose they are. */
  static OwnerAccounts read(Answer answer) throws ZohoException {
    if (!answer.hasData()) {
      throw new ZohoException(Refusal.failure(answer));
    }
    List<AccountRecord> records = AccountRecord.in(answer.data()).toList();
    OwnerAccounts accounts = of(records);
    if (!records.isEmpty() && accounts.zuids.isEmpty() && accounts.accountIds.isEmpty()) {
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

  /** The role of a person to whom Zoho gives all of these; UNKNOWN if there is none. */
  static MailboxRole highest(Stream<MailboxRole> roles) {
    Set<MailboxRole> all = roles.collect(Collectors.toSet());
    return Stream.of(MailboxRole.ADMINISTRATOR, MailboxRole.MEMBER)
        .filter(all::contains)
        .findFirst()
        .orElse(MailboxRole.UNKNOWN);
  }

  private static Failure noIds() {
    return Failure.refused(
        "Zoho does not say which mailbox is that of Mailbrake's own token",
        "Do it in the Zoho Mail Admin Console, and report this.");
  }

  MailboxRole roleOf(MailboxId mailbox, AccountRecord account) {
    // Either id is enough: a person may have several accounts, and each field is optional.
    boolean isOwners = zuids.contains(mailbox.zuid()) || accountIds.contains(mailbox.accountId());
    return isOwners ? MailboxRole.TOKEN_OWNER : account.role();
  }
}
