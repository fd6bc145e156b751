package dev.mailbrake.command;

import java.util.Optional;

/** The unread words of a command line. */
final class WordReader {
  /** Words with single spaces between them. */
  private final String line;

  private int from;

  WordReader(String line) {
    this.line = line;
  }

  boolean hasNext() {
    return from < line.length();
  }

  /** The next word, which stays unread; empty at the end of the line. */
  String peek() {
    return wordAt(from);
  }

  String next() {
    String word = peek();
    from = Math.min(line.length(), from + word.length() + 1);
    return word;
  }

  /** The word after "for", if "for" comes next and that word starts with a digit. */
  Optional<String> afterFor() {
    int behind = from + "for ".length();
    if (!peek().equalsIgnoreCase("for") || behind >= line.length()) {
      return Optional.empty();
    }
    String following = wordAt(behind);
    return Character.isDigit(following.charAt(0)) ? Optional.of(following) : Optional.empty();
  }

  String rest() {
    return line.substring(from);
  }

  private String wordAt(int start) {
    int end = line.indexOf(' ', start);
    return line.substring(start, end < 0 ? line.length() : end);
  }
}
