package dev.mailbrake.sandbox.zoho;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One mailbox account of the organization.
 *
 * @param zuid the person's id; a number on the wire, possibly above 2^53
 * @param accountId the mailbox's id; 19 digits, a string on the wire
 * @param address the primary address
 * @param fields other fields of Zoho's record that differ from a healthy member's, by wire name
 * @param missing names of fields that Zoho omits from this record
 */
public record ZohoAccount(
    long zuid,
    String accountId,
    String address,
    List<String> aliases,
    String firstName,
    String lastName,
    String displayName,
    ZohoRole role,
    boolean outgoingBlocked,
    Map<String, Object> fields,
    Set<String> missing) {

  private static final Pattern ACCOUNT_ID = Pattern.compile("\\d{19}");

  public ZohoAccount {
    if (!ACCOUNT_ID.matcher(accountId).matches()) {
      throw new IllegalArgumentException("an accountId has 19 digits: " + accountId);
    }
    aliases = List.copyOf(aliases);
    fields = Map.copyOf(fields);
    missing = Set.copyOf(missing);
  }

  /** A healthy member without aliases who can send. */
  public static ZohoAccount member(
      long zuid, String accountId, String address, String firstName, String lastName) {
    String displayName = firstName + " " + lastName;
    return new ZohoAccount(
        zuid,
        accountId,
        address,
        List.of(),
        firstName,
        lastName,
        displayName,
        ZohoRole.MEMBER,
        false,
        Map.of(),
        Set.of());
  }

  public ZohoAccount address(String newAddress) {
    return copy(newAddress, aliases, displayName, role, outgoingBlocked, fields, missing);
  }

  public ZohoAccount aliases(String... newAliases) {
    return copy(address, List.of(newAliases), displayName, role, outgoingBlocked, fields, missing);
  }

  public ZohoAccount displayName(String newName) {
    return copy(address, aliases, newName, role, outgoingBlocked, fields, missing);
  }

  public ZohoAccount role(ZohoRole newRole) {
    return copy(address, aliases, displayName, newRole, outgoingBlocked, fields, missing);
  }

  public ZohoAccount outgoingBlocked(boolean blocked) {
    return copy(address, aliases, displayName, role, blocked, fields, missing);
  }

  /** This account with one field of Zoho's record set, such as {@code with("status", false)}. */
  public ZohoAccount with(String field, Object value) {
    Map<String, Object> more = new HashMap<>(fields);
    more.put(field, value);
    return copy(address, aliases, displayName, role, outgoingBlocked, more, missing);
  }

  /** This account without one field of Zoho's record. */
  public ZohoAccount without(String field) {
    Set<String> more = new HashSet<>(missing);
    more.add(field);
    return copy(address, aliases, displayName, role, outgoingBlocked, fields, more);
  }

  boolean answersTo(String anyAddress) {
    String wanted = anyAddress.toLowerCase(Locale.ROOT);
    return Stream.concat(Stream.of(address), aliases.stream())
        .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(wanted));
  }

  private ZohoAccount copy(
      String newAddress,
      List<String> newAliases,
      String newName,
      ZohoRole newRole,
      boolean blocked,
      Map<String, Object> newFields,
      Set<String> newMissing) {
    return new ZohoAccount(
        zuid,
        accountId,
        newAddress,
        newAliases,
        firstName,
        lastName,
        newName,
        newRole,
        blocked,
        newFields,
        newMissing);
  }
}
