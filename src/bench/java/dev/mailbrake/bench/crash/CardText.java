package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a card's message tells a reader at one moment.
 *
 * @param rows one per request, in their order
 * @param live the ids of the requests that its buttons can decide
 * @param undoable the ids of the blocks whose unblock can be requested on it
 */
record CardText(List<Row> rows, List<String> live, List<String> undoable) {
  /** The buttons that decide a request; the other one opens a modal. */
  private static final List<String> DECISIONS = List.of("confirm-change", "cancel-change");

  private static final String UNDO = "ask-to-allow";

  /** The first of two approvers, though named, has not decided anything yet. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^\\*(?<title>.+?)\\* +(?:end of the block )?asked (?:for )?by <@[^>]*>"
              + ".*?(?:, (?:confirmed|cancelled|kept) by <@(?<decider>\\w+)>.*)?$");

  /** The titles that only decided requests have. */
  private static final Pattern DECIDED =
      Pattern.compile(
          "^(Confirmed|Time is up|Accepted|Blocked|Allowed|Already|Failed|Cancelled|Kept|Expired"
              + "|Void).*");

  private static final Pattern CONFIRMED =
      Pattern.compile("^(Confirmed|Time is up|Accepted|Blocked|Allowed|Already|Failed).*");
  private static final Pattern PROVISIONAL =
      Pattern.compile("^(Confirmed,|Time is up,|Accepted by Zoho, not).*");

  CardText {
    rows = List.copyOf(rows);
    live = List.copyOf(live);
    undoable = List.copyOf(undoable);
  }

  static boolean decides(SlackButton button) {
    return DECISIONS.contains(button.actionId());
  }

  /**
   * One request as the card shows it.
   *
   * @param decider the id of the user named as having confirmed or cancelled it, empty if nobody
   */
  record Row(String title, String decider) {
    boolean isDecided() {
      return DECIDED.matcher(title).matches();
    }

    boolean isConfirmed() {
      return CONFIRMED.matcher(title).matches();
    }

    /** Whether the title states the outcome, which never changes again. */
    boolean isFinal() {
      return isDecided() && !PROVISIONAL.matcher(title).matches();
    }
  }

  static CardText of(MessageBody body) {
    List<Row> rows =
        body.plainText()
            .lines()
            .map(TITLE::matcher)
            .filter(Matcher::matches)
            .map(CardText::row)
            .toList();
    return new CardText(
        rows,
        values(body, CardText::decides),
        values(body, button -> button.actionId().equals(UNDO)));
  }

  private static List<String> values(MessageBody body, Predicate<SlackButton> wanted) {
    return body.buttons().stream().filter(wanted).map(SlackButton::value).distinct().toList();
  }

  private static Row row(Matcher line) {
    String decider = line.group("decider");
    return new Row(line.group("title"), decider == null ? "" : decider);
  }
}
