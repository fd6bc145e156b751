package dev.mailbrake.sandbox.zoho;

import dev.mailbrake.sandbox.zoho.Answer.Delivery;

/**
 * The way of a request through Zoho: what can go wrong before anybody looks at it, the minute
 * limit, the two servers, and the way back.
 */
final class FrontDoor {

  private final Faults faults;
  private final MinuteLimit limit;
  private final ZohoSettings settings;
  private final TokenEndpoint tokenEndpoint;
  private final MailApi mailApi;

  FrontDoor(
      Faults faults,
      MinuteLimit limit,
      ZohoSettings settings,
      TokenEndpoint tokenEndpoint,
      MailApi mailApi) {
    this.faults = faults;
    this.limit = limit;
    this.settings = settings;
    this.tokenEndpoint = tokenEndpoint;
    this.mailApi = mailApi;
  }

  Answer answer(ZohoCall call) {
    RequestKind kind = call.kind();
    if (faults.strikes(ZohoFault.DOWN, kind)) {
      return Answer.page(503, "Service Unavailable");
    }
    if (faults.strikes(ZohoFault.HTML, kind)) {
      return Answer.page(200, "Zoho Accounts");
    }
    if (faults.strikes(ZohoFault.EMPTY, kind)) {
      return Answer.empty();
    }
    if (kind == RequestKind.WRITE && faults.strikes(ZohoFault.RESET, kind)) {
      return Answers.changed().delivered(Delivery.CUT);
    }
    return onItsWay(served(call), kind);
  }

  private Answer served(ZohoCall call) {
    if (call.kind() == RequestKind.TOKEN) {
      return tokenEndpoint.answer(call);
    }
    if (!call.path().startsWith("/api/")) {
      return Answers.noSuchRule();
    }
    if (!limit.admits() || faults.strikes(ZohoFault.THROTTLED, call.kind())) {
      return Answers.throttled(settings.throttleForm(), settings.requestsPerMinute());
    }
    return mailApi.answer(call);
  }

  private Answer onItsWay(Answer answer, RequestKind kind) {
    if (answer.write() != null && faults.strikes(ZohoFault.SILENT_AFTER_WRITE, kind)) {
      return answer.delivered(Delivery.SILENCE);
    }
    if (answer.write() != null && faults.strikes(ZohoFault.RESET_AFTER_WRITE, kind)) {
      return answer.delivered(Delivery.HANG_UP);
    }
    if (faults.strikes(ZohoFault.RESET, kind)) {
      return answer.delivered(Delivery.CUT);
    }
    return faults.strikes(ZohoFault.SLOW, kind) ? answer.delivered(Delivery.LATE) : answer;
  }
}
