package dev.mailbrake;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.slack.api.model.event.Event;
import dev.mailbrake.command.Verb;
import dev.mailbrake.slack.check.SlackScopes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Checks the manifests against the code, each other, and Slack's rules for manifests. Source of the
 * lengths: schemas/manifest.schema.1.0.0.json in slackapi/manifest-schema.
 */
class ManifestTest {
  private static final String ADDRESS = "https://mailbrake.example.com/slack/events";
  private static final Pattern HEARD = Pattern.compile("app\\.event\\(\\s*(\\w+)\\.class");

  /** The manifests, one for each way to receive from Slack. */
  enum Manifest {
    HTTP("http"),
    SOCKET_MODE("socket-mode");

    private final Path file;

    Manifest(String name) {
      file = Path.of("manifest", name + ".yaml");
    }

    JsonNode read() {
      try {
        return new YAMLMapper().readTree(file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    List<JsonNode> commands() {
      return list("/features/slash_commands");
    }

    List<String> commands(String field) {
      return commands().stream().map(command -> command.path(field).asText()).toList();
    }

    List<String> texts(String pointer) {
      return list(pointer).stream().map(JsonNode::asText).toList();
    }

    List<JsonNode> list(String pointer) {
      return StreamSupport.stream(read().at(pointer).spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @EnumSource
  void namesTheCodesCommands(Manifest manifest) {
    assertThat(manifest.commands("command"))
        .containsExactlyElementsOf(Arrays.stream(Verb.values()).map(Verb::command).toList());
  }

  @ParameterizedTest
  @EnumSource
  void givesTheCodesUsageAsHints(Manifest manifest) {
    assertThat(manifest.commands("usage_hint"))
        .containsExactlyElementsOf(Arrays.stream(Verb.values()).map(Verb::arguments).toList());
  }

  @ParameterizedTest
  @EnumSource
  void describesTheCommandsAsTheCodeDoes(Manifest manifest) {
    assertThat(manifest.commands("description").stream().map(it -> it.toLowerCase(ROOT)))
        .containsExactlyElementsOf(
            Arrays.stream(Verb.values()).map(verb -> verb.purpose().toLowerCase(ROOT)).toList());
  }

  @ParameterizedTest
  @EnumSource
  void letsSlackEscapeMentions(Manifest manifest) {
    assertThat(manifest.commands()).allMatch(it -> it.path("should_escape").asBoolean());
  }

  @ParameterizedTest
  @EnumSource
  void asksForTheScopesThatAreNeededAndNoOthers(Manifest manifest) {
    assertThat(manifest.texts("/oauth_config/scopes/bot"))
        .containsExactlyElementsOf(SlackScopes.NEEDED);
    assertThat(manifest.read().at("/oauth_config/scopes").fieldNames())
        .toIterable()
        .containsExactly("bot");
  }

  @ParameterizedTest
  @EnumSource
  void subscribesToTheEventsWithListenersAndToNoOthers(Manifest manifest) throws Exception {
    assertThat(manifest.texts("/settings/event_subscriptions/bot_events"))
        .containsExactlyInAnyOrderElementsOf(heard());
  }

  /** The types of the events for which one of our classes registers a listener with Bolt. */
  private static List<String> heard() throws Exception {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java/dev/mailbrake/slack"))) {
      return sources
          .filter(Files::isRegularFile)
          .map(ManifestTest::text)
          .flatMap(source -> HEARD.matcher(source).results())
          .map(found -> typeOf("com.slack.api.model.event." + found.group(1)))
          .toList();
    }
  }

  private static String text(Path source) {
    try {
      return Files.readString(source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String typeOf(String event) {
    try {
      return Class.forName(event).asSubclass(Event.class).getConstructor().newInstance().getType();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void switchesOnButtonsModalsAndHomeTab(Manifest manifest) {
    assertThat(manifest.read().at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
    assertThat(manifest.read().at("/features/app_home/home_tab_enabled").asBoolean()).isTrue();
  }

  @Test
  void sendsEverythingToOneAddressByHttp() {
    assertThat(Manifest.HTTP.read().findValuesAsText("url")).hasSize(3).containsOnly(ADDRESS);
    assertThat(Manifest.HTTP.read().findValuesAsText("request_url"))
        .hasSize(2)
        .containsOnly(ADDRESS);
  }

  @Test
  void differsOnlyInAddressesAndSocketMode() {
    assertThat(Manifest.HTTP.read().at("/settings/socket_mode_enabled").asBoolean(true)).isFalse();
    assertThat(Manifest.SOCKET_MODE.read().at("/settings/socket_mode_enabled").asBoolean())
        .isTrue();
    JsonNode bySocket = Manifest.HTTP.read();
    bySocket.findParents("url").forEach(command -> ((ObjectNode) command).remove("url"));
    bySocket
        .findParents("request_url")
        .forEach(setting -> ((ObjectNode) setting).remove("request_url"));
    ((ObjectNode) bySocket.at("/settings")).put("socket_mode_enabled", true);
    assertThat(Manifest.SOCKET_MODE.read()).isEqualTo(bySocket);
  }

  @ParameterizedTest
  @EnumSource
  void staysWithinSlacksLimits(Manifest manifest) {
    JsonNode read = manifest.read();
    assertThat(read.at("/display_information/name").asText()).hasSizeBetween(1, 35);
    assertThat(read.at("/display_information/description").asText()).hasSizeBetween(1, 140);
    assertThat(read.at("/features/bot_user/display_name").asText()).matches("[a-z0-9_.-]{1,80}");
    assertThat(manifest.commands("command"))
        .hasSizeLessThanOrEqualTo(50)
        .allSatisfy(it -> assertThat(it).startsWith("/").hasSizeBetween(2, 32));
    assertThat(manifest.commands("description"))
        .allSatisfy(it -> assertThat(it).hasSizeBetween(1, 2_000));
    assertThat(manifest.commands("usage_hint"))
        .allSatisfy(it -> assertThat(it).hasSizeLessThanOrEqualTo(1_000));
    assertThat(read.fieldNames())
        .toIterable()
        .containsExactly(
            "_metadata", "display_information", "features", "oauth_config", "settings");
  }
}
