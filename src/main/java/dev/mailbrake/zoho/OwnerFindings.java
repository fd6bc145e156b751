package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.util.Optional;
import java.util.stream.Stream;

/** What is found of a token's owner. Pure. */
final class OwnerFindings {
  private OwnerFindings() {}

  /** Whether there is one organization, and it is the one that is set. */
  static Finding organization(ZohoApplication application, OwnerAccounts owner) {
    if (application.authentication() == Authentication.USER) {
      return Finding.good(
          Subjects.ORGANIZATION,
          "not needed: user authentication reaches the mailboxes of the token's owner alone");
    }
    Optional<String> configured = application.organizationId();
    Optional<String> told = owner.zoid();
    if (configured.isPresent() && told.isPresent() && !configured.equals(told)) {
      return Finding.bad(
          Subjects.ORGANIZATION,
          "ZOHO_ORGANIZATION_ID is %s, but the token's owner belongs to %s"
              .formatted(configured.get(), ExternalText.words(told.get())),
          "Remove ZOHO_ORGANIZATION_ID, or authorize as an administrator of that organisation.");
    }
    return configured
        .or(() -> told)
        .map(zoid -> Finding.good(Subjects.ORGANIZATION, "it is " + ExternalText.words(zoid)))
        .orElseGet(() -> Subjects.bad(Subjects.ORGANIZATION, TokenOwner.noOrganization()));
  }

  /**
   * Whether the owner is an administrator.
   *
   * @param own what the owner's accounts say
   * @param answer to the read of the owner's account in the organization
   * @throws ZohoException if that is a refusal
   */
  static Finding role(MailboxRole own, Answer answer) throws ZohoException {
    if (!answer.isSuccess() || answer.empty()) {
      throw new ZohoException(Refusal.failure(answer));
    }
    Stream<MailboxRole> seen = AccountRecord.in(answer.data()).map(AccountRecord::role);
    return switch (OwnerAccounts.highest(Stream.concat(Stream.of(own), seen))) {
      case ADMINISTRATOR, TOKEN_OWNER ->
          Finding.good(
              Subjects.ROLE, "the token's owner is an administrator, and can read mailboxes");
      case UNKNOWN ->
          Finding.good(
              Subjects.ROLE, "Zoho does not say what the token's owner is; mailboxes can be read");
      case MEMBER ->
          Finding.bad(
              Subjects.ROLE,
              "the token's owner is a member, and no administrator",
              "Make that person an administrator of the organisation, or authorize as one.");
    };
  }
}
