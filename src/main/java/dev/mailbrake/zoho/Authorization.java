package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoApplication.OAuthClient;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.zoho.Authorization.Authorized.Checked;
import dev.mailbrake.zoho.TokenInspection.Inspection;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The trade of a self client's code for a refresh token, which is looked at before anybody relies
 * on it. Changes no mailbox.
 */
public final class Authorization {
  private final OAuthClient client;
  private final AccountsApi login;
  private final AnswerReader reader;
  private final TokenInspection inspection;
  private final OtherDataCenters others;

  private Authorization(
      OAuthClient client,
      AccountsApi login,
      AnswerReader reader,
      TokenInspection inspection,
      OtherDataCenters others) {
    this.client = client;
    this.login = login;
    this.reader = reader;
    this.inspection = inspection;
    this.others = others;
  }

  public static Authorization of(ZohoApplication application) {
    return of(application, OtherDataCenters.besides(application.servers()));
  }

  /**
   * The same.
   *
   * @param others login servers that may be asked for an unknown client
   */
  static Authorization of(ZohoApplication application, Map<DataCenter, URI> others) {
    ZohoHttp wire = ZohoHttp.open();
    return new Authorization(
        application.client(),
        wire.accounts(application.servers().accounts()),
        wire.reader(),
        TokenInspection.of(application, wire),
        OtherDataCenters.at(others, application.servers(), wire));
  }

  /** Redeems a code, which is then used up: not to be repeated with the same one. */
  public Authorized redeem(Secret code) {
    TokenBody form = TokenBody.exchange(client, code);
    try {
      return read(form.grant(), new TokenRequest(login, reader, form).send());
    } catch (ZohoException away) {
      return without(away.failure(), List.of());
    }
  }

  private Authorized read(Grant grant, Answer answer) {
    try {
      GrantedToken token = GrantedToken.read(grant, answer);
      return token.refreshToken().map(kept -> looked(kept, token)).orElseGet(this::fleeting);
    } catch (ZohoException refused) {
      return without(
          refused.failure(),
          TokenRefusal.isOfClientId(answer) ? List.of(others.hint(client.id())) : List.of());
    }
  }

  private Authorized looked(Secret refreshToken, GrantedToken token) {
    Inspection seen = inspection.look(token);
    Finding traded = Finding.good(Subjects.CODE, "Zoho gave a refresh token for it");
    List<Finding> findings = Stream.concat(Stream.of(traded), seen.findings().stream()).toList();
    if (findings.stream().allMatch(Finding::holds)) {
      return new Authorized(Checked.GRANTED, Optional.of(refreshToken), findings);
    }
    return seen.isUnfinished()
        ? new Authorized(Checked.UNFINISHED, Optional.of(refreshToken), findings)
        : new Authorized(Checked.REFUSED, Optional.empty(), findings);
  }

  private Authorized fleeting() {
    return new Authorized(
        Checked.REFUSED,
        Optional.empty(),
        List.of(
            Finding.bad(
                Subjects.CODE,
                "Zoho gave an access token for an hour, but no refresh token",
                "Wait ten minutes, since only so many are given in that time, and generate a new"
                    + " code in the tab of a Self Client.")));
  }

  private static Authorized without(Failure failure, List<Finding> more) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Subjects.bad(Subjects.CODE, failure));
    findings.addAll(more);
    return new Authorized(
        failure.isPassing() ? Checked.UNFINISHED : Checked.REFUSED, Optional.empty(), findings);
  }

  /**
   * What came of a code.
   *
   * @param verdict what the findings amount to
   * @param refreshToken fit to be used, as far as was seen; empty where it is not, or there is none
   * @param findings why, in the order in which they should be fixed; never a secret
   */
  public record Authorized(Checked verdict, Optional<Secret> refreshToken, List<Finding> findings) {

    public enum Checked {
      GRANTED,
      /** Something has to be fixed first, as the findings say. */
      REFUSED,
      /**
       * Zoho does not answer now; a refresh token that came before that is not wholly looked at.
       */
      UNFINISHED
    }
  }
}
