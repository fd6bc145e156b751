package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.mailbrake.metrics.Scrape;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MetricsTest {
  private static final String TOKEN = "a-token-for-prometheus";
  private static final Map<String, String> ON = Map.of("MAILBRAKE_METRICS_TOKEN", TOKEN);
  private static final Path MONITORING = Path.of("src/main/monitoring");
  private static final String ZOHO_CALLS = "mailbrake_zoho_calls_seconds_count";
  private static final String SLACK_CALLS = "mailbrake_slack_calls_seconds_count";

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  @Test
  void showAWholeBlockInNumbersWithoutNamingAnyone() throws Exception {
    try (Workplace work = Workplace.open(ON)) {
      isBusy(work);
      work.clock.passes(Duration.ofSeconds(30));

      HttpResponse<String> answer = get(work, "Bearer " + TOKEN);

      assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
          .startsWith("text/plain;")
          .contains("version=0.0.4");
      Scrape scrape = Scrape.of(answer.body());
      peopleAreCounted(scrape);
      callsAreCounted(scrape, posted(work));
      assertThat(answer.body())
          .doesNotContain("zylker.com", "phishing", "rebecca", work.ada.id(), work.nils.id())
          .doesNotContain(Workplace.CHANNEL, TOKEN);
      assertThat(scrape.names())
          .containsAll(namesIn("grafana-dashboard.json", new ObjectMapper()))
          .containsAll(namesIn("alerts.yaml", new YAMLMapper()));
    }
  }

  /** A confirmed block, a refused one, one that Zoho has no time for, and a typo. */
  private static void isBusy(Workplace work) {
    SlackMessage card = work.ada.asksToBlock(REBECCA);
    work.nils.types("/mail-block " + PAULA + " sends phishing");
    work.nils.reads("You are not an approver");
    work.ada.types("/mail-status");
    work.ada.types("/mail-block nonsense");
    work.ada.presses(Workplace.BLOCK, card);
    work.card("Blocked, verified");
    work.zoho.inject(ZohoFault.THROTTLED.on(RequestKind.READ));
    work.grace.types("/mail-block " + PAULA + " sends phishing");
    work.grace.reads("could not be looked up");
    work.rests();
  }

  private static void peopleAreCounted(Scrape scrape) {
    String block = "action=\"block\"";
    assertThat(scrape.sum("mailbrake_requests_total", "command=\"block\"", "verdict=\"asked\""))
        .isEqualTo(1);
    assertThat(scrape.sum("mailbrake_requests_total", "rule=\"not-an-approver\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_requests_total", "rule=\"cannot-look-up\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_decisions_total", block, "decision=\"confirmed\""))
        .isEqualTo(1);
    assertThat(scrape.sum("mailbrake_outcomes_total", block, "outcome=\"verified\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_confirm_to_verified_seconds_count", block)).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_commands_total", "answer=\"change\"")).isEqualTo(3);
    assertThat(scrape.sum("mailbrake_commands_total", "answer=\"overview\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_commands_total", "answer=\"usage\"")).isEqualTo(1);
  }

  private static void callsAreCounted(Scrape scrape, long posted) {
    assertThat(scrape.sum(ZOHO_CALLS, "call=\"token\"", "result=\"ok\"")).isEqualTo(1);
    assertThat(scrape.sum(ZOHO_CALLS, "call=\"update\"", "result=\"ok\"")).isEqualTo(1);
    assertThat(scrape.sum(ZOHO_CALLS, "result=\"throttled\"")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_zoho_budget_left")).isZero();
    assertThat(scrape.sum("mailbrake_zoho_token_age_seconds")).isEqualTo(30);
    assertThat(scrape.sum(SLACK_CALLS, "method=\"chat.postMessage\"", "result=\"ok\""))
        .isEqualTo((double) posted)
        .isPositive();
    assertThat(scrape.sum(SLACK_CALLS, "method=\"response_url\"", "result=\"ok\"")).isPositive();
    assertThat(scrape.sum("mailbrake_slack_connected")).isEqualTo(1);
    assertThat(scrape.sum("mailbrake_slack_quiet_seconds")).isEqualTo(30);
    assertThat(scrape.sum("mailbrake_jobs_failing")).isZero();
    assertThat(scrape.sum("mailbrake_build_info", "version=")).isEqualTo(1);
  }

  private static long posted(Workplace work) {
    return work.slack.calls().stream()
        .map(SlackCall::method)
        .filter("chat.postMessage"::equals)
        .count();
  }

  @Tag("sqlite")
  @Test
  void areReadOnlyAndNeedTheToken() throws Exception {
    try (Workplace work = Workplace.open(ON)) {
      for (String brought :
          List.of("", TOKEN, "Basic " + TOKEN, "Bearer", "Bearer x", "Bearer " + TOKEN + "x")) {
        HttpResponse<String> answer = get(work, brought);

        assertThat(answer.statusCode()).as(brought).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
        assertThat(answer.body()).isEmpty();
      }
      HttpRequest post =
          HttpRequest.newBuilder(work.url("/metrics"))
              .header("Authorization", "Bearer " + TOKEN)
              .POST(BodyPublishers.noBody())
              .build();
      HttpResponse<String> posted = HTTP.send(post, BodyHandlers.ofString());

      assertThat(posted.statusCode()).isEqualTo(405);
      assertThat(posted.headers().firstValue("Allow")).contains("GET");
    }
  }

  @Tag("sqlite")
  @Test
  void areOffWithoutAToken() throws Exception {
    try (Workplace work = Workplace.open()) {
      assertThat(get(work, "Bearer " + TOKEN).statusCode()).isEqualTo(404);
    }
  }

  private static HttpResponse<String> get(Workplace work, String authorization)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(work.url("/metrics"));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  /** The metrics that a file's expressions mention. */
  private static Set<String> namesIn(String file, ObjectMapper format) throws IOException {
    JsonNode parsed = format.readTree(Files.readString(MONITORING.resolve(file)));
    Set<String> names =
        parsed.findValuesAsText("expr").stream()
            .flatMap(text -> Pattern.compile("mailbrake_[a-z_]+").matcher(text).results())
            .map(MatchResult::group)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(names).hasSizeGreaterThan(5);
    return names;
  }
}
