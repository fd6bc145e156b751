package dev.mailbrake.command;

import java.util.Optional;

/** The words of a command line that are still to be read. */
final class Words {
  private String rest;

  /**
   * @param line words with one space between them, none around them
   */
  Words(String line) {
    rest = line;
  }

  boolean hasNext() {
    return !rest.isEmpty();
  }

  /** The next word without taking it; empty at the end of the line. */
  String peek() {
    int end = rest.indexOf(' ');
    return end < 0 ? rest : rest.substring(0, end);
  }

  String next() {
    String word = peek();
    rest = rest.substring(Math.min(rest.length(), word.length() + 1));
    return word;
  }

  /** The word behind "for", if "for" comes next and a word starting with a digit follows it. */
  Optional<String> afterFor() {
    if (!peek().equalsIgnoreCase("for") || rest.length() <= "for ".length()) {
      return Optional.empty();
    }
    String following = new Words(rest.substring("for ".length())).peek();
    return Character.isDigit(following.charAt(0)) ? Optional.of(following) : Optional.empty();
  }

  String rest() {
    return rest;
  }
}
