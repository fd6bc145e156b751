package dev.mailbrake.sandbox.zoho;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The access tokens and grant codes in circulation. Guarded by the lock of {@link FakeZoho}. */
final class IssuedTokens {

  static final Duration LIFE = Duration.ofHours(1);

  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final Duration CODE_LIFE = Duration.ofMinutes(2);

  private final Clock clock;
  private final FakeZohoSettings settings;
  private final Map<String, Instant> expiries = new HashMap<>();
  private final Deque<Instant> refreshes = new ArrayDeque<>();
  private final Map<String, Instant> codes = new HashMap<>();
  private Set<String> scopes =
      Set.of(
          "ZohoMail.organization.accounts.READ",
          "ZohoMail.organization.accounts.UPDATE",
          "ZohoMail.accounts.READ");
  private int issued;
  private int codesMade;

  IssuedTokens(Clock clock, FakeZohoSettings settings) {
    this.clock = clock;
    this.settings = settings;
  }

  Set<String> scopes() {
    return Set.copyOf(scopes);
  }

  void grant(Set<String> newScopes) {
    scopes = new HashSet<>(newScopes);
  }

  /** Whether the scope, or its family's ALL, is granted. */
  boolean allow(String scope) {
    return scopes.contains(scope)
        || scopes.contains(scope.substring(0, scope.lastIndexOf('.')) + ".ALL");
  }

  /** Whether the refresh token may be used now; if so, this counts as a use. */
  boolean mayRefresh() {
    Instant now = clock.instant();
    refreshes.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
    if (refreshes.size() >= settings.tokensInTenMinutes()) {
      return false;
    }
    refreshes.add(now);
    return true;
  }

  String issue() {
    issued++;
    String token = "1000.fake-access-token-" + issued;
    expiries.put(token, clock.instant().plus(LIFE));
    return token;
  }

  boolean isLive(String token) {
    Instant expiry = expiries.get(token);
    return expiry != null && clock.instant().isBefore(expiry);
  }

  void expireAll() {
    expiries.clear();
  }

  int issued() {
    return issued;
  }

  String newCode() {
    codesMade++;
    String code = "1000.fake-grant-code-" + codesMade;
    codes.put(code, clock.instant().plus(CODE_LIFE));
    return code;
  }

  /** Whether the grant code is valid, which it is only once. */
  boolean redeems(String code) {
    Instant expiry = codes.remove(code);
    return expiry != null && clock.instant().isBefore(expiry);
  }
}
