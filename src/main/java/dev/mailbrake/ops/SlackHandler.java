package dev.mailbrake.ops;

import dev.mailbrake.slack.SlackEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Carries Slack's requests to {@link SlackEvents}, the whole body at once and no more than a limit.
 */
public final class SlackHandler extends Handler.Abstract {
  private static final int MOST_BYTES = 1 << 20;

  private final SlackEvents events;

  public SlackHandler(SlackEvents events) {
    this.events = events;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    if (!Request.getPathInContext(request).equals(SlackEvents.PATH)) {
      return false;
    }
    if (!HttpMethod.POST.is(request.getMethod())) {
      response.getHeaders().put(HttpHeader.ALLOW, HttpMethod.POST.asString());
      return refuse(HttpStatus.METHOD_NOT_ALLOWED_405, response, callback);
    }
    byte[] body = body(request);
    if (body.length > MOST_BYTES) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close"); // The rest of it is not read.
      return refuse(HttpStatus.PAYLOAD_TOO_LARGE_413, response, callback);
    }
    SlackEvents.Reply reply = events.answer(headers(request), body);
    response.setStatus(reply.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, reply.contentType());
    Content.Sink.write(response, true, reply.body(), callback);
    return true;
  }

  private static byte[] body(Request request) throws IOException {
    try (InputStream stream = Request.asInputStream(request)) {
      return stream.readNBytes(MOST_BYTES + 1);
    }
  }

  private static boolean refuse(int status, Response response, Callback callback) {
    response.setStatus(status);
    response.write(true, null, callback);
    return true;
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
