package dev.mailbrake.request.decide;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.log.LogContext;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.policy.Verdict.Reason;
import dev.mailbrake.request.apply.MailboxControl;
import dev.mailbrake.request.decide.AccessCheck.Actor;
import dev.mailbrake.request.decide.ClickDecision.Facts;
import dev.mailbrake.request.model.Approvals;
import dev.mailbrake.request.model.Card;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.RequestId;
import dev.mailbrake.request.port.Ledger;
import dev.mailbrake.request.port.LedgerUnavailable;
import dev.mailbrake.request.port.Transaction;
import dev.mailbrake.request.wording.Wording;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a click on a request's button. The policy checks the person before Zoho is asked, then
 * everything in the deciding transaction ({@link ClickDecision}). Every refusal is answered.
 */
public final class DecideChange {
  private static final Logger LOG = LoggerFactory.getLogger(DecideChange.class);

  private final AccessCheck access;
  private final MailboxControl control;
  private final Ledger ledger;
  private final Clock clock;

  public DecideChange(AccessCheck access, MailboxControl control, Ledger ledger, Clock clock) {
    this.access = access;
    this.control = control;
    this.ledger = ledger;
    this.clock = clock;
  }

  /**
   * With the last approval needed, this stores a job to apply the change. Anybody may forge the id.
   *
   * @throws LedgerUnavailable if nothing was decided, unless it says that it may be
   */
  public void confirm(String requestId, Interaction click) {
    decide(requestId, click, Choice.CONFIRM);
  }

  /** Cancels the request or keeps a temporary block; otherwise like {@link #confirm}. */
  public void cancel(String requestId, Interaction click) {
    decide(requestId, click, Choice.CANCEL);
  }

  private void decide(String requestId, Interaction click, Choice answer) {
    if (ledger.isTaken(click)) {
      return;
    }
    Optional<ChangeRequest> found = ledger.read(tx -> tx.pressed(requestId, click.on()));
    if (found.isEmpty()) {
      refuseUnknown(requestId, click);
      return;
    }
    LogContext.note(LogContext.Mark.REQUEST, requestId);
    Actor actor = access.identify(click.from());
    // A stranger must not use up the minute's calls to Zoho; the policy decides in ClickDecision.
    Optional<Reason> refusal = access.mayDecide(actor, found.get(), Optional.empty()).refusal();
    if (refusal.isPresent()) {
      refuse(found.get(), click, actor, refusal.get());
      return;
    }
    Facts facts = facts(found.get(), answer);
    ledger.once(
        click,
        clock.instant(),
        tx -> new ClickDecision(tx, access, actor, facts, clock.instant()).make(answer));
  }

  /** Blocks while it asks Zoho and Slack; only a confirmation needs that. */
  private Facts facts(ChangeRequest request, Choice answer) {
    Lookup known = new Lookup.Found(request.mailbox());
    if (answer == Choice.CANCEL || !request.state().isWaiting()) {
      return new Facts(request, known, Optional.empty());
    }
    Lookup mailbox =
        request.mailbox().isFresh(clock.instant())
            ? known
            : control.read(request.mailbox(), Urgency.CHANGE);
    Optional<Actor> first =
        Optional.of(request.approvals())
            .filter(Approvals::hasFirst)
            .map(by -> access.identify(Recipient.in(request.origin().channel(), by.first().by())));
    return new Facts(request, mailbox, first);
  }

  private void refuse(ChangeRequest request, Interaction click, Actor actor, Reason reason) {
    Instant now = clock.instant();
    ledger.once(click, now, tx -> ClickDecision.refuse(tx, request, actor.by(), reason, now));
  }

  /**
   * For a button of no known request, or not on its card: anyone with the bot token can post one.
   */
  public void refuseUnknown(String requestId, Interaction click) {
    Instant now = clock.instant();
    ledger.once(
        click,
        now,
        tx ->
            tx.requests()
                .find(new RequestId(requestId))
                .filter(request -> !tx.isOnItsCard(request, click.on()))
                .ifPresentOrElse(
                    request -> refuseElsewhere(tx, request, click, now),
                    () -> refuseUnknown(tx, requestId, click, now)));
  }

  private static void refuseElsewhere(
      Transaction tx, ChangeRequest request, Interaction click, Instant now) {
    LOG.warn(
        "{} pressed a button of request {} on {}, which is not its card, so nothing was done; if"
            + " Mailbrake did not post that, somebody else has SLACK_BOT_TOKEN",
        click.who().id(),
        request.id(),
        click.on());
    tx.audit().append(request.refusedClick(click.who(), "unknown-message", now));
    List<PrivateMessage.Pointer> see =
        tx.cards().find(request.card()).flatMap(Card::pointer).stream().toList();
    tx.jobs().send(new PrivateMessage(click.from(), Wording.UNKNOWN_MESSAGE, see));
  }

  private static void refuseUnknown(
      Transaction tx, String requestId, Interaction click, Instant now) {
    AuditSubject subject = AuditSubject.named(Wording.cut(requestId), "", "");
    tx.audit()
        .append(
            new AuditEntry(now, AuditEvent.REFUSED_CLICK, click.who(), subject, "", "")
                .refusedBy("unknown-request"));
    tx.jobs().send(PrivateMessage.to(click.from(), Wording.UNKNOWN_REQUEST));
  }

  enum Choice {
    CONFIRM,
    CANCEL
  }
}
