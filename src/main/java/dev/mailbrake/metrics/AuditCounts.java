package dev.mailbrake.metrics;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Recorded;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.request.port.Ledger.Committed;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Counts what was written to the audit log, after the commit: nothing else has happened. */
public final class AuditCounts {
  private static final String NO_RULE = "";
  private static final Set<RequestState> ENDS =
      EnumSet.of(
          RequestState.VERIFIED,
          RequestState.UNCHANGED,
          RequestState.UNVERIFIED,
          RequestState.FAILED,
          RequestState.VOID,
          RequestState.DRY_RUN);

  private final Meters meters;

  /** Shows zeros for outcomes and drift, so alerts notice the very first one. */
  public AuditCounts(Meters meters) {
    this.meters = meters;
    for (Action action : Action.values()) {
      meters.expect(Metric.DRIFT, label(action));
      ENDS.forEach(end -> meters.expect(Metric.OUTCOMES, label(action), label(end)));
    }
  }

  public void count(Committed written) {
    written.entries().forEach(entry -> count(entry, written.steps()));
  }

  private void count(AuditEntry entry, List<ChangeRequest> steps) {
    switch (entry.event()) {
      case ASKED -> request(entry, isOfMailbrake(entry) ? "end_of_block" : "asked", NO_RULE);
      case REFUSED -> request(entry, "refused", rule(entry));
      case REFUSED_CLICK -> decision(entry, "refused", rule(entry));
      case FIRST_CONFIRMED, FIRST_FALLEN, CONFIRMED, CANCELLED, EXPIRED, VOID, KEPT, LIFTED ->
          decision(entry, entry.event().name().toLowerCase(Locale.ROOT), NO_RULE);
      case OUTCOME -> steps.stream().filter(step -> isAbout(entry, step)).forEach(this::outcome);
      case DRIFT -> meters.count(Metric.DRIFT, action(entry));
      case ATTEMPTED, TIMER_SET, TIMER_ENDED, ADDRESS_CHANGED, EXPORTED -> {
        // Not steps of a request, or the outcome counts them.
      }
    }
  }

  private void request(AuditEntry entry, String verdict, String rule) {
    meters.count(Metric.REQUESTS, action(entry), verdict, rule);
  }

  private void decision(AuditEntry entry, String decision, String rule) {
    meters.count(Metric.DECISIONS, action(entry), decision, rule);
  }

  private void outcome(ChangeRequest ended) {
    if (!ENDS.contains(ended.state())) {
      return; // Zoho accepted it but doesn't show it yet.
    }
    String action = label(ended.action());
    meters.count(Metric.OUTCOMES, action, label(ended.state()));
    if (ended.state() == RequestState.VERIFIED) {
      Duration time = Duration.between(ended.decision().at(), ended.progress().at());
      meters.took(Metric.CONFIRM_TO_VERIFIED, time.isNegative() ? Duration.ZERO : time, action);
    }
  }

  private static boolean isAbout(AuditEntry entry, ChangeRequest step) {
    return entry.subject().requestId().equals(step.id().value());
  }

  private static boolean isOfMailbrake(AuditEntry entry) {
    return entry.who().equals(PersonName.MAILBRAKE);
  }

  private static String action(AuditEntry entry) {
    String action = entry.subject().action();
    return action.matches("[A-Z]{1,16}") ? action.toLowerCase(Locale.ROOT) : "none";
  }

  private static String label(Recorded name) {
    return name.recorded().toLowerCase(Locale.ROOT);
  }

  private static String rule(AuditEntry entry) {
    return entry.rule().isEmpty() ? "other" : entry.rule();
  }
}
