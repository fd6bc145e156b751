package dev.mailbrake.sandbox.zoho;

import java.util.Optional;

/**
 * The Mail API's checks, in order: known path, live token, scope, no extra parameter,
 * administrator; then the account methods.
 */
final class FakeMailApi {

  private static final String SCHEME = "Zoho-oauthtoken ";

  private final IssuedTokens tokens;
  private final ZohoFaults faults;
  private final FakeZohoSettings settings;
  private final AccountMethods accounts;

  FakeMailApi(
      IssuedTokens tokens, ZohoFaults faults, FakeZohoSettings settings, AccountMethods accounts) {
    this.tokens = tokens;
    this.faults = faults;
    this.settings = settings;
    this.accounts = accounts;
  }

  ZohoAnswer answer(ZohoCall call) {
    Optional<ApiRoute> route = ApiRoute.of(call);
    if (route.isEmpty()) {
      return ZohoAnswers.noSuchRule();
    }
    return unauthenticated(call)
        .or(() -> unauthorized(route.get(), call))
        .or(() -> failedByFault(call.kind()))
        .orElseGet(() -> accounts.answer(route.get(), call));
  }

  private Optional<ZohoAnswer> unauthenticated(ZohoCall call) {
    if (!call.authorization().startsWith(SCHEME)) {
      return Optional.of(ZohoAnswers.invalidTicket());
    }
    String token = call.authorization().substring(SCHEME.length());
    return tokens.isLive(token) && accounts.owner().isPresent()
        ? Optional.empty()
        : Optional.of(ZohoAnswers.invalidToken());
  }

  private Optional<ZohoAnswer> unauthorized(ApiRoute route, ZohoCall call) {
    if (faults.strikes(ZohoFault.SCOPE_MISSING, call.kind()) || !tokens.allow(route.scope())) {
      return Optional.of(ZohoAnswers.invalidScope());
    }
    Optional<ZohoAnswer> extra =
        call.parameters().keySet().stream()
            .filter(name -> !route.parameters().contains(name))
            .findFirst()
            .map(ZohoAnswers::extraParameter);
    return extra.or(
        () ->
            mayAdminister(route, call)
                ? Optional.empty()
                : Optional.of(ZohoAnswers.notPermitted()));
  }

  private boolean mayAdminister(ApiRoute route, ZohoCall call) {
    if (!route.needsAdministrator()) {
      return true;
    }
    String zoid = route.zoid(call);
    return !faults.strikes(ZohoFault.NOT_ADMIN, call.kind())
        && accounts.owner().filter(owner -> owner.role().administers()).isPresent()
        && !settings.personal()
        && (zoid.isEmpty() || zoid.equals(String.valueOf(SampleOrganization.ZOID)));
  }

  private Optional<ZohoAnswer> failedByFault(RequestKind kind) {
    if (faults.strikes(ZohoFault.ERROR_IN_200, kind)) {
      return Optional.of(ZohoAnswers.errorInside200());
    }
    if (faults.strikes(ZohoFault.BUSINESS_500, kind)) {
      return Optional.of(ZohoAnswers.businessError());
    }
    if (faults.strikes(ZohoFault.OPERATION_FAILED, kind)) {
      return Optional.of(ZohoAnswers.operationFailed());
    }
    if (faults.strikes(ZohoFault.REFUSED_WRITES, kind)) {
      return Optional.of(ZohoAnswers.refusedWrite());
    }
    return Optional.empty();
  }
}
