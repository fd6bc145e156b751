package dev.mailbrake.sandbox.zoho;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/** The accounts, in the order they were added. Guarded by the lock of {@link FakeZoho}. */
final class Organization {

  private final Map<String, ZohoAccount> byAccountId = new LinkedHashMap<>();

  /** Adds the account, or replaces the one with the same accountId. */
  void put(ZohoAccount account) {
    byAccountId.put(account.accountId(), account);
  }

  void remove(ZohoAccount account) {
    byAccountId.remove(account.accountId());
  }

  List<ZohoAccount> all() {
    return List.copyOf(byAccountId.values());
  }

  Optional<ZohoAccount> withAccountId(String accountId) {
    return Optional.ofNullable(byAccountId.get(accountId));
  }

  /** The person's first account; an external mailbox they added would come later. */
  Optional<ZohoAccount> withZuid(String zuid) {
    return first(account -> String.valueOf(account.zuid()).equals(zuid));
  }

  Optional<ZohoAccount> withAddress(String address) {
    return first(account -> account.answersTo(address));
  }

  /** Somebody else's account. */
  ZohoAccount other(ZohoAccount account) {
    return first(any -> any.zuid() != account.zuid())
        .orElseThrow(
            () ->
                new NoSuchElementException("there is no other account than " + account.address()));
  }

  ZohoAccount require(String address) {
    return withAddress(address)
        .orElseThrow(() -> new NoSuchElementException("no account has the address " + address));
  }

  private Optional<ZohoAccount> first(Predicate<ZohoAccount> wanted) {
    return byAccountId.values().stream().filter(wanted).findFirst();
  }
}
