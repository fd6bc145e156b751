package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.zoho.Authorization.Authorized.Checked;
import dev.mailbrake.zoho.TokenBody.Grant;
import dev.mailbrake.zoho.TokenInspection.Inspection;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Trades a self client's code for a refresh token, and checks the token. Changes no mailbox. */
public final class Authorization {
  private final OAuthClient client;
  private final LoginServer login;
  private final TokenInspection inspection;
  private final OtherDataCenters others;

  private Authorization(
      OAuthClient client, LoginServer login, TokenInspection inspection, OtherDataCenters others) {
    this.client = client;
    this.login = login;
    this.inspection = inspection;
    this.others = others;
  }

  public static Authorization of(ZohoApplication application) {
    return of(application, OtherDataCenters.besides(application.servers()));
  }

  /** Asks the other login servers about a client that is unknown here. */
  static Authorization of(ZohoApplication application, Map<DataCenter, URI> others) {
    ZohoHttp http = ZohoHttp.open();
    return new Authorization(
        application.client(),
        http.login(application.servers().accounts()),
        TokenInspection.of(application, http),
        OtherDataCenters.at(others, application, http));
  }

  /** Uses the code up, so it must not be repeated with the same one. */
  public Authorized redeem(Secret code) {
    try {
      return read(login.send(TokenBody.exchange(client, code)));
    } catch (ZohoException noAnswer) {
      return without(noAnswer.failure(), List.of());
    }
  }

  private Authorized read(Answer answer) {
    try {
      GrantedToken token = GrantedToken.read(Grant.AUTHORIZATION_CODE, answer);
      return token
          .refreshToken()
          .map(refreshToken -> inspected(refreshToken, token))
          .orElseGet(Authorization::withoutRefreshToken);
    } catch (ZohoException refused) {
      return without(
          refused.failure(),
          TokenRefusal.isOfClientId(answer) ? List.of(others.hint()) : List.of());
    }
  }

  private Authorized inspected(Secret refreshToken, GrantedToken token) {
    Inspection seen = inspection.look(token);
    Finding traded = Finding.good(Subjects.CODE, "Zoho gave a refresh token for it");
    List<Finding> findings = Stream.concat(Stream.of(traded), seen.findings().stream()).toList();
    if (findings.stream().noneMatch(Finding::failed)) {
      return new Authorized(Checked.GRANTED, Optional.of(refreshToken), findings);
    }
    return seen.isUnfinished()
        ? new Authorized(Checked.UNFINISHED, Optional.of(refreshToken), findings)
        : new Authorized(Checked.REFUSED, Optional.empty(), findings);
  }

  private static Authorized withoutRefreshToken() {
    return new Authorized(
        Checked.REFUSED,
        Optional.empty(),
        List.of(
            Finding.bad(
                Subjects.CODE,
                "Zoho gave an access token for an hour, but no refresh token",
                "Zoho gives only so many in ten minutes: wait that long, then generate a new code"
                    + " on the Self Client's tab.")));
  }

  private static Authorized without(Failure failure, List<Finding> more) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Subjects.bad(Subjects.CODE, failure));
    findings.addAll(more);
    return new Authorized(
        failure.isPassing() ? Checked.UNFINISHED : Checked.REFUSED, Optional.empty(), findings);
  }

  /**
   * What a code was good for.
   *
   * @param refreshToken empty if there is none or it must not be used
   * @param findings in the order in which to fix them; never a secret
   */
  public record Authorized(Checked verdict, Optional<Secret> refreshToken, List<Finding> findings) {

    public enum Checked {
      GRANTED,
      /** The findings say what to fix first. */
      REFUSED,
      /** Zoho stopped answering; a refresh token that it gave before that is not fully checked. */
      UNFINISHED
    }
  }
}
