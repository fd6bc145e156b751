package dev.mailbrake.sandbox.slack.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The encoding {@code application/x-www-form-urlencoded}, in both directions. */
public final class FormEncoding {

  public static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  private FormEncoding() {}

  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(it -> URLEncoder.encode(it.getKey(), UTF_8) + "=" + encoded(it.getValue()))
        .collect(Collectors.joining("&"));
  }

  public static Map<String, String> decode(String body) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : body.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        fields.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, UTF_8);
  }

  private static String decoded(String value) {
    return URLDecoder.decode(value, UTF_8);
  }
}
