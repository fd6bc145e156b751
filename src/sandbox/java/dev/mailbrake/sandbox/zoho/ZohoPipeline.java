package dev.mailbrake.sandbox.zoho;

import dev.mailbrake.sandbox.zoho.ZohoAnswer.Arrival;
import java.util.Optional;

/**
 * A request's path through Zoho: failures before anything reads it, the minute limit, the two
 * servers, and failures on the way back.
 */
final class ZohoPipeline {

  private final ZohoFaults faults;
  private final MinuteLimit limit;
  private final FakeZohoSettings settings;
  private final TokenEndpoint tokenEndpoint;
  private final FakeMailApi mailApi;

  ZohoPipeline(
      ZohoFaults faults,
      MinuteLimit limit,
      FakeZohoSettings settings,
      TokenEndpoint tokenEndpoint,
      FakeMailApi mailApi) {
    this.faults = faults;
    this.limit = limit;
    this.settings = settings;
    this.tokenEndpoint = tokenEndpoint;
    this.mailApi = mailApi;
  }

  ZohoAnswer answer(ZohoCall call) {
    RequestKind kind = call.kind();
    if (call.isOnKeptConnection() && faults.strikes(ZohoFault.KEPT_CONNECTION_DEAD, kind)) {
      return ZohoAnswer.empty().delivered(Arrival.SILENCE);
    }
    return failedBeforeServing(kind).orElseGet(() -> failedAfterServing(served(call), kind));
  }

  private Optional<ZohoAnswer> failedBeforeServing(RequestKind kind) {
    if (faults.strikes(ZohoFault.DOWN, kind)) {
      return Optional.of(ZohoAnswer.page(503, "Service Unavailable"));
    }
    if (faults.strikes(ZohoFault.HTML, kind)) {
      return Optional.of(ZohoAnswer.page(200, "Zoho Accounts"));
    }
    Optional<ZohoAnswer> ofProxy = proxyPage(kind);
    if (ofProxy.isPresent()) {
      return ofProxy;
    }
    if (faults.strikes(ZohoFault.EMPTY, kind)) {
      return Optional.of(ZohoAnswer.empty());
    }
    if (faults.strikes(ZohoFault.SILENT, kind)) {
      return Optional.of(ZohoAnswer.empty().delivered(Arrival.SILENCE));
    }
    if (faults.strikes(ZohoFault.HANG_UP, kind)) {
      return Optional.of(ZohoAnswer.empty().delivered(Arrival.HANG_UP));
    }
    if (kind == RequestKind.WRITE && faults.strikes(ZohoFault.RESET, kind)) {
      return Optional.of(ZohoAnswers.changed().delivered(Arrival.CUT));
    }
    return Optional.empty();
  }

  private Optional<ZohoAnswer> proxyPage(RequestKind kind) {
    if (faults.strikes(ZohoFault.PAGE_403, kind)) {
      return Optional.of(ZohoAnswer.page(403, "Forbidden"));
    }
    if (faults.strikes(ZohoFault.PAGE_404, kind)) {
      return Optional.of(ZohoAnswer.page(404, "Not Found"));
    }
    return faults.strikes(ZohoFault.PAGE_408, kind)
        ? Optional.of(ZohoAnswer.page(408, "Request Timeout"))
        : Optional.empty();
  }

  private ZohoAnswer served(ZohoCall call) {
    if (call.kind() == RequestKind.TOKEN) {
      return tokenEndpoint.answer(call);
    }
    if (!call.path().startsWith("/api/")) {
      return ZohoAnswers.noSuchRule();
    }
    if (!limit.admits() || faults.strikes(ZohoFault.THROTTLED, call.kind())) {
      return ZohoAnswers.throttled(settings.throttleForm(), settings.requestsPerMinute());
    }
    return mailApi.answer(call);
  }

  private ZohoAnswer failedAfterServing(ZohoAnswer answer, RequestKind kind) {
    if (answer.write() != null && faults.strikes(ZohoFault.SILENT_AFTER_WRITE, kind)) {
      return answer.delivered(Arrival.SILENCE);
    }
    if (answer.write() != null && faults.strikes(ZohoFault.RESET_AFTER_WRITE, kind)) {
      return answer.delivered(Arrival.HANG_UP);
    }
    if (answer.write() != null && faults.strikes(ZohoFault.CUT_AFTER_WRITE, kind)) {
      return answer.delivered(Arrival.CUT);
    }
    ZohoWrite write = answer.write();
    if (write != null && faults.strikes(ZohoFault.PAGE_AFTER_WRITE, kind)) {
      return ZohoAnswer.page(403, "Forbidden").reporting(write);
    }
    if (write != null && faults.strikes(ZohoFault.ERROR_AFTER_WRITE, kind)) {
      return ZohoAnswers.unavailable().reporting(write);
    }
    if (faults.strikes(ZohoFault.RESET, kind)) {
      return answer.delivered(Arrival.CUT);
    }
    return faults.strikes(ZohoFault.SLOW, kind) ? answer.delivered(Arrival.LATE) : answer;
  }
}
