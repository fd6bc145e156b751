package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * An account in Zoho's JSON. Every field is optional and may be a string or a native value: the API
 * has changed its types once already.
 */
record AccountRecord(JsonNode json) {

  /** Reads an object, an array or a missing node. */
  static Stream<AccountRecord> in(JsonNode data) {
    Stream<JsonNode> nodes =
        data.isArray() ? StreamSupport.stream(data.spliterator(), false) : Stream.of(data);
    return nodes.filter(JsonNode::isObject).filter(node -> !node.isEmpty()).map(AccountRecord::new);
  }

  /** False for an external account whose mail Zoho fetches. */
  boolean isZohoAccount() {
    return text("type").isEmpty() || text("type").equals("ZOHO_ACCOUNT");
  }

  Optional<MailboxId> id() {
    return zuid().flatMap(user -> accountId().map(account -> new MailboxId(user, account)));
  }

  /** Whether an id matches and none differs; the address decides if there is no id. */
  boolean mayBe(Mailbox known) {
    boolean isOther =
        zuid().filter(other -> !other.equals(known.id().zuid())).isPresent()
            || accountId().filter(other -> !other.equals(known.id().accountId())).isPresent();
    boolean isNamed = zuid().isPresent() || accountId().isPresent();
    return !isOther && (isNamed || addresses().contains(known.address()));
  }

  Optional<String> zuid() {
    return Optional.of(text("zuid")).filter(MailboxId::isNumber);
  }

  Optional<String> accountId() {
    return Optional.of(text("accountId")).filter(MailboxId::isNumber);
  }

  /**
   * Values seen: {@code member}, {@code admin}, {@code super_admin}. An unknown role counts as an
   * administrator's, because that is the careful choice.
   */
  MailboxRole role() {
    if (text("isCustomAdmin").equalsIgnoreCase("true")) {
      return MailboxRole.ADMINISTRATOR;
    }
    String role =
        Stream.of(text("role"), text("roleName"), text("iamUserRole"))
            .filter(name -> !name.isEmpty())
            .findFirst()
            .orElse("");
    return switch (role.toLowerCase(Locale.ROOT)) {
      case "" -> MailboxRole.UNKNOWN;
      case "member", "user" -> MailboxRole.MEMBER;
      default -> MailboxRole.ADMINISTRATOR;
    };
  }

  OutgoingStatus outgoing() {
    return switch (text("outgoingBlocked")) {
      case "true" -> OutgoingStatus.BLOCKED;
      case "false" -> OutgoingStatus.CAN_SEND;
      default -> OutgoingStatus.UNKNOWN;
    };
  }

  Optional<MailAddress> primary() {
    return Stream.of(
            Stream.of(text("primaryEmailAddress")),
            listed().filter(node -> node.path("isPrimary").asBoolean()).map(AccountRecord::mailId),
            Stream.of(text("mailboxAddress"), text("incomingUserName")))
        .flatMap(texts -> texts)
        .map(MailAddress::parse)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Including the primary one. */
  Set<MailAddress> addresses() {
    return Stream.concat(
            listed().map(AccountRecord::mailId).map(MailAddress::parse).flatMap(Optional::stream),
            primary().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  String owner() {
    String full = (text("firstName") + " " + text("lastName")).strip();
    return Stream.of(text("displayName"), full, text("accountDisplayName"))
        .map(ExternalText::words)
        .filter(name -> !name.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The organization's id; empty if Zoho gives none, {@code -1} for a personal mailbox. */
  String zoid() {
    return json.path("policyId").path("zoid").asText("");
  }

  private Stream<JsonNode> listed() {
    return StreamSupport.stream(json.path("emailAddress").spliterator(), false);
  }

  private static String mailId(JsonNode address) {
    return address.path("mailId").asText("");
  }

  private String text(String field) {
    return json.path(field).asText("").strip();
  }
}
