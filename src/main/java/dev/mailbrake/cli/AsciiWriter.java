package dev.mailbrake.cli;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;

/** Spells typographic characters in ASCII, for a terminal that cannot show them. */
final class AsciiWriter extends FilterWriter {
  private static final Map<Character, String> SPELLED =
      Map.ofEntries(
          Map.entry('✓', "[ok]"),
          Map.entry('✗', "[FAILED]"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('“', "\""),
          Map.entry('”', "\""),
          Map.entry('‘', "'"),
          Map.entry('’', "'"),
          Map.entry('…', "..."),
          Map.entry('→', "->"),
          Map.entry('⋮', "..."),
          Map.entry('⋯', "..."),
          Map.entry('·', "-"),
          Map.entry('\u00a0', " "));

  AsciiWriter(Writer out) {
    super(out);
  }

  @Override
  public void write(int letter) throws IOException {
    out.write(letter < 0x80 ? Character.toString(letter) : spelled((char) letter));
  }

  @Override
  public void write(char[] letters, int from, int count) throws IOException {
    write(new String(letters, from, count), 0, count);
  }

  @Override
  public void write(String text, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      write(text.charAt(i));
    }
  }

  private static String spelled(char letter) {
    return SPELLED.getOrDefault(letter, "?");
  }
}
