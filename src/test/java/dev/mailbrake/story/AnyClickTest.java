package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;

/** A click decides nothing unless an approver pressed a button that a card has. */
@Tag("http")
class AnyClickTest {
  private static final Abused BOT = new Abused();
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Placeholder for the id of the one waiting request. */
  private static final String WAITING = "«the request»";

  /** Placeholder for the id of its card's message. */
  private static final String CARD = "«the card»";

  private static final List<String> APPROVERS = List.of(SampleWorkspace.ADA, SampleWorkspace.GRACE);

  @AfterContainer
  static void stop() {
    BOT.close();
  }

  @AfterProperty
  void noHarmWasDone() {
    BOT.checkUnharmed();
  }

  @Property(tries = 100)
  void ignoresClicksThatNoApproverMadeOnACard(
      @ForAll("users") String user,
      @ForAll("values") String value,
      @ForAll("channels") String channel,
      @ForAll("messages") String message,
      @ForAll("actions") String action) {
    boolean isOnTheCard = message.equals(CARD) && channel.equals(SampleWorkspace.MAIL_SECURITY);
    Assume.that(!APPROVERS.contains(user) || !value.equals(WAITING) || !isOnTheCard);
    String request = waiting(BOT.work);
    long before = refused();

    click(BOT.work, user, value.replace(WAITING, request), new Place(channel, message), action);

    await()
        .atMost(Workplace.PATIENCE)
        .pollInterval(Duration.ofMillis(2))
        .until(() -> refused() == before + 1);
    assertThat(BOT.work.record().states()).containsExactly("WAITING");
  }

  /** The baseline for the other clicks. */
  @Example
  void appliesAnApproversClickOnACard() {
    try (Workplace work = Workplace.open()) {
      Place card = new Place(Workplace.CHANNEL, CARD);
      click(work, SampleWorkspace.ADA, waiting(work), card, "confirm-change");

      work.card("Blocked, verified", PAULA);
      assertThat(work.isBlocked(PAULA)).isTrue();
    }
  }

  /** The id of the one waiting request. */
  private static String waiting(Workplace work) {
    if (work.record().states().isEmpty()) {
      work.ada.asksToBlock(PAULA);
    }
    return work.record().column("select id from requests").get(0);
  }

  private static long refused() {
    return BOT.work.record().details("REFUSED_CLICK").size();
  }

  /** Where a button is pressed. */
  private record Place(String channel, String message) {}

  private static void click(Workplace work, String user, String value, Place place, String action) {
    ObjectNode payload = JSON.createObjectNode().put("type", "block_actions");
    payload.putObject("user").put("id", user).put("name", "ada").put("team_id", "T0ZYLKER01");
    payload
        .putObject("container")
        .put("type", "message")
        .put("message_ts", place.message().replace(CARD, work.cards().get(0).ts()))
        .put("channel_id", place.channel());
    payload.putObject("channel").put("id", place.channel());
    payload
        .putArray("actions")
        .addObject()
        .put("type", "button")
        .put("action_id", action)
        .put("value", value);
    int status =
        new RawPost(HostileRequests.asForm(HostileRequests.json(payload)))
            .contentType(RawPost.FORM)
            .signed(work.clock.instant())
            .statusFrom(work);
    assertThat(status).isEqualTo(200);
  }

  @Provide
  Arbitrary<String> users() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            SampleWorkspace.ADA,
            SampleWorkspace.GRACE,
            SampleWorkspace.NILS,
            SampleWorkspace.GUSTAV,
            SampleWorkspace.DORA,
            SampleWorkspace.STEVE,
            SampleWorkspace.ON_CALL,
            "U0MAILBRK1",
            "u0ada00001",
            " U0ADA00001",
            "U0ADA00001\u0000",
            "U0ADA00001,U0GRACE001",
            "mailbrake",
            ""),
        HostileRequests.texts());
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            WAITING,
            WAITING + " ",
            WAITING + "\u0000",
            "\u0000" + WAITING,
            WAITING + WAITING,
            "' or '1'='1",
            "%"),
        HostileRequests.texts());
  }

  @Provide
  Arbitrary<String> channels() {
    return Arbitraries.oneOf(
        Arbitraries.of(SampleWorkspace.MAIL_SECURITY, SampleWorkspace.RANDOM),
        HostileRequests.texts());
  }

  @Provide
  Arbitrary<String> messages() {
    return Arbitraries.oneOf(
        Arbitraries.of(CARD, CARD, "", "1795424400.000001", CARD + " "), HostileRequests.texts());
  }

  @Provide
  Arbitrary<String> actions() {
    return Arbitraries.oneOf(
        Arbitraries.of("confirm-change", "confirm-change", "cancel-change"),
        HostileRequests.texts());
  }
}
