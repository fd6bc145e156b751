package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackButton;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a card's message says at one moment, as a reader takes it.
 *
 * @param rows what it says of each request, in their order
 * @param live the ids of the requests that can be decided on it
 * @param undoable the ids of the blocks whose end can be asked for on it
 */
record CardText(List<Row> rows, List<String> live, List<String> undoable) {
  /** The buttons that decide; the other one opens a form. */
  private static final List<String> DECISIONS = List.of("confirm-change", "cancel-change");

  private static final String UNDO = "ask-to-allow";

  /** Who is named as the first of two has decided nothing yet. */
  private static final Pattern TITLE =
      Pattern.compile(
          "^\\*(?<title>.+?)\\* +(?:end of the block )?asked (?:for )?by <@[^>]*>"
              + ".*?(?:, (?:confirmed|cancelled|kept) by <@(?<decider>\\w+)>.*)?$");

  /** Only a decided request is called so. */
  private static final Pattern DECIDED =
      Pattern.compile(
          "^(Confirmed|Time is up|Accepted|Blocked|Allowed|Already|Failed|Cancelled|Kept|Expired"
              + "|Void).*");

  private static final Pattern CONFIRMED =
      Pattern.compile("^(Confirmed|Time is up|Accepted|Blocked|Allowed|Already|Failed).*");
  private static final Pattern PASSING =
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
   * What it says of one request.
   *
   * @param decider the id of who is said to have confirmed or cancelled, empty if nobody
   */
  record Row(String title, String decider) {
    boolean isDecided() {
      return DECIDED.matcher(title).matches();
    }

    boolean isConfirmed() {
      return CONFIRMED.matcher(title).matches();
    }

    /** Whether it says how the request ended, which never changes again. */
    boolean isFinal() {
      return isDecided() && !PASSING.matcher(title).matches();
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
