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

/** Reads environment variables and collects the problems. */
final class Environment {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  /** Any text of one line. */
  static final Predicate<String> ANY = matching(".+");

  private static final String OURS = "MAILBRAKE_";

  private final Map<String, String> variables;
  private final List<Problem> problems = new ArrayList<>();

  Environment(Map<String, String> variables) {
    this.variables = variables;
  }

  static Predicate<String> matching(String pattern) {
    return Pattern.compile(pattern).asMatchPredicate();
  }

  void refuseUnknown() {
    variables.keySet().stream()
        .filter(key -> key.startsWith(OURS) && Setting.of(key).isEmpty())
        .sorted()
        .map(key -> new Problem(key, "isn't a setting of Mailbrake", Optional.empty()))
        .forEach(problems::add);
  }

  Optional<String> value(Setting setting) {
    return Optional.ofNullable(variables.get(setting.name()))
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  String text(Setting setting) {
    return value(setting).orElse(setting.defaultValue());
  }

  String required(Setting setting, Predicate<String> format, String example) {
    Optional<String> value = optional(setting, format, "doesn't have the right form", example);
    if (value.isEmpty()) {
      problem(setting, "is required", example);
    }
    return value.orElse("");
  }

  Optional<String> optional(
      Setting setting, Predicate<String> format, String problem, String example) {
    Optional<String> value = value(setting);
    if (value.filter(format.negate()).isPresent()) {
      problem(setting, problem, example);
    }
    return value;
  }

  Secret secret(Setting setting, Predicate<String> format, String example) {
    return new Secret(required(setting, format, example));
  }

  int number(Setting setting, int least, int most) {
    String value = text(setting);
    int number = value.matches("[0-9]{1,9}") ? Integer.parseInt(value) : -1;
    if (number < least || number > most) {
      problem(setting, "must be a number from %d to %d".formatted(least, most));
      return least;
    }
    return number;
  }

  Duration duration(Setting setting, Duration least, Duration most) {
    return BlockTime.parse(text(setting))
        .filter(time -> time.compareTo(least) >= 0 && time.compareTo(most) <= 0)
        .orElseGet(
            () -> {
              String range = BlockTime.format(least) + " to " + BlockTime.format(most);
              problem(setting, "must be a duration from " + range);
              return least;
            });
  }

  String oneOf(Setting setting, Set<String> choices) {
    String value = text(setting);
    if (!choices.contains(value)) {
      problem(setting, "must be one of " + String.join(", ", new TreeSet<>(choices)));
      return setting.defaultValue();
    }
    return value;
  }

  /** The parts of a comma-separated list. */
  Set<String> list(Setting setting, Predicate<String> format, String example) {
    Set<String> parts =
        value(setting).stream()
            .flatMap(value -> Stream.of(value.split(",")))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .collect(Collectors.toSet());
    Set<String> wrong = new TreeSet<>(parts);
    wrong.removeIf(format);
    if (!wrong.isEmpty()) {
      problem(
          setting,
          "has entries that don't have the right form: " + String.join(", ", wrong),
          example);
    }
    return parts;
  }

  /** A base URL without trailing slashes. Secrets go there, so http is for loopback alone. */
  String url(Setting setting, String standard) {
    return optional(
            setting,
            Environment::isSecureBase,
            "must be an https address (http only on the loopback interface)",
            standard)
        .filter(Environment::isSecureBase)
        .orElse(standard)
        .replaceAll("/+$", "");
  }

  private static boolean isSecureBase(String text) {
    try {
      URI url = new URI(text);
      return url.getHost() != null
          && url.getQuery() == null
          && url.getFragment() == null
          && ("https".equals(url.getScheme())
              || ("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost())));
    } catch (URISyntaxException wrong) {
      return false;
    }
  }

  void problem(Setting setting, String what, String example) {
    problems.add(new Problem(setting.name(), what, Optional.of(example)));
  }

  private void problem(Setting setting, String what) {
    problem(setting, what, setting.defaultValue());
  }

  void throwProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidConfiguration(problems);
    }
  }
}
