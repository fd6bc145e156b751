package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.mailbrake.config.ZohoSettings.OAuthClient;
import feign.RequestTemplate;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import java.lang.reflect.Type;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Bodies: JSON, but the token request as a form, which Feign has no module for at this version. */
final class WireEncoder implements Encoder {
  private final Encoder json;

  WireEncoder(JsonMapper mapper) {
    json = new JacksonEncoder(mapper);
  }

  @Override
  public void encode(Object body, Type type, RequestTemplate template) {
    if (body instanceof OAuthClient client) {
      template.body(form(client));
    } else {
      json.encode(body, type, template);
    }
  }

  private static String form(OAuthClient client) {
    Map<String, String> fields =
        Map.of(
            "grant_type", "refresh_token",
            "client_id", client.id(),
            "client_secret", client.secret().reveal(),
            "refresh_token", client.refreshToken().reveal());
    return new TreeMap<>(fields)
        .entrySet().stream()
            .map(field -> field.getKey() + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
