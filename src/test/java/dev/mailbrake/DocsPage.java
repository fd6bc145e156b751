package dev.mailbrake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Markdown page of the documentation.
 *
 * @param file relative to the root of the repository
 */
record DocsPage(Path file, String text) {
  private static final Pattern RELATIVE_LINK =
      Pattern.compile("\\]\\((?![a-z]+:)([^()#\\s]*)(?:#([^()\\s]+))?\\)");

  private static final Pattern CODE =
      Pattern.compile("(?s)^```.*?^```|^    [^\\n]*$|`[^`\\n]*`", Pattern.MULTILINE);

  private static final Pattern HEADING = Pattern.compile("^#+ +(.+)$", Pattern.MULTILINE);

  static DocsPage of(String file) {
    return of(Path.of(file));
  }

  static DocsPage of(Path file) {
    try {
      return new DocsPage(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The README, and every page in these folders. */
  static List<DocsPage> all() {
    return Stream.concat(
            Stream.of(Path.of("README.md")), Stream.of("src/docs", ".github").flatMap(DocsPage::in))
        .map(DocsPage::of)
        .toList();
  }

  private static Stream<Path> in(String folder) {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a section, without its heading, up to the next heading of the same level. */
  Stream<String> section(String heading) {
    String next = heading.replaceFirst(" .*", " ");
    return text.lines()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith(next));
  }

  /** The rows of the first table in a section, without its header. */
  Stream<String> rows(String heading) {
    return section(heading)
        .dropWhile(line -> !line.startsWith("| ---"))
        .skip(1)
        .takeWhile(line -> line.startsWith("|"));
  }

  /** The links to other files of the repository and to headings. */
  Stream<Link> links() {
    return RELATIVE_LINK
        .matcher(CODE.matcher(text).replaceAll(""))
        .results()
        .map(found -> new Link(target(found.group(1)), Optional.ofNullable(found.group(2))));
  }

  private Path target(String path) {
    return path.isEmpty() ? file : file.resolveSibling(path).normalize();
  }

  /**
   * A link's target.
   *
   * @param file relative to the root of the repository
   * @param anchor of a heading in it
   */
  record Link(Path file, Optional<String> anchor) {
    boolean leadsSomewhere() {
      return Files.exists(file)
          && anchor.map(heading -> DocsPage.of(file).anchors().contains(heading)).orElse(true);
    }
  }

  /** As GitHub derives them: lower case, hyphens for spaces, no other punctuation. */
  private Set<String> anchors() {
    return HEADING
        .matcher(text)
        .results()
        .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\p{L}\\p{N} _-]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
