package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.messages.SlackButton;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two processes on one PostgreSQL, as behind a load balancer. */
@Tag("postgresql")
class SeveralProcessesTest {
  private static final int PROCESSES = 2;
  private static final int MAILBOXES_A_CARD = 10;
  private static final Duration LONG = Duration.ofMinutes(8);

  /** Each look reads all cards or all rows, and must not slow down what it waits for. */
  private static final Duration SELDOM = Duration.ofSeconds(1);

  @Test
  void decideEachOfAThousandRequestsOnceThoughClicksGoToBothAtOnce() throws Exception {
    int requests = 1_000;
    try (Workplace work =
        Workplace.withProcesses(
            PROCESSES,
            Map.of("ZOHO_REQUESTS_PER_MINUTE", "100000", "MAILBRAKE_HOURLY_BLOCKS", "100000"))) {
      work.zoho.settings().requestsPerMinute(100_000);
      List<String> addresses = IntStream.range(0, requests).mapToObj(i -> hire(work, i)).toList();
      together(
          IntStream.range(0, requests / MAILBOXES_A_CARD)
              .<Callable<?>>mapToObj(card -> () -> work.ada.types(block(addresses, card)))
              .toList());
      await().atMost(LONG).pollInterval(SELDOM).until(() -> buttons(work).size() == requests);

      together(
          buttons(work).stream()
              .<Callable<?>>flatMap(
                  press ->
                      List.<Callable<?>>of(
                          () -> press.by(work.ada, Workplace.BLOCK),
                          () -> press.by(work.grace, Workplace.CANCEL))
                          .stream())
              .toList());
      Audited record = work.record();
      await()
          .atMost(LONG)
          .pollInterval(SELDOM)
          .until(() -> record.details("REFUSED_CLICK").size() >= requests && record.isDone());

      Map<String, Long> decisions =
          record
              .column("select request_id from audit_log where event in ('CONFIRMED', 'CANCELLED')")
              .stream()
              .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
      assertThat(decisions).hasSize(requests).containsValues(1L).doesNotContainValue(2L);
      assertThat(record.details("REFUSED_CLICK")).hasSize(requests);
      long confirmed = record.events().stream().filter("CONFIRMED"::equals).count();
      assertThat(work.zoho.writes()).hasSize((int) confirmed);
      assertThat(work.zoho.writes()).extracting(write -> write.accountId()).doesNotHaveDuplicates();
      assertThat(record.states()).containsOnly("VERIFIED", "CANCELLED");
      assertThat(record.brokenLinks()).isEmpty();
      assertThat(buttons(work)).as("what is decided has no button").isEmpty();
      assertThat(work.zoho.tokensIssued()).isLessThanOrEqualTo(PROCESSES);
    }
  }

  /** FakeZoho would throttle at the thirty-first, and nothing could go on. */
  @Test
  void stayWithinZohosLimitPerMinuteTogether() {
    try (Workplace work = Workplace.withProcesses(PROCESSES, Map.of())) {
      for (int i = 0; i < 6; i++) {
        work.ada.types("/mail-status " + many(i));
      }
      await()
          .until(
              () ->
                  work.zoho.requests().stream()
                          .filter(request -> request.kind() != RequestKind.TOKEN)
                          .count()
                      >= 24);

      SlackMessage card = askedLater(work);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified", REBECCA);

      assertThat(work.zoho.requests()).noneMatch(request -> request.status() == 429);
    }
  }

  @Test
  void fetchOneTokenEach() {
    try (Workplace work = Workplace.withProcesses(PROCESSES, Map.of())) {
      for (String address : List.of(REBECCA, PAULA)) {
        work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(address));
        work.card("Blocked, verified", address);
      }
      assertThat(work.zoho.tokensIssued()).isBetween(1, PROCESSES);
    }
  }

  @Test
  void makeOneCardWhenTwoPeopleRequestTheSameAtOnce() throws Exception {
    try (Workplace work = Workplace.withProcesses(PROCESSES, Map.of())) {
      together(
          List.of(
              () -> work.ada.types("/mail-block " + REBECCA + " sends phishing"),
              () -> work.grace.types("/mail-block " + REBECCA + " sends phishing")));
      work.card("Block outgoing mail?", REBECCA);
      await()
          .until(
              () ->
                  List.of(work.ada, work.grace).stream()
                      .flatMap(one -> one.privateMessages().stream())
                      .anyMatch(it -> it.plainText().contains("is already waiting")));

      assertThat(work.record().states()).containsExactly("WAITING");
      assertThat(work.cards()).hasSize(1);
    }
  }

  @Test
  void actOnceOnWhatIsDeliveredToBoth() {
    try (Workplace work = Workplace.withProcesses(PROCESSES, Map.of())) {
      work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      work.slack.redeliver();
      work.slack.redeliver();
      work.restarts();

      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  private static String hire(Workplace work, int number) {
    String address = "member%04d@zylker.com".formatted(number);
    work.zoho.add(
        ZohoAccount.member(
            8_000_000_000_000L + number,
            Long.toString(2_560_636_000_100_000_000L + number),
            address,
            "Member",
            Integer.toString(number)));
    return address;
  }

  @Test
  void shareTheWorkInSocketMode() {
    try (Workplace work = Workplace.bySocket(PROCESSES)) {
      assertThat(work.slack.socket().connections()).isEqualTo(PROCESSES);
      // The command comes to one of them, the click to the other.
      work.grace.presses(Workplace.BLOCK, work.ada.asksToBlock(REBECCA));
      work.card("Blocked, verified");
      assertThat(work.slack.socket().errors()).isEmpty();
    }
  }

  private static String block(List<String> addresses, int card) {
    int first = card * MAILBOXES_A_CARD;
    return "/mail-block "
        + String.join(" ", addresses.subList(first, first + MAILBOXES_A_CARD))
        + " sends phishing";
  }

  private static String many(int command) {
    return IntStream.range(0, MAILBOXES_A_CARD)
        .mapToObj(i -> "nobody%d-%d@zylker.com".formatted(command, i))
        .collect(Collectors.joining(" "));
  }

  /** Lookups have used up their share of the minute, so this one waits for the next. */
  private static SlackMessage askedLater(Workplace work) {
    work.ada.types("/mail-block " + REBECCA + " sends phishing");
    await()
        .atMost(Workplace.PATIENCE)
        .pollInterval(Duration.ofMillis(400)) // In total less than the lookup waits.
        .until(
            () -> {
              work.clock.passes(Duration.ofSeconds(10));
              return work.cards().stream().anyMatch(card -> !card.buttons().isEmpty());
            });
    return work.card("Block outgoing mail?", REBECCA);
  }

  /** The requests whose buttons can be pressed. */
  private static List<Press> buttons(Workplace work) {
    return work.cards().stream()
        .flatMap(
            card ->
                card.buttons().stream()
                    .filter(button -> button.label().equals(Workplace.BLOCK))
                    .map(button -> new Press(work, card, button)))
        .toList();
  }

  private static void together(List<Callable<?>> deeds) throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try {
      for (Future<?> done :
          people.invokeAll(deeds.stream().map(SeveralProcessesTest::any).toList())) {
        done.get();
      }
    } finally {
      people.shutdown();
    }
  }

  private static Callable<Object> any(Callable<?> deed) {
    return deed::call;
  }

  /** A request on its card. */
  private record Press(Workplace work, SlackMessage card, SlackButton button) {
    Object by(Colleague colleague, String label) {
      return work.slack.as(colleague.id()).clicks(card, label, button.value());
    }
  }
}
