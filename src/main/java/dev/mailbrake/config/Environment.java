package dev.mailbrake.config;

import dev.mailbrake.command.BlockTime;
import dev.mailbrake.config.InvalidConfiguration.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads environment variables one by one, and collects the problems. */
final class Environment {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final String OURS = "MAILBRAKE_";

  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  void refuseUnknown() {
    new TreeSet<>(variables.keySet())
        .stream()
            .filter(key -> key.startsWith(OURS) && Setting.of(key).isEmpty())
            .forEach(
                key ->
                    problems.add(
                        new Problem(
                            key,
                            "is not a setting of Mailbrake",
                            "Check its spelling, or remove it.")));
  }

  Optional<String> value(Setting setting) {
    return Optional.ofNullable(variables.get(setting.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  String text(Setting setting) {
    return value(setting).orElse(setting.defaultValue());
  }

  /** A value that must be set and match a pattern. */
  String required(Setting setting, Pattern form, String example) {
    Optional<String> value = value(setting);
    if (value.isEmpty()) {
      problem(setting, "is required", example);
    } else if (!form.matcher(value.get()).matches()) {
      problem(setting, "does not have the right form", example);
    }
    return value.orElse("");
  }

  Secret secret(Setting setting, Pattern form, String example) {
    return new Secret(required(setting, form, example));
  }

  int number(Setting setting, int least, int most) {
    String value = text(setting);
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      problem(
          setting, "must be a number from %d to %d".formatted(least, most), setting.defaultValue());
      return least;
    }
    return number;
  }

  Duration duration(Setting setting, Duration least, Duration most) {
    Optional<Duration> duration = BlockTime.parse(text(setting));
    if (duration.isEmpty()
        || duration.get().compareTo(least) < 0
        || duration.get().compareTo(most) > 0) {
      problem(
          setting,
          "must be a duration from %s to %s"
              .formatted(BlockTime.format(least), BlockTime.format(most)),
          setting.defaultValue());
      return least;
    }
    return duration.get();
  }

  String oneOf(Setting setting, Set<String> choices) {
    String value = text(setting);
    if (!choices.contains(value)) {
      problem(
          setting,
          "must be one of " + choices.stream().sorted().collect(Collectors.joining(", ")),
          setting.defaultValue());
      return setting.defaultValue();
    }
    return value;
  }

  /** The parts of a comma-separated list, each of which must match. */
  Set<String> list(Setting setting, Predicate<String> form, String example) {
    Set<String> parts =
        value(setting).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toSet());
    Set<String> wrong = new TreeSet<>(parts);
    wrong.removeIf(form);
    if (!wrong.isEmpty()) {
      problem(setting, "has entries of the wrong form: " + String.join(", ", wrong), example);
    }
    return parts;
  }

  /** Secrets are sent there, so it must be https, except on the loopback interface. */
  Optional<URI> url(Setting setting, String example) {
    return value(setting).map(value -> url(setting, value, example));
  }

  private URI url(Setting setting, String value, String example) {
    try {
      URI url = new URI(value);
      if (isBase(url) && ("https".equals(url.getScheme()) || isLocal(url))) {
        return url;
      }
    } catch (URISyntaxException notOne) {
      // Reported below, like every other wrong form.
    }
    problem(setting, "must be an https address (http only on the loopback interface)", example);
    return URI.create(example);
  }

  private static boolean isBase(URI url) {
    return url.getHost() != null && url.getQuery() == null && url.getFragment() == null;
  }

  private static boolean isLocal(URI url) {
    return "http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost());
  }

  void problem(Setting setting, String what, String example) {
    problems.add(
        new Problem(setting.name(), what, "For example: %s=%s".formatted(setting.name(), example)));
  }

  /** Throws {@link InvalidConfiguration} if there were problems. */
  void finish() {
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(problems);
    }
  }
}
