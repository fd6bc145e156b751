package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The database fails while the bot runs: what happens before, during and after. */
final class RecordOutage {
  private final Workplace work;
  private final String failure;

  /**
   * @param failure how people and the log are told about it
   */
  RecordOutage(Workplace work, String failure) {
    this.work = work;
    this.failure = failure;
  }

  /** Starts or ends an outage. */
  interface Step {
    void happens() throws Exception;
  }

  /** Runs the whole story: one change confirmed before the outage, one clicked during it. */
  void isSurvived(Step begins, Step ends) throws Exception {
    SlackMessage waiting = work.ada.asksToBlock(PAULA);
    SlackMessage confirmed = work.ada.asksToBlock(REBECCA);
    work.zoho.inject(ZohoFault.DOWN);
    work.ada.presses(Workplace.BLOCK, confirmed);
    work.card("Confirmed, not done yet", REBECCA);
    await().atMost(Workplace.PATIENCE).until(() -> work.record().isAtRest(work.clock.instant()));
    try (LogLines log = LogLines.caught()) {
      begins.happens();
      nothingIsDoneMeanwhile(waiting);
      ends.happens();
      await().atMost(Workplace.PATIENCE).until(() -> get("/health/ready").statusCode() == 200);
      log.tellsShortlyOf(failure);
    }
    whatWasConfirmedBeforeIsDoneOnce();
    work.ada.presses(Workplace.BLOCK, waiting);
    work.card("Blocked, verified", PAULA);
    assertThat(work.zoho.writes()).hasSize(2);
    assertThat(work.record().states()).containsExactly("VERIFIED", "VERIFIED");
  }

  private void nothingIsDoneMeanwhile(SlackMessage waiting) throws Exception {
    List<String> before = recorded();
    HttpResponse<String> ready =
        await()
            .atMost(Workplace.PATIENCE)
            .until(() -> get("/health/ready"), answer -> answer.statusCode() == 503);
    assertThat(ready.body()).contains("not ready: the database cannot be written");
    assertThat(get("/health/live").statusCode()).isEqualTo(200);

    work.zoho.clearFaults();
    work.clock.passes(Duration.ofSeconds(5)); // The confirmed change is due.
    work.ada.presses(Workplace.BLOCK, waiting);
    work.nils.types("/mail-block " + PAULA + " sends phishing");
    work.ada.reads("Nothing was done: Mailbrake cannot write its record", failure);
    work.nils.reads("Nothing was done: Mailbrake cannot write its record", failure);

    assertThat(recorded()).isEqualTo(before);
    assertThat(work.zoho.writes()).isEmpty();
  }

  /** A job whose end could not be recorded counts as running until its heartbeat is too old. */
  private void whatWasConfirmedBeforeIsDoneOnce() {
    await()
        .atMost(Workplace.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(
            () -> {
              work.clock.passes(Duration.ofSeconds(5));
              return work.cards().stream()
                  .map(SlackMessage::plainText)
                  .anyMatch(text -> text.contains("Blocked, verified") && text.contains(REBECCA));
            });
    assertThat(work.zoho.writes()).hasSize(1);
  }

  private List<String> recorded() {
    return Stream.of(
            work.record().events(),
            work.record().states(),
            work.record().column("select task_instance from scheduled_tasks order by 1"))
        .flatMap(List::stream)
        .toList();
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(work.url(path)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
