package dev.mailbrake.command;

import java.util.Arrays;
import java.util.stream.Collectors;

/** The usage text, printed from the table of commands. */
public final class Usage {
  private static final String WORDS =
      """
      MAILBOX is an address, an alias, or a mention of its owner (@name).
      DURATION is a number with m, h, d or w: 30m, 4h, 2d, 1w.
      REASON is the rest of the line; everybody in the channel reads it.""";

  private Usage() {}

  /** The form of one command and an example of it. */
  public static String of(Verb verb) {
    return line(verb) + "\nFor example: " + verb.example();
  }

  /** All commands, the one that was asked about first. */
  public static String full(Verb asked) {
    String others =
        Arrays.stream(Verb.values())
            .filter(verb -> verb != asked)
            .map(Usage::line)
            .collect(Collectors.joining("\n"));
    return of(asked) + "\n\n" + others + "\n\n" + WORDS;
  }

  private static String line(Verb verb) {
    return verb.command() + " " + verb.arguments() + " – " + verb.purpose();
  }
}
