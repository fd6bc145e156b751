package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.webapi.PlannedFault;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every fault of Slack at every moment it can occur: what happens at Zoho, what all messages of the
 * channel say in the end, who gets which private message, how often Slack was called, and what the
 * audit log keeps. A confirmed block happens once; an unconfirmed one never does.
 */
@Tag("long")
class SlackFaultTableTest {
  private static final String RANDOM = SampleWorkspace.RANDOM;
  private static final String ASK = "/mail-block " + REBECCA + " sends phishing";
  private static final String WAITING = "Block outgoing mail?";
  private static final String DONE = "Blocked, verified";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          chat.postMessage | RATE_LIMITED   | 30 | ratelimited, ok         | 1
          chat.postMessage | DOWN           |  1 | service_unavailable, ok | 1
          chat.postMessage | FATAL_ERROR    |  1 | fatal_error, ok         | 1
          chat.postMessage | RESET          |  1 | connection_reset, ok    | 1
          chat.postMessage | ANSWER_LOST    |  1 | ok, ok                  | 2
          chat.postMessage | TOKEN_REVOKED  | 60 | token_revoked, ok       | 1
          chat.update      | RATE_LIMITED   | 30 | ratelimited, ok         | 1
          chat.update      | DOWN           |  1 | service_unavailable, ok | 1
          chat.update      | INTERNAL_ERROR |  1 | internal_error, ok      | 1
          chat.update      | RESET          |  1 | connection_reset, ok    | 1
          chat.update      | ANSWER_LOST    |  1 | ok, ok                  | 1
          """)
  void showsTheCardAndItsButtonsAfterThePauseAndNotBefore(
      String method, SlackFault fault, int pause, String outcomes, int messages) {
    try (Workplace work = Workplace.open()) {
      meets(work, fault.times(1).on(method).lasting(Duration.ofSeconds(pause)));
      work.ada.types(ASK);
      awaitCalls(work, method, 1);

      work.passes(Duration.ofSeconds(pause).minusMillis(1));
      work.passes(Duration.ZERO);
      assertThat(calls(work, method)).as("left alone").hasSize(1);
      work.passes(Duration.ofMillis(1));

      SlackMessage card = work.card(WAITING);
      work.passes(Duration.ZERO);
      assertThat(outcomes(work, method)).isEqualTo(outcomes);
      assertThat(work.cards()).hasSize(messages);
      assertThat(work.cards())
          .filteredOn(copy -> !copy.ts().equals(card.ts()))
          .allSatisfy(copy -> assertThat(copy.plainText()).contains("Asked for: block"))
          .allMatch(copy -> Workplace.decisions(copy).isEmpty());

      work.ada.presses(Workplace.BLOCK, card);
      assertThat(work.card(DONE).ts()).isEqualTo(card.ts());
      isBlockedOnce(work);
    }
  }

  @Test
  void callsSlackLessAndLessOftenWhileItIsDown() {
    try (Workplace work = Workplace.open()) {
      meets(work, SlackFault.DOWN.always().on("chat.postMessage"));
      work.ada.types(ASK);
      awaitCalls(work, "chat.postMessage", 1);

      for (int pause : List.of(1, 2, 4)) {
        work.passes(Duration.ofSeconds(pause));
      }
      work.passes(Duration.ZERO);

      Instant first = calls(work, "chat.postMessage").get(0).at();
      assertThat(calls(work, "chat.postMessage"))
          .extracting(call -> Duration.between(first, call.at()).toSeconds())
          .containsExactly(0L, 1L, 3L, 7L);
    }
  }

  @Test
  void tellsTheTruthIfTheRequestExpiresBeforeItsButtonsAppear() {
    try (Workplace work = Workplace.open()) {
      meets(work, SlackFault.DOWN.always().on("chat.update"));
      work.ada.types(ASK);
      SlackMessage announced = work.card("Asked for: block outgoing mail");
      awaitCalls(work, "chat.update", 1);

      work.passes(Duration.ofMinutes(10));
      awaitEvent(work, "EXPIRED");
      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(1));

      SlackMessage told = work.card("Expired, nothing changed");
      assertThat(told.ts()).isEqualTo(announced.ts());
      nothingChanged(work, "ASKED", "EXPIRED");
    }
  }

  @ParameterizedTest
  @CsvSource({"RATE_LIMITED, 1", "RESET, 2", "ANSWER_LOST, 2", "FATAL_ERROR, 2"})
  void updatesTheCardOfAConfirmedBlockAfterFailedEdits(SlackFault fault, int most) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.passes(Duration.ZERO); // Otherwise showing the buttons continues with the next news.
      int before = calls(work, "chat.update").size();
      meets(work, fault.always().on("chat.update").lasting(Duration.ofSeconds(30)));

      work.ada.presses(Workplace.BLOCK, card);
      awaitEvent(work, "OUTCOME");
      awaitCalls(work, "chat.update", before + 1);
      work.passes(Duration.ZERO);
      assertThat(calls(work, "chat.update").size() - before)
          .as("one for each piece of news, and none while Slack wants none")
          .isBetween(1, most);
      work.slack.faults().endAll();
      work.passes(Duration.ofSeconds(30));

      assertThat(work.card(DONE).ts()).isEqualTo(card.ts());
      isBlockedOnce(work);
    }
  }

  @Test
  void blocksThoughSlackIsDownForTenMinutesAndUpdatesTheCardLater() {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      int before = work.slack.calls().size();
      meets(work, SlackFault.DOWN.always().on("chat.update"));
      work.zoho.onWrite(write -> meets(work, SlackFault.DOWN.always()));

      work.ada.presses(Workplace.BLOCK, card);
      awaitEvent(work, "OUTCOME");
      for (int pause : List.of(1, 2, 57, 540)) {
        work.passes(Duration.ofSeconds(pause));
      }
      work.passes(Duration.ZERO);
      assertThat(work.card(WAITING).ts()).as("nobody could say more yet").isEqualTo(card.ts());
      assertThat(work.slack.calls().size() - before).as("calls in ten minutes").isLessThan(20);

      work.slack.faults().endAll();
      work.passes(Duration.ofMinutes(1));

      assertThat(work.card(DONE).ts()).isEqualTo(card.ts());
      assertThat(work.cards()).hasSize(1);
      isBlockedOnce(work);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_NOT_FOUND", "EDIT_WINDOW_CLOSED"})
  void leavesNoButtonOnADecidedCardThatCannotBeEdited(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      meets(work, fault.always().on("chat.update"));

      work.ada.presses(Workplace.BLOCK, card);

      assertThat(work.card(DONE).ts()).isNotEqualTo(card.ts());
      awaitCards(work, 1);
      isBlockedOnce(work);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_NOT_FOUND", "EDIT_WINDOW_CLOSED"})
  void movesTheButtonsToANewMessageWhileARowIsWaiting(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      work.ada.types("/mail-block " + REBECCA + " " + PAULA + " wave");
      SlackMessage card = work.card(WAITING, REBECCA, PAULA);
      meets(work, fault.times(1).on("chat.update"));

      work.ada.presses(Workplace.BLOCK, card);
      SlackMessage anew =
          work.card(it -> it.plainText().contains(DONE) && Workplace.decisions(it).size() == 2);
      assertThat(anew.ts()).isNotEqualTo(card.ts());
      awaitCards(work, 1);
      work.ada.presses(Workplace.BLOCK, anew);

      SlackMessage done = work.card(it -> it.plainText().split(DONE, -1).length == 3);
      assertThat(done.ts()).isEqualTo(anew.ts());
      assertThat(Workplace.decisions(done)).isEmpty();
      assertThat(work.zoho.writes()).hasSize(2);
      assertThat(work.isBlocked(REBECCA) && work.isBlocked(PAULA)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MESSAGE_NOT_FOUND", "EDIT_WINDOW_CLOSED"})
  void doesNotFloodAChannelIfNoMessageCanBeEdited(SlackFault fault) {
    try (Workplace work = Workplace.open()) {
      meets(work, fault.always().on("chat.update"));
      work.ada.types(ASK);

      work.ada.reads("cannot be shown", REBECCA, "nobody can confirm it there");
      work.passes(Duration.ofMinutes(9));
      work.passes(Duration.ZERO);
      assertThat(outcomes(work, "chat.postMessage")).isEqualTo("ok, ok, ok");
      assertThat(work.cards())
          .singleElement()
          .satisfies(card -> assertThat(card.plainText()).contains("Asked for: block"))
          .matches(card -> Workplace.decisions(card).isEmpty());

      work.passes(Duration.ofMinutes(1));
      work.card("Expired, nothing changed");
      awaitCards(work, 1);
      nothingChanged(work, "ASKED", "EXPIRED");
    }
  }

  /** As Slack accepts it, and as a Slack with lower limits than known: each in one message. */
  @ParameterizedTest
  @ValueSource(ints = {9_000, 3_500})
  void showsTenMailboxesWithLongNamesAndALongReasonInOneMessage(int most) {
    try (Workplace work = Workplace.open()) {
      work.slack.limitBlockCharacters(most);
      List<String> addresses =
          IntStream.range(0, 10).mapToObj(number -> longNamed(work, number)).toList();
      work.ada.types("/mail-block " + String.join(" ", addresses) + " " + "why? ".repeat(100));

      SlackMessage card = work.card(it -> it.buttons().size() == 20);
      assertThat(card.plainText()).contains(addresses).containsOnlyOnce("Reason: why? ");
      assertThat(outcomes(work, "chat.postMessage")).containsOnlyOnce("ok").endsWith("ok");
      assertThat(calls(work, "chat.delete")).isEmpty();

      work.ada.presses(Workplace.BLOCK, card);
      assertThat(work.card(DONE).ts()).isEqualTo(card.ts());
      assertThat(work.cards()).hasSize(1);
    }
  }

  private static String longNamed(Workplace work, int number) {
    String address = "somebody.with-a-very-long-name.%02d@zylker.com".formatted(number);
    work.zoho.add(
        ZohoAccount.member(
            9_007_199_254_760_000L + number,
            Long.toString(2_560_636_000_000_010_000L + number),
            address,
            "Somebody",
            "Long-Name ".repeat(30)));
    return address;
  }

  /** Ways in which the bot loses a channel. */
  private enum Loss {
    NOT_IN_CHANNEL,
    CHANNEL_NOT_FOUND,
    IS_ARCHIVED;

    void happens(Workplace work) {
      SlackChannel channel = work.slack.workspace().channel(Workplace.CHANNEL);
      SlackChannel outside = channel.withoutMember(FakeSlack.BOT_USER);
      work.slack
          .workspace()
          .put(
              switch (this) {
                case NOT_IN_CHANNEL -> outside;
                case CHANNEL_NOT_FOUND -> outside.with(SlackChannel.Trait.PRIVATE);
                case IS_ARCHIVED -> channel.with(SlackChannel.Trait.ARCHIVED);
              });
    }

    String error() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void requestsByTheResponseUrlIfItCannotPost(Loss loss) {
    try (Workplace work = Workplace.open()) {
      loss.happens(work);
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      assertThat(card.byResponseUrl()).isTrue();

      work.ada.presses(Workplace.BLOCK, card);

      assertThat(work.card(DONE).ts()).isEqualTo(card.ts());
      assertThat(outcomes(work, "chat.postMessage")).startsWith(loss.error());
      isBlockedOnce(work);
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheRequesterThatNobodyCanSeeTheRequest(Loss loss) {
    try (Workplace work = Workplace.open()) {
      loss.happens(work);
      meets(work, SlackFault.USED_URL.always());
      work.ada.types(ASK);

      isToldDirectly(work, "cannot be shown", REBECCA, "nobody can confirm it there");
      work.passes(Duration.ofMinutes(10));

      isToldDirectly(work, REBECCA + ": Expired, nothing changed");
      assertThat(direct(work)).hasSize(2);
      assertThat(work.cards()).isEmpty();
      nothingChanged(work, "ASKED", "EXPIRED");
    }
  }

  @ParameterizedTest
  @EnumSource
  void tellsTheRequesterAboutABlockThatNoMessageCanReport(Loss loss) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      loss.happens(work);
      meets(work, SlackFault.USED_URL.always());

      work.ada.presses(Workplace.BLOCK, card);
      awaitEvent(work, "OUTCOME");
      work.passes(Duration.ofSeconds(1)); // The job that shows the result may have missed its turn.

      isToldDirectly(work, "cannot be brought up to date", REBECCA + ": " + DONE);
      work.passes(Duration.ofMinutes(5));
      work.passes(Duration.ZERO);
      assertThat(direct(work))
          .filteredOn(it -> it.plainText().contains("cannot be brought up to date"))
          .hasSize(1);
      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");

      work.ada.presses(Workplace.BLOCK, card);
      awaitEvent(work, "REFUSED_CLICK");
      assertThat(work.record().details("REFUSED_CLICK"))
          .as("the button that nobody could take away")
          .containsExactly("already-decided");
    }
  }

  @ParameterizedTest
  @EnumSource
  void reportsABlockByTheResponseUrlAfterTheChannelIsLost(Loss loss) {
    try (Workplace work = Workplace.open()) {
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      loss.happens(work);

      work.ada.presses(Workplace.BLOCK, card);

      assertThat(work.card(DONE).byResponseUrl()).isTrue();
      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.record().events())
          .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    }
  }

  @Test
  void reportsABlockPrivatelyAfterTheResponseUrlExpired() {
    try (Workplace work = Workplace.open()) {
      work.ada.types(ASK, RANDOM);
      SlackMessage card = work.slack.awaitMessage(RANDOM, it -> !it.buttons().isEmpty());
      work.zoho.inject(ZohoFault.DOWN);
      work.grace.presses(Workplace.BLOCK, card);
      work.slack.awaitMessage(RANDOM, it -> it.plainText().contains("Confirmed, not done yet"));

      work.passes(Duration.ofMinutes(31));
      work.passes(Duration.ZERO);
      work.zoho.clearFaults();
      work.passes(Duration.ofMinutes(1));

      isToldDirectly(work, "cannot be brought up to date", REBECCA + ": " + DONE);
      assertThat(work.zoho.writes()).hasSize(1);
      assertThat(work.slack.messages(RANDOM)).allMatch(it -> Workplace.decisions(it).isEmpty());
    }
  }

  @Test
  void reportsAnExpiryPrivatelyAfterTheResponseUrlExpired() {
    try (Workplace work = Workplace.open(Map.of("MAILBRAKE_CONFIRM_WITHIN", "1h"))) {
      work.ada.types(ASK, RANDOM);
      work.slack.awaitMessage(RANDOM, it -> !it.buttons().isEmpty());

      work.passes(Duration.ofHours(1));

      isToldDirectly(work, "cannot be brought up to date", REBECCA + ": Expired, nothing changed");
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().events()).containsExactly("ASKED", "EXPIRED");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RATE_LIMITED | 30 | ratelimited, ok         | 1
          DOWN         |  1 | service_unavailable, ok | 1
          RESET        |  1 | connection_reset, ok    | 1
          ANSWER_LOST  |  1 | ok, ok                  | 2
          """)
  void answersPrivatelyAfterThePauseAndNotBefore(
      SlackFault fault, int pause, String outcomes, int copies) {
    try (Workplace work = Workplace.open()) {
      meets(work, fault.times(1).on("response_url").lasting(Duration.ofSeconds(pause)));
      work.nils.types(ASK);
      awaitCalls(work, "response_url", 1);

      work.passes(Duration.ofSeconds(pause).minusMillis(1));
      work.passes(Duration.ZERO);
      assertThat(calls(work, "response_url")).as("left alone").hasSize(1);
      work.passes(Duration.ofMillis(1));
      awaitCalls(work, "response_url", 2);

      work.nils.reads("You are not an approver");
      assertThat(outcomes(work, "response_url")).isEqualTo(outcomes);
      assertThat(work.nils.privateMessages())
          .filteredOn(message -> message.plainText().contains("not an approver"))
          .hasSize(copies);
      nothingChanged(work, "REFUSED");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"USED_URL", "EXPIRED_URL"})
  void answersEphemerallyAfterTheResponseUrlIsGoneThoughThatIsLimitedToo(SlackFault gone) {
    try (Workplace work = Workplace.open()) {
      meets(work, gone.always());
      meets(
          work,
          SlackFault.RATE_LIMITED
              .times(1)
              .on("chat.postEphemeral")
              .lasting(Duration.ofSeconds(30)));
      work.nils.types(ASK);
      awaitCalls(work, "chat.postEphemeral", 1);

      work.passes(Duration.ofSeconds(30));

      assertThat(work.nils.reads("You are not an approver").byResponseUrl()).isFalse();
      assertThat(outcomes(work, "chat.postEphemeral")).isEqualTo("ratelimited, ok");
      nothingChanged(work, "REFUSED");
    }
  }

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          users.info            | U0ADA00001 | RATE_LIMITED     | 1 | HTTP 429          | cannot-check-person
          users.info            | U0ADA00001 | DOWN             | 2 | HTTP 503          | cannot-check-person
          users.info            | U0ADA00001 | RESET            | 2 | cannot be reached | cannot-check-person
          users.info            | U0ADA00001 | ACCOUNT_INACTIVE | 1 | account_inactive  | cannot-check-person
          usergroups.users.list | U0GRACE001 | RATE_LIMITED     | 1 | HTTP 429          | cannot-check-approvers
          usergroups.users.list | U0GRACE001 | DOWN             | 2 | HTTP 503          | cannot-check-approvers
          usergroups.users.list | U0GRACE001 | INTERNAL_ERROR   | 1 | internal_error    | cannot-check-approvers
          """)
  void refusesPeopleItCannotCheckAndAcceptsThemAfterwards(
      String method, String user, SlackFault fault, int attempts, String why, String rule) {
    try (Workplace work = Workplace.open()) {
      Colleague who = new Colleague(work, user);
      PlannedFault failing = fault.times(attempts).on(method).lasting(Duration.ofSeconds(30));
      meets(work, failing);
      who.types(ASK);

      who.reads("cannot check now", why, "nothing was done");
      assertThat(calls(work, method)).as("not again and again").hasSize(attempts);
      assertThat(work.cards()).isEmpty();
      assertThat(work.zoho.requests()).isEmpty();

      SlackMessage card = work.ada.asksToBlock(REBECCA);
      int before = calls(work, method).size();
      meets(work, failing);
      who.presses(Workplace.BLOCK, card);

      awaitEvent(work, "REFUSED_CLICK");
      assertThat(calls(work, method)).hasSize(before + attempts);
      assertThat(work.zoho.writes()).isEmpty();
      assertThat(work.record().details("REFUSED_CLICK")).containsExactly(rule);
      assertThat(work.card(WAITING).ts()).isEqualTo(card.ts());

      who.presses(Workplace.BLOCK, card);
      work.card(DONE);
      assertThat(work.record().details("REFUSED")).containsExactly(rule);
      assertThat(work.zoho.writes()).hasSize(1);
    }
  }

  private static void meets(Workplace work, PlannedFault fault) {
    work.slack.faults().begin(fault);
  }

  private static List<SlackCall> calls(Workplace work, String method) {
    return work.slack.calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  private static String outcomes(Workplace work, String method) {
    return String.join(", ", calls(work, method).stream().map(SlackCall::outcome).toList());
  }

  private static void awaitCalls(Workplace work, String method, int least) {
    awaitThat(work, () -> calls(work, method).size() >= least);
  }

  /** An edited message and its replacement may both be visible for a moment. */
  private static void awaitCards(Workplace work, int count) {
    awaitThat(work, () -> work.cards().size() == count);
  }

  private static void awaitThat(Workplace work, Supplier<Boolean> condition) {
    work.slack.await(
        () -> condition.get() ? Optional.of(true) : Optional.empty(), Workplace.PATIENCE);
  }

  private static void awaitEvent(Workplace work, String event) {
    await().atMost(Workplace.PATIENCE).until(() -> work.record().events().contains(event));
  }

  private static List<SlackMessage> direct(Workplace work) {
    return work.slack.messages("D" + work.ada.id().substring(1));
  }

  private static void isToldDirectly(Workplace work, String... words) {
    work.slack.await(
        () ->
            direct(work).stream()
                .filter(it -> List.of(words).stream().allMatch(it.plainText()::contains))
                .findFirst(),
        Workplace.PATIENCE);
  }

  /** How every confirmed block ends: in force, done once, recorded, and no button anywhere. */
  private static void isBlockedOnce(Workplace work) {
    assertThat(work.isBlocked(REBECCA)).isTrue();
    assertThat(work.zoho.writes()).hasSize(1);
    assertThat(work.record().events())
        .containsExactly("ASKED", "CONFIRMED", "ATTEMPTED", "OUTCOME");
    assertThat(work.cards()).allMatch(card -> Workplace.decisions(card).isEmpty());
  }

  private static void nothingChanged(Workplace work, String... events) {
    assertThat(work.zoho.writes()).isEmpty();
    assertThat(work.record().events()).containsExactly(events);
    assertThat(work.cards()).allMatch(card -> Workplace.decisions(card).isEmpty());
  }
}
