package dev.mailbrake.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.process.BotProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What the packaged jar says about the licenses of the libraries in it. */
class LicensesIT {
  private static final String TEXTS = "META-INF/licenses/";

  @Test
  void listsEveryLibraryInTheJar() throws Exception {
    try (JarFile jar = new JarFile(BotProcess.jar())) {
      assertThat(list(jar))
          .extracting(Library::artifact)
          .contains("slack-api-client", "jackson-annotations", "okio-jvm") // only brought along
          .containsAll(dependenciesInThePom());
    }
  }

  @Test
  void holdsALicenseTextForEachLibrary() throws Exception {
    try (JarFile jar = new JarFile(BotProcess.jar())) {
      assertThat(list(jar))
          .allSatisfy(library -> assertThat(texts(library, jar)).as("%s", library).isNotEmpty());
    }
  }

  @Test
  void keepsTheNoticesThatTheApacheLicenseRequires() throws Exception {
    try (JarFile jar = new JarFile(BotProcess.jar())) {
      assertThat(jar.stream().map(JarEntry::getName))
          .contains(TEXTS + "jackson-core/META-INF/NOTICE")
          .contains(TEXTS + "micrometer-core/META-INF/NOTICE");
    }
  }

  private static List<Library> list(JarFile jar) throws Exception {
    JarEntry list = jar.getJarEntry("META-INF/THIRD-PARTY.txt");
    return new String(jar.getInputStream(list).readAllBytes(), UTF_8)
        .lines()
        .filter(line -> line.startsWith("  "))
        .map(Library::listedAs)
        .toList();
  }

  /** The license from the library's own jar, or else the plain text of one of its licenses. */
  private static List<String> texts(Library library, JarFile jar) {
    return jar.stream()
        .filter(entry -> entry.getSize() > 0)
        .map(JarEntry::getName)
        .filter(
            name ->
                name.startsWith(TEXTS + library.artifact() + "/")
                    || library.licenses().stream().anyMatch(it -> name.equals(TEXTS + it + ".txt")))
        .toList();
  }

  private static List<String> dependenciesInThePom() throws Exception {
    NodeList artifacts =
        (NodeList)
            XPathFactory.newInstance()
                .newXPath()
                .evaluate(
                    "/project/dependencies/dependency[not(scope='test')]/artifactId",
                    DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(Path.of("pom.xml").toFile()),
                    XPathConstants.NODESET);
    return IntStream.range(0, artifacts.getLength())
        .mapToObj(artifacts::item)
        .map(Node::getTextContent)
        .toList();
  }

  /**
   * One line of the list.
   *
   * @param licenses SPDX identifiers as far as the list has them; any one of them may be chosen
   */
  private record Library(String artifact, List<String> licenses) {
    /** {@code (MIT) SLF4J API Module (org.slf4j:slf4j-api:2.0.20 - http://www.slf4j.org)} */
    private static final Pattern LINE =
        Pattern.compile(" +((?:\\([^)]*\\) )+).*\\([^:() ]+:([^:() ]+):[^:() ]+ - [^ ]*\\)");

    private static final Pattern LICENSE = Pattern.compile("\\(([^)]*)\\)");

    static Library listedAs(String line) {
      return Stream.of(line)
          .flatMap(it -> LINE.matcher(it).results())
          .map(Library::of)
          .findFirst()
          .orElseThrow(() -> new AssertionError("not a line with a library and licenses: " + line));
    }

    private static Library of(MatchResult line) {
      return new Library(
          line.group(2), LICENSE.matcher(line.group(1)).results().map(it -> it.group(1)).toList());
    }
  }
}
