package dev.mailbrake.request;

import dev.mailbrake.policy.Reason;
import dev.mailbrake.policy.Target;
import dev.mailbrake.request.Gate.Visitor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a click on a card's button. The clicker is checked as if they had typed the command, with
 * facts as they are now, and one atomic step in the record decides who was first. No click is
 * ignored: whoever is refused is told. A click that is delivered twice is one click. It counts only
 * on a message that is known as the request's, or on the home tab.
 */
public final class DecideChange {
  private static final Logger LOG = LoggerFactory.getLogger(DecideChange.class);

  private final Gate gate;
  private final FreshFacts facts;
  private final Ledger ledger;
  private final Clock clock;

  public DecideChange(Gate gate, FreshFacts facts, Ledger ledger, Clock clock) {
    this.gate = gate;
    this.facts = facts;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * Confirms the request. Once all have confirmed who must, the change is owed from the return on.
   *
   * @param requestId what the button carries; anything, if somebody forged it
   * @throws LedgerUnavailable if nothing could be recorded; then nothing was decided, unless it
   *     says that this may be
   */
  public void confirm(String requestId, Interaction click) {
    decide(requestId, click, Answer.CONFIRM);
  }

  /** Cancels the request, or keeps a timed block; otherwise like {@link #confirm}. */
  public void cancel(String requestId, Interaction click) {
    decide(requestId, click, Answer.CANCEL);
  }

  private void decide(String requestId, Interaction click, Answer answer) {
    if (ledger.isTaken(click)) {
      return;
    }
    Optional<ChangeRequest> found =
        ledger.transaction(entry -> entry.pressed(requestId, click.on()));
    if (found.isEmpty()) {
      refuseUnknown(requestId, click);
      return;
    }
    LogContext.note(LogContext.Mark.REQUEST, requestId);
    Visitor visitor = gate.meet(click);
    // Whoever may not even decide alone must not use up the minute's requests either.
    Optional<Reason> refusal = gate.mayDecide(visitor, found.get(), new Target.Unseen()).refusal();
    if (refusal.isPresent()) {
      refuse(found.get(), visitor.by(), refusal.get());
      return;
    }
    FreshFacts.Facts fresh = facts.of(found.get(), answer == Answer.CONFIRM);
    ledger.once(
        visitor.by(),
        clock.instant(),
        entry -> new Claim(entry, gate, visitor, fresh, clock.instant()).make(answer));
  }

  private void refuse(ChangeRequest request, Interaction by, Reason reason) {
    Instant now = clock.instant();
    ledger.once(by, now, entry -> Claim.refuse(entry, request, by, reason, now));
  }

  /**
   * Answers a click on a button that means nothing here: no request has what it carries, or it is
   * on a message that is not that request's card. Whoever has the bot token can post such a one.
   */
  public void refuseUnknown(String requestId, Interaction click) {
    Instant now = clock.instant();
    ledger.once(
        click,
        now,
        entry ->
            entry
                .requests()
                .find(new RequestId(requestId))
                .filter(request -> !entry.isOnItsCard(request, click.on()))
                .ifPresentOrElse(
                    request -> refuseElsewhere(entry, request, click, now),
                    () -> refuseUnknown(entry, requestId, click, now)));
  }

  private static void refuseElsewhere(
      Ledger.Entry entry, ChangeRequest request, Interaction click, Instant now) {
    LOG.warn(
        "{} pressed a button of request {} on {}, which is not its card, so nothing was done; if"
            + " Mailbrake did not post that, somebody else has SLACK_BOT_TOKEN",
        click.who().id(),
        request.id(),
        click.on());
    entry
        .audit()
        .append(
            AuditEntry.of(AuditEvent.REFUSED_CLICK, request, click.who(), "unknown-message", now));
    List<PrivateMessage.Pointer> see =
        entry.cards().find(request.card()).flatMap(Card::pointer).stream().toList();
    entry.jobs().send(new PrivateMessage(click, Wording.UNKNOWN_MESSAGE, see));
  }

  private static void refuseUnknown(
      Ledger.Entry entry, String requestId, Interaction click, Instant now) {
    AuditSubject subject = AuditSubject.named(Wording.cut(requestId), "", "");
    entry
        .audit()
        .append(
            new AuditEntry(
                now, AuditEvent.REFUSED_CLICK, click.who(), subject, "", "unknown-request"));
    entry.jobs().send(PrivateMessage.to(click, Wording.UNKNOWN_REQUEST));
  }

  /** What a button says. */
  enum Answer {
    CONFIRM,
    CANCEL
  }
}
