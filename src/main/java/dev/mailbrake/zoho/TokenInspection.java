package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import feign.FeignException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Checks what a fresh token can be used for: its scopes, its owner, and what the owner may see. At
 * most two reads, and no change. They do not go through the minute's budget, because that is kept
 * in a database, which may be the very thing that is down.
 */
final class TokenInspection {
  private static final String BE_ADMINISTRATOR =
      "Make sure that person is an administrator of the organization.";

  private final ZohoApplication application;
  private final MailApi api;

  TokenInspection(ZohoApplication application, MailApi api) {
    this.application = application;
    this.api = api;
  }

  static TokenInspection of(ZohoApplication application, ZohoHttp http) {
    return new TokenInspection(application, http.mail(application.servers().mail()));
  }

  Inspection look(GrantedToken granted) {
    Permissions permissions = new Permissions(application.authentication(), granted.scopes());
    String token = granted.access().value().reveal();
    try {
      Answer answer = read(() -> api.ownAccounts(token));
      if (Refusal.isOfOtherDataCenter(answer)) {
        return elsewhere(permissions, Refusal.failure(answer));
      }
      return owned(permissions, token, OwnerAccounts.read(answer));
    } catch (ZohoException failed) {
      return ownerless(permissions, failed.failure());
    }
  }

  /** The Mail API does not know a token that was granted a moment ago. */
  private Inspection elsewhere(Permissions permissions, Failure failure) {
    String by = Subjects.DATA_CENTER;
    return new Inspection(
        List.of(
            permissions.scopes(),
            Finding.skipped(Subjects.ORGANIZATION, by),
            Finding.skipped(Subjects.ROLE, by),
            Finding.skipped(Subjects.WRITE, by),
            Finding.bad(
                Subjects.DATA_CENTER,
                "%s gives the token, but the Mail API at %s doesn't know it"
                    .formatted(
                        application.servers().accounts().getHost(),
                        application.servers().mail().getHost()),
                failure.remedy())),
        false);
  }

  private Inspection ownerless(Permissions permissions, Failure failure) {
    String by = Subjects.ORGANIZATION;
    return new Inspection(
        List.of(
            permissions.scopes(),
            Subjects.bad(Subjects.ORGANIZATION, failure),
            Finding.skipped(Subjects.ROLE, by),
            Finding.skipped(Subjects.WRITE, by),
            failure.isPassing() ? Finding.skipped(Subjects.DATA_CENTER, by) : rightPlace()),
        !permissions.scopes().failed() && failure.isPassing());
  }

  private Inspection owned(Permissions permissions, String token, OwnerAccounts owner) {
    Finding organization = organization(owner);
    if (organization.failed()) {
      Finding role = Finding.skipped(Subjects.ROLE, Subjects.ORGANIZATION);
      return inspection(permissions, organization, role, false);
    }
    try {
      return inspection(permissions, organization, role(token, owner), false);
    } catch (ZohoException failed) {
      Finding role = Subjects.bad(Subjects.ROLE, failed.failure());
      return inspection(permissions, organization, role, failed.failure().isPassing());
    }
  }

  private Inspection inspection(
      Permissions permissions, Finding organization, Finding role, boolean brokenOff) {
    return new Inspection(
        List.of(
            permissions.scopes(),
            organization,
            role,
            permissions.write(organization.failed() ? organization : role),
            rightPlace()),
        !permissions.scopes().failed() && brokenOff);
  }

  private Finding organization(OwnerAccounts owner) {
    if (application.authentication() == Authentication.USER) {
      return Finding.good(
          Subjects.ORGANIZATION,
          "not needed: user authentication reaches only the mailboxes of the token's owner");
    }
    Optional<String> configured = application.organizationId();
    Optional<String> actual = owner.zoid();
    if (configured.isPresent() && actual.isPresent() && !configured.equals(actual)) {
      return Finding.bad(
          Subjects.ORGANIZATION,
          "ZOHO_ORGANIZATION_ID is %s, but the token's owner belongs to %s"
              .formatted(configured.get(), ExternalText.words(actual.get())),
          "Remove ZOHO_ORGANIZATION_ID, or authorize as an administrator of that organization.");
    }
    return configured
        .or(() -> actual)
        .map(zoid -> Finding.good(Subjects.ORGANIZATION, "its ID is " + ExternalText.words(zoid)))
        .orElseGet(() -> Subjects.bad(Subjects.ORGANIZATION, TokenOwner.noOrganization()));
  }

  private Finding role(String token, OwnerAccounts owner) throws ZohoException {
    if (application.authentication() == Authentication.USER) {
      return Finding.good(Subjects.ROLE, "not needed with user authentication");
    }
    Optional<String> zuid = owner.zuids().stream().findFirst();
    if (zuid.isEmpty()) {
      return Finding.unchecked(
          Subjects.ROLE,
          "Zoho shows no mailbox of the token's owner, so neither role nor access can be checked",
          BE_ADMINISTRATOR);
    }
    String zoid = application.organizationId().or(owner::zoid).orElse("");
    Answer answer = read(() -> api.account(token, zoid, zuid.get()));
    if (!answer.isSuccess() || answer.empty()) {
      throw new ZohoException(Refusal.failure(answer));
    }
    Stream<MailboxRole> seen = AccountRecord.in(answer.data()).map(AccountRecord::role);
    return role(OwnerAccounts.highest(Stream.concat(Stream.of(owner.role()), seen)));
  }

  private static Finding role(MailboxRole role) {
    return switch (role) {
      case ADMINISTRATOR, TOKEN_OWNER ->
          Finding.good(
              Subjects.ROLE, "the token's owner is an administrator and can read mailboxes");
      case UNKNOWN ->
          Finding.unchecked(
              Subjects.ROLE,
              "Zoho doesn't say what role the token's owner has; mailboxes can be read",
              BE_ADMINISTRATOR);
      case MEMBER ->
          Finding.bad(
              Subjects.ROLE,
              "the token's owner is a member, not an administrator",
              "Make that person an administrator of the organization, or authorize as one.");
    };
  }

  private Finding rightPlace() {
    return Finding.good(
        Subjects.DATA_CENTER,
        "%s is the right one: its login server and its Mail API both answer"
            .formatted(application.servers().dataCenter().code()));
  }

  private static Answer read(Supplier<Answer> call) throws ZohoException {
    try {
      return call.get();
    } catch (FeignException broken) {
      throw ZohoException.noAnswer("Zoho", broken);
    }
  }

  /** Unfinished if nothing is known to be wrong, but Zoho stopped answering. */
  record Inspection(List<Finding> findings, boolean isUnfinished) {}
}
