package dev.mailbrake.sandbox.slack.webapi;

import dev.mailbrake.sandbox.slack.StateLock;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Slack's entry point: finds the endpoint, applies faults, and logs every call. */
public final class WebApiHandler extends Handler.Abstract {

  private final StateLock lock;
  private final ApiEndpoint api;
  private final ApiEndpoint responseUrls;
  private final SlackFaults faults;
  private final ApiCallLog calls;

  public WebApiHandler(
      StateLock lock,
      ApiEndpoint api,
      ApiEndpoint responseUrls,
      SlackFaults faults,
      ApiCallLog calls) {
    this.lock = lock;
    this.api = api;
    this.responseUrls = responseUrls;
    this.faults = faults;
    this.calls = calls;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    ApiRequest incoming = ApiRequest.read(request);
    Exchange line = new Exchange(request, response, callback);
    Optional<PlannedFault> fault = faults.strike(incoming.method());
    if (fault.isPresent() && fault.get().fault() == SlackFault.SLOW) {
      line.later(fault.get().length(), () -> serve(incoming, fault, line));
    } else {
      serve(incoming, fault, line);
    }
    return true;
  }

  private void serve(ApiRequest incoming, Optional<PlannedFault> fault, Exchange line) {
    if (!calls.admits(incoming.method())) {
      line.cut();
      return;
    }
    ApiEndpoint endpoint = incoming.isApiCall() ? api : responseUrls;
    Supplier<ApiAnswer> trueAnswer = () -> endpoint.answer(incoming);
    ApiAnswer answer =
        lock.change(
            () -> {
              ApiAnswer given = fault.flatMap(PlannedFault::answer).orElseGet(trueAnswer);
              calls.add(incoming, given);
              return given;
            });
    if (answer.outcome().equals("ok")) {
      calls.runHook(incoming.method());
    }
    if (fault.isPresent() && fault.get().cutsConnection()) {
      line.cut();
    } else {
      line.send(answer);
    }
  }
}
