package dev.mailbrake.config;

import java.util.List;

/** Everything that is wrong with the environment, a line each. */
public final class InvalidConfiguration extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient List<String> problems;

  InvalidConfiguration(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One line for each: the key, what is wrong, an example. Never a secret's value. */
  public List<String> problems() {
    return problems;
  }
}
