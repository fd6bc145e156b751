package dev.mailbrake.ops;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mailbrake.config.Secret;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Serves {@code /metrics} to whoever has the token. */
public final class MetricsHandler extends Handler.Abstract {
  private static final String PATH = "/metrics";
  private static final String SCHEME = "Bearer";
  private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";

  private final Secret token;
  private final Supplier<String> scrape;

  public MetricsHandler(Secret token, Supplier<String> scrape) {
    this.token = token;
    this.scrape = scrape;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (!Request.getPathInContext(request).equals(PATH)) {
      return false;
    }
    if (!HttpMethod.GET.is(request.getMethod())) {
      return Answers.methodNotAllowed(response, callback, HttpMethod.GET);
    }
    if (!isPermitted(request)) {
      response.getHeaders().put(HttpHeader.WWW_AUTHENTICATE, SCHEME);
      return Answers.empty(HttpStatus.UNAUTHORIZED_401, response, callback);
    }
    return Answers.text(HttpStatus.OK_200, TEXT_FORMAT, scrape.get(), response, callback);
  }

  private boolean isPermitted(Request request) {
    String brought =
        Optional.ofNullable(request.getHeaders().get(HttpHeader.AUTHORIZATION))
            .map(header -> header.split(" ", 2))
            .filter(words -> words.length == 2 && words[0].equalsIgnoreCase(SCHEME))
            .map(words -> words[1].strip())
            .orElse("");
    // In constant time, or its duration would reveal how much of the token was right.
    return MessageDigest.isEqual(brought.getBytes(UTF_8), token.reveal().getBytes(UTF_8));
  }
}
