package dev.mailbrake.ops;

import dev.mailbrake.slack.SlackEvents;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;

/** Passes Slack's requests with their whole bodies, up to a limit, to {@link SlackEvents}. */
public final class SlackHandler extends Handler.Abstract {
  private static final int ROOM_BYTES = 32 << 20;

  private final SlackEvents events;
  private final Semaphore room = new Semaphore(ROOM_BYTES);

  public SlackHandler(SlackEvents events) {
    this.events = events;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(SlackEvents.PATH)) {
      return false;
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      return Answers.methodNotAllowed(response, callback, HttpMethod.POST);
    }
    if (request.getLength() > BoundedBody.MOST_BYTES) {
      return tooLarge(response, callback);
    }
    // No thread waits for the body, or a sender of half a request could hold it.
    BoundedBody body = new BoundedBody(request, room);
    Content.Source.asByteArrayAsync(
        body,
        BoundedBody.MOST_BYTES,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            bytes -> {
              body.close();
              answer(request, bytes, response, callback);
            },
            failed -> {
              body.close();
              unread(failed, response, callback);
            }));
    return true;
  }

  private void answer(Request request, byte[] body, Response response, Callback callback) {
    SlackEvents.Reply reply = events.answer(headers(request), body);
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
    Content.Sink.write(response, true, reply.body(), callback);
  }

  private static void unread(Throwable failed, Response response, Callback callback) {
    if (failed instanceof BoundedBody.TooLarge) {
      tooLarge(response, callback);
    } else {
      callback.failed(failed);
    }
  }

  private static boolean tooLarge(Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONNECTION, "close"); // The rest is not read.
    return Answers.empty(HttpStatus.PAYLOAD_TOO_LARGE_413, response, callback);
  }

  private static Map<String, List<String>> headers(Request request) {
    Map<String, List<String>> headers = new HashMap<>();
    for (HttpField field : request.getHeaders()) {
      headers.putIfAbsent(
          field.getName().toLowerCase(Locale.ROOT), List.of(String.valueOf(field.getValue())));
    }
    return headers;
  }
}
