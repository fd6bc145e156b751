package dev.mailbrake.zoho;

import dev.mailbrake.check.Check;
import dev.mailbrake.check.ClockSkew;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Failure;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The look at Zoho: the token, what it is good for, the data center, the clock. One token request
 * and two reads, past the minute's budget, so it works while the database is away.
 */
public final class ZohoCheck implements Check {
  private final String clientId;
  private final TokenRequest request;
  private final TokenInspection inspection;
  private final OtherDataCenters others;
  private final Clock clock;

  private ZohoCheck(
      String clientId,
      TokenRequest request,
      TokenInspection inspection,
      OtherDataCenters others,
      Clock clock) {
    this.clientId = clientId;
    this.request = request;
    this.inspection = inspection;
    this.others = others;
    this.clock = clock;
  }

  public static ZohoCheck of(ZohoSettings settings, Clock clock) {
    return of(settings, clock, OtherDataCenters.besides(settings.application().servers()));
  }

  /**
   * The same.
   *
   * @param others login servers that may be asked for an unknown client
   */
  static ZohoCheck of(ZohoSettings settings, Clock clock, Map<DataCenter, URI> others) {
    ZohoHttp wire = ZohoHttp.open();
    return new ZohoCheck(
        settings.application().client().id(),
        TokenRequest.refresh(settings, wire),
        TokenInspection.of(settings.application(), wire),
        OtherDataCenters.at(others, settings.application().servers(), wire),
        clock);
  }

  @Override
  public List<Finding> look() {
    List<Finding> findings = new ArrayList<>();
    try {
      Answer answer = request.send();
      Finding skew = ClockSkew.of(Subjects.CLOCK, "Zoho", answer.date(), clock.instant());
      findings.addAll(granted(answer));
      findings.add(skew);
    } catch (ZohoException away) {
      findings.add(Subjects.bad(Subjects.TOKEN, away.failure()));
      findings.addAll(withoutToken());
      findings.add(Finding.blocked(Subjects.DATA_CENTER, Subjects.TOKEN));
      findings.add(Finding.blocked(Subjects.CLOCK, Subjects.TOKEN));
    }
    return List.copyOf(findings);
  }

  private List<Finding> granted(Answer answer) {
    try {
      GrantedToken token = GrantedToken.read(Grant.REFRESH_TOKEN, answer);
      Finding good = Finding.good(Subjects.TOKEN, "Zoho gave an access token for it");
      return Stream.concat(Stream.of(good), inspection.look(token).findings().stream()).toList();
    } catch (ZohoException refused) {
      List<Finding> findings = new ArrayList<>();
      findings.add(Subjects.bad(Subjects.TOKEN, refused.failure()));
      findings.addAll(withoutToken());
      findings.add(
          TokenRefusal.isOfClientId(answer)
              ? others.hint(clientId)
              : Finding.blocked(Subjects.DATA_CENTER, Subjects.TOKEN));
      return findings;
    }
  }

  private static List<Finding> withoutToken() {
    return Stream.of(Subjects.SCOPES, Subjects.ORGANIZATION, Subjects.ROLE, Subjects.WRITE)
        .map(subject -> Finding.blocked(subject, Subjects.TOKEN))
        .toList();
  }

  /** What is looked at of Zoho, in the order in which it is told. */
  static final class Subjects {
    static final String TOKEN = "Zoho token";
    static final String CODE = "Zoho code";
    static final String SCOPES = "Zoho scopes";
    static final String ORGANIZATION = "Zoho organisation";
    static final String ROLE = "Zoho administrator role";
    static final String WRITE = "Zoho write permission";
    static final String DATA_CENTER = "Zoho data center";
    static final String CLOCK = "Zoho clock";

    private Subjects() {}

    static Finding bad(String subject, Failure failure) {
      return Finding.bad(subject, failure.reason(), failure.remedy());
    }
  }
}
