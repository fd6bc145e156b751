package dev.mailbrake.log;

import com.fasterxml.jackson.core.JsonStreamContext;
import net.logstash.logback.mask.ValueMasker;
import org.jspecify.annotations.Nullable;

/** The same for every value of the JSON layout. */
public final class MaskedValue implements ValueMasker {
  @Override
  public @Nullable Object mask(JsonStreamContext place, Object value) {
    return value instanceof CharSequence text
        ? LogText.visible(SecretShapes.mask(text.toString()))
        : null;
  }
}
