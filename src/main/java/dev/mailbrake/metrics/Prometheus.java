package dev.mailbrake.metrics;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Optional;
import java.util.stream.Stream;

/** Meters for Prometheus, including the JVM's. */
public final class Prometheus implements AutoCloseable {
  private final PrometheusMeterRegistry registry;
  private final Meters meters;
  private final JvmGcMetrics collections = new JvmGcMetrics();

  private Prometheus(PrometheusMeterRegistry registry) {
    this.registry = registry;
    meters = new Meters(registry);
  }

  public static Prometheus of(String version) {
    Prometheus prometheus = new Prometheus(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
    prometheus.measureProcess();
    prometheus.meters.gauge(Metric.BUILD, () -> Optional.of(1.0), version);
    return prometheus;
  }

  private void measureProcess() {
    Stream.<MeterBinder>of(
            collections,
            new JvmMemoryMetrics(),
            new JvmThreadMetrics(),
            new ProcessorMetrics(),
            new FileDescriptorMetrics(),
            new UptimeMetrics())
        .forEach(binder -> binder.bindTo(registry));
  }

  public Meters meters() {
    return meters;
  }

  /** In Prometheus' text format. */
  public String scrape() {
    meters.look();
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
