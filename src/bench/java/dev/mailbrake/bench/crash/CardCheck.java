package dev.mailbrake.bench.crash;

import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.wording.CardWording;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks every card in the channel, its earlier versions included, against the record. */
final class CardCheck {
  private static final Set<RequestState> UNCONFIRMED =
      EnumSet.of(RequestState.WAITING, RequestState.CANCELLED, RequestState.EXPIRED);

  private final FinalRecord record;
  private final Findings findings;

  CardCheck(FinalRecord record, Findings findings) {
    this.record = record;
    this.findings = findings;
  }

  void compare(List<SlackMessage> channel) {
    Map<String, SlackMessage> byTs =
        channel.stream()
            .filter(message -> message.author().equals(FakeSlack.BOT_USER))
            .filter(message -> message.threadTs().isEmpty())
            .collect(Collectors.toMap(SlackMessage::ts, Function.identity()));
    for (FinalRecord.RecordedCard card : record.cards()) {
      Optional.ofNullable(byTs.get(card.message()))
          .ifPresentOrElse(
              it -> {
                byTs.remove(it.ts());
                card(card, it);
              },
              () -> findings.untrue("no message shows it: " + rows(card.rows())));
    }
    byTs.values().forEach(this::unknown);
  }

  private static boolean showsSameRequests(FinalRecord.RecordedCard card, SlackMessage message) {
    String text = message.plainText();
    return CardText.of(message.body()).rows().size() == card.rows().size()
        && card.rows().stream()
            .allMatch(
                request ->
                    text.contains(request.mailbox().address().value())
                        && text.contains("<!date^" + request.origin().at().getEpochSecond() + "^"));
  }

  private void card(FinalRecord.RecordedCard card, SlackMessage message) {
    CardText now = CardText.of(message.body());
    if (now.rows().size() != card.rows().size()) {
      findings.untrue("shows different rows: " + rows(card.rows()) + message);
      return;
    }
    for (int i = 0; i < card.rows().size(); i++) {
      ChangeRequest request = card.rows().get(i);
      now(request, now, now.rows().get(i), message);
      for (MessageBody earlier : message.earlier()) {
        List<CardText.Row> then = CardText.of(earlier).rows();
        if (then.size() == card.rows().size()) {
          before(request, then.get(i));
        }
      }
    }
  }

  private void now(ChangeRequest request, CardText text, CardText.Row row, SlackMessage message) {
    String title = CardWording.title(request);
    boolean live = text.live().contains(request.id().value());
    if (!row.title().equals(title)
        || !message.plainText().contains(CardWording.explanation(request))) {
      findings.untrue(
          "the card contradicts the record: “%s” %s"
              .formatted(row.title(), Comparison.describe(request)));
    }
    if (live != request.state().isWaiting()) {
      findings.untrue("the card's buttons are wrong: " + Comparison.describe(request));
    }
    if (text.undoable().contains(request.id().value()) != request.isBlockInForce()) {
      findings.untrue("the card's undo button is wrong: " + Comparison.describe(request));
    }
  }

  /** An outcome or a confirmation that a card has shown once must never turn out false. */
  private void before(ChangeRequest request, CardText.Row row) {
    if (row.isConfirmed() && UNCONFIRMED.contains(request.state())) {
      findings.lost(
          "shown once but not true: “%s” %s".formatted(row.title(), Comparison.describe(request)));
    } else if (row.isFinal() && !row.title().equals(CardWording.title(request))) {
      findings.untrue(
          "shown once but not true: “%s” %s".formatted(row.title(), Comparison.describe(request)));
    } else if (!row.decider().isEmpty() && !row.decider().equals(request.decision().by().id())) {
      findings.untrue(
          "named another decider: %s %s".formatted(row.decider(), Comparison.describe(request)));
    }
  }

  /** A message that a crash cut off from the record, so it is never edited again. */
  private void unknown(SlackMessage message) {
    CardText text = CardText.of(message.body());
    if (!text.live().isEmpty()) {
      findings.untrue("live buttons on a message that the record does not know: " + message);
    } else if (!text.undoable().isEmpty()) {
      findings.untrue("an undo button on a message that the record does not know: " + message);
    } else if (text.rows().stream().anyMatch(CardText.Row::isDecided)
        && record.cards().stream().noneMatch(card -> agrees(card, text, message))) {
      findings.untrue("an outcome on a message that the record does not know: " + message);
    }
  }

  /** A decided row on such a copy must match the record; an undecided row claims nothing. */
  private static boolean agrees(
      FinalRecord.RecordedCard card, CardText text, SlackMessage message) {
    return showsSameRequests(card, message)
        && IntStream.range(0, card.rows().size())
            .allMatch(
                row ->
                    !text.rows().get(row).isDecided()
                        || text.rows()
                            .get(row)
                            .title()
                            .equals(CardWording.title(card.rows().get(row))));
  }

  private static String rows(List<ChangeRequest> rows) {
    return rows.stream().map(Comparison::describe).collect(Collectors.joining(", "));
  }
}
