package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The audit channel gets each decision and refusal, and once a day the head of the audit log. */
@Tag("sqlite")
class AuditChannelTest {
  private static final String CHANNEL = SampleWorkspace.MAIL_AUDIT;
  private static final Map<String, String> SET = Map.of("MAILBRAKE_AUDIT_CHANNEL", CHANNEL);
  private static final String LINK = " · Go to card";
  private static final String HEAD = "Head of the audit log: ";

  @Test
  void postsDecisionsAndRefusalsInOrder() {
    try (Workplace work = Workplace.open(SET)) {
      work.nils.types("/mail-block " + REBECCA + " for fun");
      work.nils.reads("approver");
      SlackMessage card = work.ada.asksToBlock(REBECCA);
      work.nils.presses(Workplace.BLOCK, card);
      work.slack.await(() -> refusedClick(work), Workplace.PATIENCE);
      work.ada.presses(Workplace.BLOCK, card);
      work.card("Blocked, verified");
      work.grace.presses(Workplace.CANCEL, work.ada.asksToBlock(PAULA));
      work.card("Cancelled, nothing changed");
      tells(work);

      assertThat(rows(work))
          .containsExactly(
              "#1 · "
                  + hash(work, 1)
                  + " · 2026-11-23 09:00 UTC · refused · block rebecca@zylker.com"
                  + " · Nils Lindqvist (U0NILS0001) · not-an-approver · reason: for fun",
              "#3 · "
                  + hash(work, 3)
                  + " · 2026-11-23 09:00 UTC · refused click · block rebecca@zylker.com"
                  + " · Nils Lindqvist (U0NILS0001) · not-an-approver · reason: sends phishing",
              "#4 · "
                  + hash(work, 4)
                  + " · 2026-11-23 09:00 UTC · confirmed · block rebecca@zylker.com"
                  + " · Ada Lovelace (U0ADA00001) · reason: sends phishing",
              "#6 · "
                  + hash(work, 6)
                  + " · 2026-11-23 09:00 UTC · done, confirmed in Zoho · block rebecca@zylker.com"
                  + " · Ada Lovelace (U0ADA00001) · reason: sends phishing",
              "#8 · "
                  + hash(work, 8)
                  + " · 2026-11-23 09:00 UTC · cancelled · block paula@zylker.com"
                  + " · Grace Hopper (U0GRACE001) · reason: sends phishing");
    }
  }

  private static Optional<String> refusedClick(Workplace work) {
    return work.record().details("REFUSED_CLICK").stream().findFirst();
  }

  @ParameterizedTest
  @ValueSource(strings = {"command", "home"})
  void postsThatAnApproversAddressChanged(String way) {
    try (Workplace work = Workplace.open(SET)) {
      looks(work, way);
      SlackUser ada = work.slack.workspace().user(work.ada.id());
      work.slack.workspace().put(ada.withEmail("ada+slack@zylker.com"));
      looks(work, way);
      looks(work, way);
      tells(work);

      assertThat(lines(work))
          .filteredOn(line -> line.startsWith("#"))
          .containsExactly(
              "#1 · "
                  + hash(work, 1)
                  + " · 2026-11-23 09:00 UTC · address changed · ada+slack@zylker.com"
                  + " · Ada Lovelace (U0ADA00001)"
                  + " · their Slack profile showed ada@zylker.com before");
    }
  }

  private static void looks(Workplace work, String way) {
    if (way.equals("home")) {
      work.ada.opensHome("Mailbrake");
    } else {
      long answers = answers(work);
      work.ada.types("/mail-status " + REBECCA);
      await().atMost(Workplace.PATIENCE).until(() -> answers(work) > answers);
    }
    work.rests();
  }

  private static long answers(Workplace work) {
    return work.ada.privateMessages().stream()
        .filter(message -> message.plainText().contains("outgoing mail is"))
        .count();
  }

  @Test
  void postsWhatHappensToATemporaryBlock() {
    try (TemporaryBlock block = TemporaryBlock.inForce(SET)) {
      block.isNearItsEnd();
      block.endsAfterTheReminder();
      block.work.card("Allowed, verified");
      tells(block.work);

      assertThat(rows(block.work))
          .anyMatch(
              row ->
                  row.contains(
                      "13:00 UTC · temporary block ended · unblock "
                          + REBECCA
                          + " · Mailbrake · reason:"))
          .last()
          .asString()
          .contains("13:00 UTC · done, confirmed in Zoho · unblock " + REBECCA);
    }
  }

  @Test
  void startsWithTheHeadOfTheAuditLogAndSkipsEarlierRows() {
    try (Workplace work = Workplace.open()) {
      confirms(work, REBECCA);
      work.rests();
      work.restarts(SET);
      tells(work);
      assertThat(lines(work)).singleElement().asString().startsWith(HEAD + "#4 · 2026-11-23 09:00");
      assertThat(lines(work)).singleElement().asString().endsWith(newestHash(work));
    }
  }

  @Test
  void postsTheHeadOfTheAuditLogOnceADayInUtc() {
    try (Workplace work = Workplace.open(SET)) {
      work.rests();
      assertThat(lines(work)).isEmpty();
      confirms(work, REBECCA);
      tells(work);
      endsWithTheHead(work);
      passes(work, Duration.ofHours(15).minusSeconds(20));
      assertThat(heads(work)).isEqualTo(1);
      passes(work, Duration.ofSeconds(20));
      endsWithTheHead(work);

      confirms(work, PAULA);
      passes(work, Duration.ofHours(12));
      assertThat(heads(work)).isEqualTo(2);
      passes(work, Duration.ofHours(12));
      assertThat(heads(work)).isEqualTo(3);
      endsWithTheHead(work);
    }
  }

  @Test
  void losesNothingWhileSlackIsDown() {
    try (Workplace work = Workplace.open(SET)) {
      confirms(work, REBECCA);
      tells(work);
      confirms(work, PAULA);
      work.slack.faults().begin(SlackFault.DOWN.always().on("chat.postMessage"));
      passes(work, Duration.ofSeconds(5));
      assertThat(rows(work)).hasSize(2);
      passes(work, Duration.ofMinutes(10));

      work.slack.faults().endAll();
      tells(work);
      assertThat(rows(work))
          .hasSize(4)
          .last()
          .asString()
          .contains("done, confirmed in Zoho · block " + PAULA);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void keepsRowsWhileTheChannelIsArchivedOrTheBotIsNotInIt(boolean archived) {
    try (Workplace work = Workplace.open()) {
      confirms(work, REBECCA);
      work.rests();
      SlackChannel usual = work.slack.workspace().channel(CHANNEL);
      work.slack
          .workspace()
          .put(
              archived
                  ? usual.with(SlackChannel.Trait.ARCHIVED)
                  : usual.withoutMember(FakeSlack.BOT_USER));
      try (LoggedErrors errors = LoggedErrors.open()) {
        work.restarts(SET);
        work.rests();
        assertThat(errors.messages())
            .singleElement()
            .asString()
            .contains("cannot post to the audit channel " + CHANNEL, "trying again");
      }
      confirms(work, PAULA);
      passes(work, Duration.ofMinutes(1));
      assertThat(lines(work)).isEmpty();

      work.slack.workspace().put(usual);
      passes(work, Duration.ofMinutes(1));
      assertThat(lines(work)).hasSize(3);
      assertThat(lines(work)).first().asString().contains("confirmed · block " + PAULA);
      assertThat(lines(work)).last().asString().startsWith(HEAD);
    }
  }

  @Test
  void showsWhatPeopleTypedAsTheyTypedIt() {
    try (Workplace work = Workplace.open(SET)) {
      String typed = "<!channel> <https://evil.example|*click*> & `code`";
      work.nils.types("/mail-block " + REBECCA + " " + typed);
      work.nils.reads("approver");
      tells(work);

      SlackMessage told = work.slack.messages(CHANNEL).get(0);
      assertThat(told.blocks().findValuesAsText("type"))
          .containsOnly("rich_text", "rich_text_section", "text");
      assertThat(told.fallback()).doesNotContain("<!channel>", "<https");
    }
  }

  @Test
  void resumesAfterARestart() {
    try (Workplace work = Workplace.open(SET)) {
      confirms(work, REBECCA);
      tells(work);
      confirms(work, PAULA);
      work.rests();
      work.restarts();
      tells(work);
      work.restarts();
      tells(work);
      assertThat(rows(work)).hasSize(4).doesNotHaveDuplicates();
      assertThat(heads(work)).isEqualTo(1);
    }
  }

  private static void confirms(Workplace work, String address) {
    work.ada.presses(Workplace.BLOCK, work.ada.asksToBlock(address));
    work.card("Blocked, verified", address);
  }

  /** Due rows are posted every few seconds. */
  private static void tells(Workplace work) {
    passes(work, Duration.ofSeconds(5));
  }

  private static void passes(Workplace work, Duration time) {
    work.passes(time);
    work.rests();
  }

  /** The last line, which has the newest row of the audit log and its hash. */
  private static void endsWithTheHead(Workplace work) {
    String newest = work.record().column("select max(seq) from audit_log").get(0);
    assertThat(lines(work))
        .last()
        .asString()
        .startsWith(HEAD + "#" + newest + " · ")
        .endsWith(newestHash(work));
  }

  private static long heads(Workplace work) {
    return lines(work).stream().filter(line -> line.startsWith(HEAD)).count();
  }

  /** The lines that describe a row. */
  private static List<String> rows(Workplace work) {
    return lines(work).stream()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replace(LINK, ""))
        .toList();
  }

  private static String hash(Workplace work, int row) {
    return work.record()
        .column("select substr(hash, 1, 12) from audit_log where seq = " + row)
        .get(0);
  }

  private static String newestHash(Workplace work) {
    return work.record().column("select hash from audit_log order by seq desc limit 1").get(0);
  }

  private static List<String> lines(Workplace work) {
    return work.slack.messages(CHANNEL).stream()
        .map(SlackMessage::plainText)
        .flatMap(text -> Stream.of(text.split("\n")))
        .toList();
  }
}
