package dev.mailbrake.sandbox.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The page over HTTP: its files, its event stream, and its user's actions. */
final class PageHandler extends Handler.Abstract {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final PageFiles files;
  private final Broadcast broadcast;
  private final PageActions deeds;

  PageHandler(PageFiles files, Broadcast broadcast, PageActions deeds) {
    this.files = files;
    this.broadcast = broadcast;
    this.deeds = deeds;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    String path = Request.getPathInContext(request);
    if (HttpMethod.POST.is(request.getMethod())) {
      perform(path, Content.Source.asString(request, UTF_8), response, callback);
    } else if (path.equals("/events")) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/event-stream");
      broadcast.add(response, callback);
    } else {
      serve(files.at(path), response, callback);
    }
    return true;
  }

  private static void serve(
      Optional<PageFiles.PageFile> file, Response response, Callback callback) {
    if (file.isEmpty()) {
      response.setStatus(HttpStatus.NOT_FOUND_404);
      response.write(true, null, callback);
    } else {
      send(file.get().type(), file.get().content(), response, callback);
    }
  }

  private void perform(String path, String body, Response response, Callback callback) {
    ObjectNode answer = MAPPER.createObjectNode();
    try {
      JsonNode what = MAPPER.readTree(body);
      deeds.perform(path, what).ifPresent(millis -> answer.put("took", millis));
    } catch (JsonProcessingException | IllegalArgumentException senseless) {
      response.setStatus(HttpStatus.BAD_REQUEST_400);
      answer.put("error", senseless.getMessage());
    }
    broadcast.scheduleUpdate();
    send("application/json", answer.toString().getBytes(UTF_8), response, callback);
  }

  private static void send(String type, byte[] body, Response response, Callback callback) {
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
