package dev.mailbrake.zoho;

import dev.mailbrake.check.Check;
import dev.mailbrake.check.ClockSkew;
import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.zoho.TokenBody.Grant;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Checks Zoho: the token and what it can be used for, the data center, the clock. One token request
 * and two reads, outside the minute's budget, so it works while the database is down.
 */
public final class ZohoCheck implements Check {
  private final LoginServer login;
  private final TokenBody refresh;
  private final TokenInspection inspection;
  private final OtherDataCenters others;
  private final Clock clock;

  private ZohoCheck(
      LoginServer login,
      TokenBody refresh,
      TokenInspection inspection,
      OtherDataCenters others,
      Clock clock) {
    this.login = login;
    this.refresh = refresh;
    this.inspection = inspection;
    this.others = others;
    this.clock = clock;
  }

  public static ZohoCheck of(ZohoSettings settings, Clock clock) {
    return of(settings, clock, OtherDataCenters.besides(settings.application().servers()));
  }

  /** Asks the other login servers about a client that is unknown here. */
  static ZohoCheck of(ZohoSettings settings, Clock clock, Map<DataCenter, URI> others) {
    ZohoApplication application = settings.application();
    ZohoHttp http = ZohoHttp.open();
    return new ZohoCheck(
        http.login(application.servers().accounts()),
        TokenBody.refresh(application.client(), settings.refreshToken()),
        TokenInspection.of(application, http),
        OtherDataCenters.at(others, application, http),
        clock);
  }

  @Override
  public List<Finding> look() {
    try {
      Answer answer = login.send(refresh);
      Finding skew = ClockSkew.of(Subjects.CLOCK, "Zoho", answer.date(), clock.instant());
      return Stream.concat(granted(answer).stream(), Stream.of(skew)).toList();
    } catch (ZohoException noAnswer) {
      return withoutToken(
          noAnswer.failure(),
          Finding.skipped(Subjects.DATA_CENTER, Subjects.TOKEN),
          Finding.skipped(Subjects.CLOCK, Subjects.TOKEN));
    }
  }

  private List<Finding> granted(Answer answer) {
    try {
      GrantedToken token = GrantedToken.read(Grant.REFRESH_TOKEN, answer);
      Finding good = Finding.good(Subjects.TOKEN, "Zoho gives an access token for it");
      return Stream.concat(Stream.of(good), inspection.look(token).findings().stream()).toList();
    } catch (ZohoException refused) {
      return withoutToken(
          refused.failure(),
          TokenRefusal.isOfClientId(answer)
              ? others.hint()
              : Finding.skipped(Subjects.DATA_CENTER, Subjects.TOKEN));
    }
  }

  private static List<Finding> withoutToken(Failure failure, Finding... last) {
    List<Finding> findings = new ArrayList<>();
    findings.add(Subjects.bad(Subjects.TOKEN, failure));
    Stream.of(Subjects.SCOPES, Subjects.ORGANIZATION, Subjects.ROLE, Subjects.WRITE)
        .map(subject -> Finding.skipped(subject, Subjects.TOKEN))
        .forEach(findings::add);
    findings.addAll(List.of(last));
    return List.copyOf(findings);
  }

  /** In the order in which they are reported. */
  static final class Subjects {
    static final String TOKEN = "Zoho token";
    static final String CODE = "Zoho code";
    static final String SCOPES = "Zoho scopes";
    static final String ORGANIZATION = "Zoho organization";
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
