package dev.mailbrake.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/**
 * Drops what the scheduler and the pool log during a database outage: several stack traces a
 * second. The record itself logs the outage, once.
 */
public final class OutageFilter extends TurboFilter {
  private static final String[] LOUD = {"com.github.kagkarlsson.", "com.zaxxer.hikari."};

  @Override
  public FilterReply decide(
      @Nullable Marker marker,
      Logger logger,
      Level level,
      @Nullable String format,
      Object @Nullable [] arguments,
      @Nullable Throwable thrown) {
    boolean loud = Stream.of(LOUD).anyMatch(logger.getName()::startsWith);
    return loud && isOfDatabase(thrown, arguments) ? FilterReply.DENY : FilterReply.NEUTRAL;
  }

  private static boolean isOfDatabase(@Nullable Throwable thrown, Object @Nullable [] arguments) {
    Stream<Object> given = Stream.of(Optional.ofNullable(arguments).orElseGet(() -> new Object[0]));
    return Stream.concat(Stream.ofNullable(thrown), given)
        .filter(Throwable.class::isInstance)
        .map(Throwable.class::cast)
        .anyMatch(Fault::isOutage);
  }
}
