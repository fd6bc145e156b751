package dev.mailbrake.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<Problem> problems;

  InvalidConfiguration(List<Problem> problems) {
    super(problems.stream().map(Problem::sentences).collect(Collectors.joining("\n")));
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }

  public String lines() {
    return problems.stream()
        .map(problem -> "\n  " + problem.sentences())
        .collect(Collectors.joining("", "Please correct these settings:", ""));
  }

  /**
   * One thing that is wrong.
   *
   * @param what completes a sentence that begins with the key; never a secret's value
   * @param example a valid value, or words for it; empty if there is no setting of that name
   */
  public record Problem(String key, String what, Optional<String> example) {
    public String seen() {
      return key + " " + what;
    }

    public String remedy() {
      return example
          .map(value -> "For example: %s=%s".formatted(key, value))
          .orElse("Check its spelling, or remove it.");
    }

    public String sentences() {
      return seen() + ". " + remedy();
    }
  }
}
