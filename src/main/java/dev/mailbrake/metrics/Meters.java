package dev.mailbrake.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** This process's meters. They store nothing if nobody reads them. */
public final class Meters {
  /** From an unnoticeable wait to one that is given up. */
  private static final Duration[] BUCKETS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(1)
  };

  private final MeterRegistry registry;
  private final List<Runnable> looks = new CopyOnWriteArrayList<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  public static Meters off() {
    return new Meters(new CompositeMeterRegistry());
  }

  public void count(Metric what, String... values) {
    counter(what, values).increment();
  }

  /** Shows a zero at first, because Prometheus sees no increase when a counter appears. */
  void expect(Metric what, String... values) {
    counter(what, values);
  }

  private Counter counter(Metric what, String... values) {
    return Counter.builder(what.id())
        .description(what.help())
        .tags(tags(what, values))
        .register(registry);
  }

  public void took(Metric what, Duration time, String... values) {
    Timer.builder(what.id())
        .description(what.help())
        .serviceLevelObjectives(BUCKETS)
        .tags(tags(what, values))
        .register(registry)
        .record(time);
  }

  /** Uses a monotonic clock. */
  public Timing begin() {
    return new Timing(Timer.start(registry));
  }

  /** Asks {@code now} at each reading; empty while the number is unknown. */
  public void gauge(Metric what, Supplier<Optional<Double>> now, String... values) {
    gauge(what, "", now, values);
  }

  /** Like {@link #gauge}, in seconds. */
  public void age(Metric what, Supplier<Optional<Duration>> now) {
    gauge(what, "seconds", () -> now.get().map(age -> age.toMillis() / 1000.0));
  }

  private void gauge(Metric what, String unit, Supplier<Optional<Double>> now, String... values) {
    Gauge.builder(what.id(), () -> now.get().orElse(Double.NaN))
        .description(what.help())
        .baseUnit(unit.isEmpty() ? null : unit)
        .tags(tags(what, values))
        .strongReference(true)
        .register(registry);
  }

  /** Runs {@code look} before each reading, for what several gauges show. */
  public void beforeReading(Runnable look) {
    looks.add(look);
  }

  void look() {
    looks.forEach(Runnable::run);
  }

  private static List<Tag> tags(Metric what, String... values) {
    if (what.labels().size() != values.length) {
      throw new IllegalArgumentException(what + " has the labels " + what.labels());
    }
    return IntStream.range(0, values.length)
        .mapToObj(i -> Tag.of(what.labels().get(i), values[i]))
        .toList();
  }

  public final class Timing {
    private final Timer.Sample sample;

    private Timing(Timer.Sample sample) {
      this.sample = sample;
    }

    public void end(Metric what, String... values) {
      sample.stop(
          Timer.builder(what.id())
              .description(what.help())
              .tags(tags(what, values))
              .register(registry));
    }
  }
}
