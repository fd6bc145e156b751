package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.ZohoApplication;
import dev.mailbrake.config.ZohoApplication.ZohoServers;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * If the configured data center does not know the OAuth client, asks which of the others does. They
 * learn only the client's id, which is no secret.
 *
 * <p>A data center names the missing secret ({@code invalid_client_secret}) and not the client only
 * if it knows the client's id. That follows from the documented reasons for both codes (Zoho
 * Accounts, "Refresh access token") and was measured nowhere, so it is a hint.
 */
final class OtherDataCenters {
  private final ZohoApplication application;
  private final Map<DataCenter, LoginServer> others;

  private OtherDataCenters(ZohoApplication application, Map<DataCenter, LoginServer> others) {
    this.application = application;
    this.others = others;
  }

  /** Zoho's own; none if a login server is configured, which may be anybody's. */
  static Map<DataCenter, URI> besides(ZohoServers chosen) {
    return Arrays.stream(DataCenter.values())
        .filter(center -> chosen.hasItsOwnLogin() && center != chosen.dataCenter())
        .collect(Collectors.toMap(Function.identity(), DataCenter::accounts));
  }

  static OtherDataCenters at(
      Map<DataCenter, URI> others, ZohoApplication application, ZohoHttp http) {
    Map<DataCenter, LoginServer> logins = new TreeMap<>();
    others.forEach((center, url) -> logins.put(center, http.login(url)));
    return new OtherDataCenters(application, logins);
  }

  /** What to do if the configured data center does not know the client's id. */
  Finding hint() {
    String center = application.servers().dataCenter().code();
    List<String> knowing = knowing();
    if (knowing.isEmpty()) {
      return Finding.bad(
          Subjects.DATA_CENTER,
          center + " doesn't know the client ID",
          "Set ZOHO_CLIENT_ID to what the API console shows, and ZOHO_DATA_CENTER to the console's"
              + " data center: "
              + Arrays.stream(DataCenter.values())
                  .map(DataCenter::code)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return Finding.bad(
        Subjects.DATA_CENTER,
        "%s doesn't know the client ID, but %s seems to"
            .formatted(center, String.join(" and ", knowing)),
        "Set ZOHO_DATA_CENTER=%s, and ZOHO_CLIENT_SECRET to the client's secret there."
            .formatted(knowing.get(0)));
  }

  /** In parallel, because a server that does not answer takes seconds. */
  private List<String> knowing() {
    TokenBody body = TokenBody.introducing(application.client().id());
    return others.entrySet().parallelStream()
        .filter(other -> knows(other.getValue(), body))
        .map(other -> other.getKey().code())
        .toList();
  }

  private static boolean knows(LoginServer login, TokenBody body) {
    try {
      return TokenRefusal.isOfClientSecret(login.send(body));
    } catch (ZohoException noAnswer) {
      return false;
    }
  }
}
