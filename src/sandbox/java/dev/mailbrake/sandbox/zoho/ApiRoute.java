package dev.mailbrake.sandbox.zoho;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A method and path that the Mail API knows, with the required scope. */
enum ApiRoute {
  OWN_ACCOUNTS("GET", "/api/accounts", "ZohoMail.accounts.READ"),
  OWN_ACCOUNT("GET", "/api/accounts/(?<account>\\d+)", "ZohoMail.accounts.READ"),
  OWN_CHANGE("PUT", "/api/accounts/(?<account>\\d+)", "ZohoMail.accounts.UPDATE"),
  ORGANIZATION("GET", "/api/organization(?:/(?<zoid>\\d+))?", "ZohoMail.partner.organization.READ"),
  ACCOUNTS(
      "GET", "/api/organization/(?<zoid>\\d+)/accounts", "ZohoMail.organization.accounts.READ"),
  ACCOUNT(
      "GET",
      "/api/organization/(?<zoid>\\d+)/accounts/(?<account>\\d+|[^/@]+@[^/@]+)",
      "ZohoMail.organization.accounts.READ"),
  CHANGE(
      "PUT",
      "/api/organization/(?<zoid>\\d+)/accounts/(?<account>\\d+)",
      "ZohoMail.organization.accounts.UPDATE");

  private final String method;
  private final Pattern path;
  private final String scope;

  ApiRoute(String method, String path, String scope) {
    this.method = method;
    this.path = Pattern.compile(path);
    this.scope = scope;
  }

  static Optional<ApiRoute> of(ZohoCall call) {
    for (ApiRoute route : values()) {
      if (route.method.equals(call.method()) && route.path.matcher(call.path()).matches()) {
        return Optional.of(route);
      }
    }
    return Optional.empty();
  }

  String scope() {
    return scope;
  }

  boolean needsAdministrator() {
    return switch (this) {
      case OWN_ACCOUNTS, OWN_ACCOUNT, OWN_CHANGE -> false;
      case ORGANIZATION, ACCOUNTS, ACCOUNT, CHANGE -> true;
    };
  }

  Set<String> parameters() {
    return this == ACCOUNTS ? Set.of("start", "limit") : Set.of();
  }

  /** The accountId, zuid or address in the path, empty if the route has none. */
  String account(ZohoCall call) {
    return part("account", call);
  }

  /** The organization in the path, empty if none. */
  String zoid(ZohoCall call) {
    return part("zoid", call);
  }

  private String part(String name, ZohoCall call) {
    Matcher matcher = path.matcher(call.path());
    if (!path.pattern().contains("<" + name + ">") || !matcher.matches()) {
      return "";
    }
    String part = matcher.group(name);
    return part == null ? "" : part;
  }
}
