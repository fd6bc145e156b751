package dev.mailbrake.metrics;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What Prometheus reads. */
public final class Scrape {
  private final List<String> series;

  private Scrape(List<String> series) {
    this.series = series;
  }

  public static Scrape of(String text) {
    return new Scrape(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  public static Scrape of(Prometheus prometheus) {
    return of(prometheus.scrape());
  }

  /** The names of all series, without labels. */
  public Set<String> names() {
    return series.stream()
        .map(line -> line.split("[ {]", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * The sum over the series with these labels; zero if there is none.
   *
   * @param labels as written, such as {@code action="block"}
   */
  public double sum(String name, String... labels) {
    return values(name, labels).mapToDouble(Double::doubleValue).sum();
  }

  private Stream<Double> values(String name, String... labels) {
    return series.stream()
        .filter(line -> line.split("[ {]", 2)[0].equals(name))
        .filter(line -> Stream.of(labels).allMatch(line::contains))
        .map(line -> Double.valueOf(line.substring(line.lastIndexOf(' ') + 1)));
  }

  @Override
  public String toString() {
    return String.join("\n", series);
  }
}
