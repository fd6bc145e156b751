package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.DataCenter;
import dev.mailbrake.config.ZohoApplication.ZohoServers;
import dev.mailbrake.zoho.ZohoCheck.Subjects;
import feign.FeignException;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The data centers that are not set, asked which of them knows an OAuth client that the set one
 * does not. They are told the client's id, which is no secret, and nothing else.
 *
 * <p>That a data center names the missing secret ({@code invalid_client_secret}) rather than the
 * client only where it knows the client's id follows from the reasons documented for both codes
 * (Zoho Accounts, "Refresh access token"); nobody has published a measurement. So it is a hint.
 */
final class OtherDataCenters {
  private final ZohoServers chosen;
  private final Map<DataCenter, AccountsApi> others;
  private final AnswerReader reader;

  OtherDataCenters(ZohoServers chosen, Map<DataCenter, AccountsApi> others, AnswerReader reader) {
    this.chosen = chosen;
    this.others = others;
    this.reader = reader;
  }

  /** Zoho's own; none where a login server was set, which may be anybody's. */
  static Map<DataCenter, URI> besides(ZohoServers chosen) {
    return Arrays.stream(DataCenter.values())
        .filter(center -> chosen.hasItsOwnLogin() && center != chosen.dataCenter())
        .collect(Collectors.toMap(Function.identity(), DataCenter::accounts));
  }

  static OtherDataCenters at(Map<DataCenter, URI> others, ZohoServers chosen, ZohoHttp wire) {
    Map<DataCenter, AccountsApi> logins = new TreeMap<>();
    others.forEach((center, url) -> logins.put(center, wire.accounts(url)));
    return new OtherDataCenters(chosen, logins, wire.reader());
  }

  /** What to do about a client id that the chosen data center does not know. */
  Finding hint(String clientId) {
    String center = chosen.dataCenter().code();
    List<String> knowing = knowing(clientId);
    if (knowing.isEmpty()) {
      return Finding.bad(
          Subjects.DATA_CENTER,
          center + " does not know the client id",
          "Set ZOHO_CLIENT_ID as the API console shows it, and ZOHO_DATA_CENTER to the console's: "
              + Arrays.stream(DataCenter.values())
                  .map(DataCenter::code)
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return Finding.bad(
        Subjects.DATA_CENTER,
        "%s does not know the client id, but %s seems to"
            .formatted(center, String.join(" and ", knowing)),
        "Set ZOHO_DATA_CENTER=%s, and ZOHO_CLIENT_SECRET to the client's secret there."
            .formatted(knowing.get(0)));
  }

  /** In parallel, since one that is away takes seconds. */
  private List<String> knowing(String clientId) {
    TokenBody form = TokenBody.introducing(clientId);
    return others.entrySet().parallelStream()
        .filter(other -> knows(other.getValue(), form))
        .map(other -> other.getKey().code())
        .toList();
  }

  private boolean knows(AccountsApi login, TokenBody form) {
    try {
      return TokenRefusal.isOfClientSecret(reader.read(login.token(form)));
    } catch (FeignException | IOException away) {
      return false; // A hint less.
    }
  }
}
