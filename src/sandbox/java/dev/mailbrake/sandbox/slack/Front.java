package dev.mailbrake.sandbox.slack;

import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Slack's front door: finds the endpoint, lets faults strike, writes down every call. */
final class Front extends Handler.Abstract {

  private final Turn turn;
  private final Endpoint api;
  private final Endpoint responseUrls;
  private final Faults faults;
  private final CallLog calls;

  Front(Turn turn, Endpoint api, Endpoint responseUrls, Faults faults, CallLog calls) {
    this.turn = turn;
    this.api = api;
    this.responseUrls = responseUrls;
    this.faults = faults;
    this.calls = calls;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Incoming incoming = Incoming.read(request);
    Line line = new Line(request, response, callback);
    Optional<PlannedFault> fault = faults.strike(incoming.method());
    if (fault.isPresent() && fault.get().fault() == SlackFault.SLOW) {
      line.later(fault.get().length(), () -> serve(incoming, fault, line));
    } else {
      serve(incoming, fault, line);
    }
    return true;
  }

  private void serve(Incoming incoming, Optional<PlannedFault> fault, Line line) {
    if (!calls.admits(incoming.method())) {
      line.cut();
      return;
    }
    Endpoint endpoint = incoming.isApiCall() ? api : responseUrls;
    Supplier<Answer> trueAnswer = () -> endpoint.answer(incoming);
    Answer answer =
        turn.change(
            () -> {
              Answer given = fault.flatMap(PlannedFault::answer).orElseGet(trueAnswer);
              calls.add(incoming, given);
              return given;
            });
    if (answer.outcome().equals("ok")) {
      calls.runHook(incoming.method());
    }
    if (fault.isPresent() && fault.get().cutsTheLine()) {
      line.cut();
    } else {
      line.send(answer);
    }
  }
}
