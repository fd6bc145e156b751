package dev.mailbrake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mailbrake.command.Verb;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Holds the manifest to the code, and to Slack's rules for manifests. */
class ManifestTest {
  private final JsonNode manifest = read();

  private static JsonNode read() {
    try {
      return new YAMLMapper().readTree(Path.of("manifest/http.yaml").toFile());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void namesTheCommandsAsTheCodeDoes() {
    assertThat(commands())
        .extracting(command -> command.path("command").asText())
        .containsExactlyElementsOf(Arrays.stream(Verb.values()).map(Verb::command).toList());
  }

  @Test
  void hintsAtTheUsageAsTheCodeDoes() {
    assertThat(commands())
        .extracting(command -> command.path("usage_hint").asText())
        .containsExactlyElementsOf(Arrays.stream(Verb.values()).map(Verb::arguments).toList());
  }

  @Test
  void describesTheCommandsAsTheCodeDoes() {
    assertThat(commands())
        .extracting(
            command -> command.path("description").asText().toLowerCase(java.util.Locale.ROOT))
        .containsExactlyElementsOf(
            Arrays.stream(Verb.values())
                .map(verb -> verb.purpose().toLowerCase(java.util.Locale.ROOT))
                .toList());
  }

  @Test
  void letsSlackEscapeMentions() {
    assertThat(commands()).allMatch(command -> command.path("should_escape").asBoolean());
  }

  @Test
  void asksForTheLeastScopes() {
    assertThat(manifest.at("/oauth_config/scopes/bot"))
        .extracting(JsonNode::asText)
        .containsExactly(
            "commands", "chat:write", "users:read", "users:read.email", "usergroups:read");
  }

  @Test
  void sendsEverythingToTheOneAddress() {
    assertThat(commands())
        .extracting(command -> command.path("url").asText())
        .containsOnly("https://mailbrake.example.com/slack/events");
    assertThat(manifest.at("/settings/interactivity/is_enabled").asBoolean()).isTrue();
    assertThat(manifest.at("/settings/interactivity/request_url").asText())
        .isEqualTo("https://mailbrake.example.com/slack/events");
    assertThat(manifest.at("/settings/event_subscriptions/request_url").asText())
        .isEqualTo("https://mailbrake.example.com/slack/events");
    assertThat(manifest.at("/settings/socket_mode_enabled").asBoolean(true)).isFalse();
  }

  @Test
  void opensTheHomeTabAndHearsOfNothingElse() {
    assertThat(manifest.at("/features/app_home/home_tab_enabled").asBoolean()).isTrue();
    assertThat(manifest.at("/settings/event_subscriptions/bot_events"))
        .extracting(JsonNode::asText)
        .containsExactly("app_home_opened");
  }

  @Test
  void keepsToSlacksLimits() {
    assertThat(manifest.at("/display_information/name").asText()).hasSizeBetween(1, 35);
    assertThat(manifest.at("/display_information/description").asText()).hasSizeBetween(1, 140);
    assertThat(manifest.at("/features/bot_user/display_name").asText())
        .matches("[a-z0-9_.-]{1,80}");
    assertThat(commands())
        .allSatisfy(
            command -> {
              assertThat(command.path("command").asText()).startsWith("/").hasSizeBetween(2, 32);
              assertThat(command.path("description").asText()).hasSizeBetween(1, 2_000);
              assertThat(command.path("usage_hint").asText()).hasSizeLessThanOrEqualTo(1_000);
            });
    assertThat(manifest.fieldNames())
        .toIterable()
        .containsExactly(
            "_metadata", "display_information", "features", "oauth_config", "settings");
  }

  private List<JsonNode> commands() {
    return StreamSupport.stream(manifest.at("/features/slash_commands").spliterator(), false)
        .toList();
  }
}
