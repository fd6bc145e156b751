package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.zoho.AccessTokens.AccessToken;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import feign.FeignException;
import feign.Response;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The look at what a fresh token is good for: its scopes, whose it is, and what that person may
 * see. Two reads at most; changes nothing.
 */
final class TokenInspection {
  private final ZohoApplication application;
  private final OwnerReads reads;

  TokenInspection(ZohoApplication application, OwnerReads reads) {
    this.application = application;
    this.reads = reads;
  }

  /** The inspection of the application's tokens. Opens no connection yet. */
  static TokenInspection of(ZohoApplication application, ZohoHttp wire) {
    return new TokenInspection(
        application, new OwnerReads(wire.mail(application.servers().mail()), wire.reader()));
  }

  /** Scopes, organization, role, write permission, data center. */
  Inspection look(GrantedToken token) {
    Permissions permissions = new Permissions(application.authentication(), token.scopes());
    try {
      Answer answer = reads.ownAccounts(token.access());
      if (Refusal.isOfPlace(answer)) {
        return elsewhere(permissions, Refusal.failure(answer));
      }
      return owned(permissions, token.access(), OwnerAccounts.read(answer));
    } catch (ZohoException troubled) {
      return ownerless(permissions, troubled.failure());
    }
  }

  /** The Mail API knows nothing of a token that was granted a moment ago. */
  private Inspection elsewhere(Permissions permissions, Failure failure) {
    String by = Subjects.DATA_CENTER;
    return new Inspection(
        List.of(
            permissions.scopes(),
            Finding.blocked(Subjects.ORGANIZATION, by),
            Finding.blocked(Subjects.ROLE, by),
            Finding.blocked(Subjects.WRITE, by),
            Finding.bad(
                Subjects.DATA_CENTER,
                "%s gives the token, and the Mail API at %s does not know it"
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
            Finding.blocked(Subjects.ROLE, by),
            Finding.blocked(Subjects.WRITE, by),
            failure.isPassing() ? Finding.blocked(Subjects.DATA_CENTER, by) : rightPlace()),
        permissions.scopes().holds() && failure.isPassing());
  }

  private Inspection owned(Permissions permissions, AccessToken token, OwnerAccounts owner) {
    Finding organization = OwnerFindings.organization(application, owner);
    if (!organization.holds()) {
      Finding role = Finding.blocked(Subjects.ROLE, Subjects.ORGANIZATION);
      return inspection(permissions, organization, role, false);
    }
    try {
      return inspection(permissions, organization, role(token, owner), false);
    } catch (ZohoException troubled) {
      Failure failure = troubled.failure();
      return inspection(
          permissions, organization, Subjects.bad(Subjects.ROLE, failure), failure.isPassing());
    }
  }

  private Inspection inspection(
      Permissions permissions, Finding organization, Finding role, boolean brokenOff) {
    return new Inspection(
        List.of(
            permissions.scopes(),
            organization,
            role,
            permissions.write(organization.holds() ? role : organization),
            rightPlace()),
        permissions.scopes().holds() && brokenOff);
  }

  private Finding role(AccessToken token, OwnerAccounts owner) throws ZohoException {
    if (application.authentication() == Authentication.USER) {
      return Finding.good(Subjects.ROLE, "not needed with user authentication");
    }
    Optional<String> zuid = owner.zuids().stream().findFirst();
    if (zuid.isEmpty()) {
      return Finding.good(
          Subjects.ROLE,
          "Zoho shows no mailbox of the token's owner, so that neither role nor access could be"
              + " looked at");
    }
    String zoid = application.organizationId().or(owner::zoid).orElse("");
    return OwnerFindings.role(owner.role(), reads.inOrganization(token, zoid, zuid.get()));
  }

  private Finding rightPlace() {
    return Finding.good(
        Subjects.DATA_CENTER,
        "%s is the right one: its login and its Mail API answer"
            .formatted(application.servers().dataCenter().code()));
  }

  /**
   * What a token was found to be good for.
   *
   * @param isUnfinished whether nothing is known to be wrong, but Zoho did not answer to the end
   */
  record Inspection(List<Finding> findings, boolean isUnfinished) {}

  /**
   * The reads that show whose an access token is. They go straight to Zoho, past the minute's
   * budget, which is kept in a database that may be the very thing that is away.
   */
  static final class OwnerReads {
    private final MailApi api;
    private final AnswerReader reader;

    OwnerReads(MailApi api, AnswerReader reader) {
      this.api = api;
      this.reader = reader;
    }

    /**
     * The owner's accounts.
     *
     * @throws ZohoException if there was no answer
     */
    Answer ownAccounts(AccessToken token) throws ZohoException {
      return read(() -> api.ownAccounts(token.value().reveal()));
    }

    /**
     * An account as its organization's administrator sees it.
     *
     * @throws ZohoException if there was no answer
     */
    Answer inOrganization(AccessToken token, String zoid, String zuid) throws ZohoException {
      return read(() -> api.account(token.value().reveal(), zoid, zuid));
    }

    private Answer read(Call call) throws ZohoException {
      try {
        return reader.read(call.send());
      } catch (FeignException | IOException broken) {
        throw new ZohoException(NoAnswer.failure("Zoho", broken));
      }
    }

    @FunctionalInterface
    private interface Call {
      Response send();
    }
  }
}
