package dev.mailbrake.metrics;

import dev.mailbrake.audit.AuditEntry;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** From rows of the audit trail to counts. */
final class AuditCounts {
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

  AuditCounts(Meters meters) {
    this.meters = meters;
  }

  /** A failure or a drift is to be noticed the first time too. */
  void expectOutcomes() {
    for (Action action : Action.values()) {
      meters.expect(Metric.DRIFT, label(action));
      ENDS.forEach(end -> meters.expect(Metric.OUTCOMES, label(action), label(end)));
    }
  }

  void count(Happening happening) {
    AuditEntry entry = happening.entry();
    switch (entry.event()) {
      case ASKED -> request(entry, isOfMailbrake(entry) ? "end_of_block" : "asked", NO_RULE);
      case REFUSED -> request(entry, "refused", rule(entry));
      case REFUSED_CLICK -> decision(entry, "refused", rule(entry));
      case FIRST_CONFIRMED, FIRST_FALLEN, CONFIRMED, CANCELLED, EXPIRED, VOID, KEPT, LIFTED ->
          decision(entry, label(entry.event()), NO_RULE);
      case OUTCOME -> happening.ended().ifPresent(this::outcome);
      case DRIFT -> meters.count(Metric.DRIFT, action(entry));
      case ATTEMPTED, TIMER_SET, TIMER_ENDED, ADDRESS_CHANGED, EXPORTED -> {
        // Steps of the machine, which the outcome sums up; and what is no step of a request.
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
      return; // Zoho took it, and what it shows is still to be seen.
    }
    String action = label(ended.action());
    meters.count(Metric.OUTCOMES, action, label(ended.state()));
    if (ended.state() == RequestState.VERIFIED) {
      Duration time = Duration.between(ended.decision().at(), ended.progress().at());
      meters.took(Metric.CONFIRM_TO_VERIFIED, time.isNegative() ? Duration.ZERO : time, action);
    }
  }

  private static boolean isOfMailbrake(AuditEntry entry) {
    return entry.who().equals(PersonName.MAILBRAKE);
  }

  private static String action(AuditEntry entry) {
    String action = entry.subject().action();
    return action.matches("[A-Z]{1,16}") ? action.toLowerCase(Locale.ROOT) : "none";
  }

  private static String label(Enum<?> name) {
    return name.name().toLowerCase(Locale.ROOT);
  }

  /** The code at the beginning; what may follow is for people. */
  private static String rule(AuditEntry entry) {
    String code = entry.detail().split(":", 2)[0];
    return code.matches("[a-z0-9-]{1,40}") ? code : "other";
  }
}
