package dev.mailbrake.sandbox.page;

import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Lets in only the page's own browser: no other website can post here, or read by pointing a host
 * name of its own at 127.0.0.1.
 */
final class SameOriginGuard extends Handler.Wrapper {

  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost");
  private static final String POLICY =
      "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

  SameOriginGuard(Handler behind) {
    super(behind);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    response
        .getHeaders()
        .put("Content-Security-Policy", POLICY)
        .put("X-Content-Type-Options", "nosniff")
        .put("Referrer-Policy", "no-referrer")
        .put("Cross-Origin-Resource-Policy", "same-origin")
        .put(HttpHeader.CACHE_CONTROL, "no-store");
    if (comesFromThePage(request)) {
      return super.handle(request, response, callback);
    }
    response.setStatus(HttpStatus.FORBIDDEN_403);
    response.write(true, null, callback);
    return true;
  }

  private static boolean comesFromThePage(Request request) {
    int port = Request.getLocalPort(request);
    String host = request.getHeaders().get(HttpHeader.HOST);
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean ownOrigin = origin == null || origin.equals("http://" + host);
    return isOurs(host, port) && ownOrigin && isReadOrJson(request);
  }

  private static boolean isOurs(@Nullable String host, int port) {
    return LOOPBACK.stream().anyMatch(name -> (name + ":" + port).equals(host));
  }

  /** Another site's form can post without a preflight request, but it cannot post JSON. */
  private static boolean isReadOrJson(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    return HttpMethod.GET.is(request.getMethod())
        || (type != null && type.startsWith("application/json"));
  }
}
