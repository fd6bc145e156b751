package dev.mailbrake.bench.crash;

import dev.mailbrake.sandbox.slack.MessageBody;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a card's message says at one moment, as a reader takes it.
 *
 * @param rows what it says of each request, in their order
 * @param live the ids of the requests that can be decided on it
 */
record CardText(List<Row> rows, List<String> live) {
  private static final Pattern TITLE =
      Pattern.compile("^\\*(?<title>.+?)\\* +asked by <@[^>]*>.*?(?:by <@(?<decider>\\w+)>.*)?$");

  /** Only a decided request is called so. */
  private static final Pattern DECIDED =
      Pattern.compile("^(Confirmed|Accepted|Blocked|Allowed|Already|Failed|Cancelled|Expired).*");

  private static final Pattern CONFIRMED =
      Pattern.compile("^(Confirmed|Accepted|Blocked|Allowed|Already|Failed).*");
  private static final Pattern PASSING = Pattern.compile("^(Confirmed,|Accepted by Zoho, not).*");

  CardText {
    rows = List.copyOf(rows);
    live = List.copyOf(live);
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
        body.buttons().stream()
            .map(button -> button.value())
            .distinct()
            .collect(Collectors.toList()));
  }

  private static Row row(Matcher line) {
    String decider = line.group("decider");
    return new Row(line.group("title"), decider == null ? "" : decider);
  }
}
