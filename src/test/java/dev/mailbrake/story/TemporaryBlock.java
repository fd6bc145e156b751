package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.time.Duration;
import java.util.Map;

/** Rebecca's mailbox, blocked for four hours from nine o'clock. */
final class TemporaryBlock implements AutoCloseable {
  static final String ALLOW_NOW = "Allow now";
  static final String KEEP = "Keep blocked";
  static final Duration LASTS = Duration.ofHours(4);

  /** From when it took effect to the reminder. */
  static final Duration TO_THE_REMINDER = LASTS.minusMinutes(15);

  private static final String SOON = "This block ends soon";

  final Workplace work;

  private TemporaryBlock(Workplace work) {
    this.work = work;
    blocks("for 4h sends phishing");
  }

  static TemporaryBlock inForce() {
    return inForce(Map.of());
  }

  static TemporaryBlock inForce(Map<String, String> settings) {
    return new TemporaryBlock(Workplace.open(settings));
  }

  static TemporaryBlock inForceWithProcesses(int processes) {
    return new TemporaryBlock(Workplace.withProcesses(processes, Map.of()));
  }

  /** Requests a block and has it approved by as many people as needed. */
  void blocks(String words) {
    String reason = words.substring(words.lastIndexOf(' ') + 1);
    confirm(asked("/mail-block ", words, "Block outgoing mail?", reason));
    work.card(message -> says(message, "blocked", reason));
  }

  private static boolean says(SlackMessage card, String status, String reason) {
    String text = card.plainText();
    boolean isDone =
        text.contains("B" + status.substring(1) + ", verified")
            || text.contains("Already " + status);
    return isDone && text.contains(reason);
  }

  private SlackMessage asked(String command, String words, String... says) {
    work.ada.types(command + REBECCA + " " + words);
    return work.card(says);
  }

  private void confirm(SlackMessage card) {
    work.ada.presses(Workplace.BLOCK, card);
    if (card.plainText().contains("Two approvers must confirm")) {
      work.card("first confirmed by");
      work.grace.presses(Workplace.BLOCK, card);
    }
  }

  /** Requests its end, and returns the card that waits for a decision. */
  SlackMessage asksToAllow(String reason) {
    return asked("/mail-unblock ", reason, "Allow outgoing mail?", reason);
  }

  /** The reminder, when it is due. */
  SlackMessage isNearItsEnd() {
    work.passes(TO_THE_REMINDER);
    return reminder();
  }

  SlackMessage reminder() {
    return work.card(SOON, REBECCA, "[" + KEEP + "]");
  }

  boolean hasReminder() {
    return work.hasCard(SOON);
  }

  /** Lets the rest of the four hours pass. */
  void endsAfterTheReminder() {
    work.passes(LASTS.minus(TO_THE_REMINDER));
  }

  /** Lets time pass, and waits until everything due by then is done. */
  void passes(Duration time) {
    work.passes(time);
    work.rests();
  }

  boolean isBlocked() {
    return work.isBlocked(REBECCA);
  }

  /** How often Zoho was asked to change the mailbox. */
  int writes() {
    return work.zoho.writes().size();
  }

  long count(String event) {
    return work.record().events().stream().filter(event::equals).count();
  }

  @Override
  public void close() {
    work.close();
  }
}
