package dev.mailbrake.sandbox.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Stream;

/** What the Mail API does for authorized callers: list, look up and change accounts. */
final class AccountMethods {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int LARGEST_PAGE = 200;

  private final Clock clock;
  private final Organization organization;
  private final FakeZohoSettings settings;
  private final ZohoFaults faults;
  private final StaleReads staleReads;
  private long ownerZuid;

  AccountMethods(
      Clock clock,
      Organization organization,
      FakeZohoSettings settings,
      ZohoFaults faults,
      StaleReads staleReads) {
    this.clock = clock;
    this.organization = organization;
    this.settings = settings;
    this.faults = faults;
    this.staleReads = staleReads;
  }

  Optional<ZohoAccount> owner() {
    return organization.withZuid(String.valueOf(ownerZuid));
  }

  void ownedBy(ZohoAccount account) {
    ownerZuid = account.zuid();
  }

  ZohoAnswer answer(ApiRoute route, ZohoCall call) {
    staleReads.setLagging(faults.strikes(ZohoFault.LAGGING_READS, call.kind()));
    String account = route.account(call);
    return switch (route) {
      case OWN_ACCOUNTS -> ownAccounts();
      case OWN_ACCOUNT ->
          own(account)
              .map(found -> read(AccountJson.forOwner(seen(found), zoid())))
              .orElseGet(() -> ZohoAnswers.noSuchAccount(account));
      case OWN_CHANGE -> changeOwn(account, StatusChange.of(call, false));
      case ORGANIZATION -> read(JSON.objectNode().put("zoid", zoid()).put("orgName", "Zylker"));
      case ACCOUNTS -> page(call);
      case ACCOUNT ->
          byZuidOrAddress(account)
              .map(found -> one(account, found, call.kind()))
              .orElseGet(() -> ZohoAnswers.noSuchUser(account));
      case CHANGE -> change(account, StatusChange.of(call, true));
    };
  }

  private ZohoAnswer one(String wanted, ZohoAccount found, RequestKind kind) {
    if (wanted.contains("@") && faults.strikes(ZohoFault.CROWDED_LOOKUP, kind)) {
      ArrayNode data = JSON.arrayNode();
      Stream.of(organization.other(found), found)
          .forEach(account -> data.add(AccountJson.forAdministrators(seen(account), zoid())));
      return read(data);
    }
    return read(AccountJson.forAdministrators(seen(mixedUp(found, kind)), zoid()));
  }

  private ZohoAnswer ownAccounts() {
    ArrayNode data = JSON.arrayNode();
    organization.all().stream()
        .filter(account -> account.zuid() == ownerZuid)
        .forEach(account -> data.add(AccountJson.forOwner(seen(account), zoid())));
    return read(data);
  }

  /** A page of accounts; as in Zoho's current sample, a page of one is an object, not an array. */
  private ZohoAnswer page(ZohoCall call) {
    String start = call.parameters().getOrDefault("start", "0");
    String limit = call.parameters().getOrDefault("limit", "10");
    if (!start.matches("\\d{1,9}")) {
      return ZohoAnswers.patternNotMatched("start");
    }
    if (!limit.matches("[1-9]\\d{0,8}")) {
      return ZohoAnswers.patternNotMatched("limit");
    }
    ArrayNode data = JSON.arrayNode();
    organization.all().stream()
        .skip(Integer.parseInt(start))
        .limit(Math.min(Integer.parseInt(limit), LARGEST_PAGE))
        .forEach(account -> data.add(AccountJson.forAdministrators(seen(account), zoid())));
    return read(limit.equals("1") && !data.isEmpty() ? data.get(0) : data);
  }

  private ZohoAnswer changeOwn(String accountId, StatusChange change) {
    return change
        .refusal(settings.acceptedForm())
        .orElseGet(
            () ->
                own(accountId)
                    .map(account -> carryOut(account, change))
                    .orElseGet(() -> ZohoAnswers.noSuchAccount(accountId)));
  }

  private ZohoAnswer change(String accountId, StatusChange change) {
    Optional<ZohoAnswer> refusal = change.refusal(settings.acceptedForm());
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<ZohoAccount> account = organization.withAccountId(accountId);
    if (account.isEmpty()) {
      return ZohoAnswers.noSuchAccount(accountId);
    }
    if (!change.zuid().equals(String.valueOf(account.get().zuid()))) {
      return ZohoAnswers.foreignZuid(accountId, change.zuid());
    }
    return carryOut(account.get(), change);
  }

  private ZohoAnswer carryOut(ZohoAccount account, StatusChange change) {
    ZohoWrite write = new ZohoWrite(clock.instant(), account.accountId(), change.blocked());
    if (faults.isActive(ZohoFault.LAGGING_READS)) {
      staleReads.remember(write, account.outgoingBlocked());
    }
    organization.put(account.outgoingBlocked(change.blocked()));
    return ZohoAnswers.changed().reporting(write);
  }

  private Optional<ZohoAccount> own(String accountId) {
    return organization.withAccountId(accountId).filter(found -> found.zuid() == ownerZuid);
  }

  private Optional<ZohoAccount> byZuidOrAddress(String wanted) {
    if (wanted.contains("@")) {
      return organization.withAddress(wanted);
    }
    return organization.withZuid(wanted);
  }

  private ZohoAccount mixedUp(ZohoAccount found, RequestKind kind) {
    return faults.strikes(ZohoFault.FOREIGN_RECORD, kind) ? organization.other(found) : found;
  }

  private ZohoAccount seen(ZohoAccount account) {
    return staleReads.seen(account);
  }

  private ZohoAnswer read(JsonNode data) {
    JsonNode body = ZohoAnswers.success(data);
    return ZohoAnswer.json(200, settings.everythingQuoted() ? AccountJson.quoted(body) : body);
  }

  private long zoid() {
    return settings.personal() ? -1 : SampleOrganization.ZOID;
  }
}
