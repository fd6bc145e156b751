package dev.mailbrake.zoho;

import com.fasterxml.jackson.databind.json.JsonMapper;
import feign.RequestTemplate;
import feign.codec.Encoder;
import feign.jackson.JacksonEncoder;
import java.lang.reflect.Type;

/** Bodies: JSON, but the token request as a form, which Feign has no module for at this version. */
final class WireEncoder implements Encoder {
  private final Encoder json;

  WireEncoder(JsonMapper mapper) {
    json = new JacksonEncoder(mapper);
  }

  @Override
  public void encode(Object body, Type type, RequestTemplate template) {
    if (body instanceof TokenBody form) {
      template.body(form.encoded());
    } else {
      json.encode(body, type, template);
    }
  }
}
