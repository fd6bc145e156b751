package dev.mailbrake.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.CardId;
import dev.mailbrake.request.model.CardPlace;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Delivery;
import dev.mailbrake.request.port.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JobRunnerTest {
  @AutoClose private final JobsOnDisk work = new JobsOnDisk();

  @Test
  void runsAPendingJobAndRemovesIt() throws Exception {
    work.starts();
    work.addMessage("Not you");

    assertThat(work.nextTold()).isEqualTo("Not you");
    work.settles(0);
  }

  @Test
  void runsTheJobsOfAnEarlierProcess() throws Exception {
    work.addMessage("Left behind");

    work.starts();
    assertThat(work.nextTold()).isEqualTo("Left behind");
  }

  @Test
  void runsAgainAfterThePauseAndCountsTheTries() throws Exception {
    work.delivery = () -> new Delivery.Later<>("Slack limits the rate", Duration.ofSeconds(37));
    work.starts();
    work.addMessage("Later");
    work.nextTold();
    work.settles(1);

    assertThat(work.dueIn()).isEqualTo(Duration.ofSeconds(37));
    assertThat(work.rows()).singleElement().asString().contains("\"tries\":1");

    work.clock.passes(Duration.ofSeconds(37));
    assertThat(work.nextTold()).isEqualTo("Later");
    work.settles(1);
    assertThat(work.rows()).singleElement().asString().contains("\"tries\":2");
  }

  @Test
  void keepsAJobThatFailsAndRunsItAgain() throws Exception {
    work.delivery =
        () -> {
          throw new IllegalStateException("a defect");
        };
    work.starts();
    work.addMessage("Broken off");
    work.nextTold();
    work.settles(1);
    assertThat(work.dueIn()).isEqualTo(Duration.ofSeconds(5));

    work.clock.passes(Duration.ofSeconds(5));
    work.nextTold();
    work.settles(1);
    assertThat(work.dueIn()).as("a bug is not tried in vain").isEqualTo(Duration.ofSeconds(10));

    work.delivery = () -> Delivery.done();
    work.clock.passes(Duration.ofSeconds(10));

    assertThat(work.nextTold()).isEqualTo("Broken off");
    work.settles(0);
  }

  @Test
  void appliesConfirmedChangesWhileEveryMessageWaitsForSlack() throws Exception {
    CountDownLatch slackAnswers = new CountDownLatch(1);
    work.delivery = () -> afterwards(slackAnswers);
    work.starts();
    for (int message = 0; message < 50; message++) {
      work.addMessage("message " + message);
    }
    work.nextTold();
    ChangeRequest confirmed = confirmed();
    work.clock.passes(Duration.ofMinutes(10)); // The mailbox is read again, and is missing.
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              work.wake();
              assertThat(stateOf(confirmed)).isEqualTo(RequestState.FAILED);
            });

    assertThat(work.count("task_name = 'send-message' and picked")).isLessThan(50);
    assertThat(work.count("task_name = 'send-message' and not picked and version > 1"))
        .as("messages put off for want of a worker, at the price of a write each")
        .isZero();

    slackAnswers.countDown();
    work.settles(0);
    work.stops();
    assertThat(work.told).filteredOn(text -> text.startsWith("message")).hasSize(49);
  }

  @Test
  void runsWhatIsDueByAClockThatWasSetBack() throws Exception {
    work.clock.passes(Duration.ofHours(1));
    work.delivery = () -> new Delivery.Later<>("Slack limits the rate", Duration.ofMillis(1));
    work.starts();
    work.addMessage("Later");
    work.nextTold();
    work.settles(1);
    work.clock.passes(Duration.ofHours(-1));
    work.jdbi.useHandle(
        handle -> handle.execute("update scheduled_tasks set execution_time = ?", Instant.EPOCH));

    assertThat(work.told.poll(30, TimeUnit.SECONDS))
        .as("told without a wake-up")
        .isEqualTo("Later");
  }

  private ChangeRequest confirmed() {
    CardId card = new CardId("card-2");
    ChangeRequest confirmed = SampleRequest.block().on(card).state(RequestState.CONFIRMED).made();
    return work.ledger.update(
        tx -> {
          tx.cards().add(new Card(card, "C0MAILSEC1", CardPlace.none(), 1, 0));
          tx.requests().add(confirmed);
          tx.jobs().apply(confirmed.id());
          return confirmed;
        });
  }

  private static Delivery<Delivery.Done> afterwards(CountDownLatch event) {
    try {
      event.await();
      return Delivery.done();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  @Test
  void runsNothingOnceStoppedAndLeavesItToTheNext() throws Exception {
    work.starts();
    work.stops();
    work.addMessage("For the next");
    work.wake();
    assertThat(work.told).isEmpty();

    work.starts();
    assertThat(work.nextTold()).isEqualTo("For the next");
  }

  /** The row as a killed process leaves it. */
  @Test
  void takesOverTheJobOfAProcessThatDied() throws Exception {
    work.addMessage("Taken over");
    work.jdbi.useHandle(
        handle ->
            handle.execute(
                "update scheduled_tasks set picked = true, picked_by = 'dead', last_heartbeat = ?",
                work.clock.instant()));
    work.clock.passes(Duration.ofSeconds(10));

    work.starts();
    assertThat(work.nextTold()).isEqualTo("Taken over");
    work.settles(0);
  }

  @Test
  void runsEachKindOfJob() throws Exception {
    CardId card = new CardId("card-1");
    ChangeRequest waiting = SampleRequest.block().on(card).made();
    ChangeRequest confirmed = SampleRequest.block().on(card).state(RequestState.CONFIRMED).made();
    work.ledger.update(
        tx -> {
          tx.cards().add(new Card(card, "C0MAILSEC1", CardPlace.none(), 1, 0));
          tx.requests().add(waiting);
          tx.requests().add(confirmed);
          tx.jobs().expire(waiting.id(), waiting.terms().deadline());
          tx.jobs().apply(confirmed.id());
          return card;
        });
    work.clock.passes(Duration.ofMinutes(10));

    work.starts();
    assertThat(work.nextTold()).isEqualTo("card card-1");
    work.settles(0);
    work.stops();
    assertThat(stateOf(waiting)).isEqualTo(RequestState.EXPIRED);
    assertThat(stateOf(confirmed)).as("Zoho knows no such account").isEqualTo(RequestState.FAILED);
  }

  @Test
  void readsAJobOfALaterVersionWithOneMoreField() throws Exception {
    work.addMessage("From the future");
    rewrite(row -> row.replace("}", ",\"more\":1}"));

    work.starts();
    assertThat(work.nextTold()).isEqualTo("From the future");
  }

  @Test
  void keepsAJobWhosePayloadItCannotRead() throws Exception {
    work.addMessage("Nobody's");
    rewrite(row -> row.replace("\"Nobody's\"", "null"));

    work.starts();
    await().until(() -> work.count("consecutive_failures > 0") == 1);
    work.stops();
    assertThat(work.rows()).hasSize(1);
    assertThat(work.told).isEmpty();
  }

  /** Changes the contents of the only job's row. */
  private void rewrite(UnaryOperator<String> change) {
    work.jdbi.useHandle(
        handle -> {
          byte[] row =
              handle.createQuery("select task_data from scheduled_tasks").mapTo(byte[].class).one();
          byte[] changed = change.apply(new String(row, UTF_8)).getBytes(UTF_8);
          handle.execute("update scheduled_tasks set task_data = ?", changed);
        });
  }

  private RequestState stateOf(ChangeRequest request) {
    return work.ledger.update(
        (Transaction tx) -> tx.requests().find(request.id()).orElseThrow().state());
  }
}
