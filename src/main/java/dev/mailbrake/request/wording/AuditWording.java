package dev.mailbrake.request.wording;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditEvent;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.BlockTime;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Details in the audit log and lines in the audit channel. Plain text. */
public final class AuditWording {
  /** Too many to match by chance, and few enough for a line in a channel. */
  private static final int HASH_DIGITS = 12;

  private static final Map<String, String> EVENTS =
      Map.of(
          AuditEvent.FIRST_CONFIRMED.name(), "first of 2 approvals",
          AuditEvent.FIRST_FALLEN.name(), "first approval no longer counts",
          AuditEvent.VOID.name(), "no longer applies",
          AuditEvent.KEPT.name(), "kept blocked",
          AuditEvent.LIFTED.name(), "temporary block ended");

  private AuditWording() {}

  public static String asked(ChangeRequest request) {
    List<String> details = new ArrayList<>();
    if (!request.terms().lasts().isZero()) {
      details.add("for " + BlockTime.format(request.terms().lasts()));
    }
    request.origin().endsBlock().ifPresent(block -> details.add("end of request " + block));
    if (request.approvals().needsTwo()) {
      details.add("two approvers: " + request.approvals().because());
    }
    return String.join("; ", details);
  }

  public static String withFirst(ChangeRequest request) {
    PersonName first = request.approvals().first().by();
    return request.approvals().hasFirst()
        ? "first confirmed by %s (%s)".formatted(first.name(), first.id())
        : "";
  }

  public static String outcome(ChangeRequest request) {
    String note = request.progress().note();
    return note.isEmpty() ? request.state().recorded() : request.state().recorded() + ": " + note;
  }

  public static String drift(ChangeRequest known, Lookup answer) {
    boolean blocked = known.action() == Action.BLOCK;
    String now =
        answer instanceof Lookup.Found
            ? blocked
                ? "can send again: unblocked outside Mailbrake"
                : "is blocked again: blocked outside Mailbrake"
            : "is gone: there is no such account";
    return "%s (%s since %s)"
        .formatted(
            now, blocked ? "blocked" : "unblocked", Wording.UTC.format(known.effect().since()));
  }

  public static String addressBefore(MailAddress earlier) {
    return "their Slack profile showed %s before".formatted(earlier);
  }

  public static String exported(String format, AuditFilter filter) {
    List<String> parts = new ArrayList<>();
    parts.add("as " + format);
    filter.mailbox().ifPresent(mailbox -> parts.add("of " + mailbox));
    filter.since().ifPresent(since -> parts.add("since " + since));
    filter.until().ifPresent(until -> parts.add("before " + until));
    return String.join(", ", parts);
  }

  /** The number shows a repetition; the hash comes early because a long line is cut at its end. */
  public static String line(AuditRow row) {
    return Stream.of(
            "#" + row.seq(),
            row.hash().substring(0, Math.min(HASH_DIGITS, row.hash().length())),
            Wording.UTC.format(row.at()),
            what(row),
            who(row.who()),
            row.event().equals(AuditEvent.DRIFT.name()) ? "" : detail(row),
            row.reason().isEmpty() ? "" : "reason: " + row.reason())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "))
        .replace('\n', ' ');
  }

  /** What happened, and to which mailbox; drift first, in a sentence of its own. */
  private static String what(AuditRow row) {
    AuditSubject subject = row.subject();
    return row.event().equals(AuditEvent.DRIFT.name())
        ? "⚠️ %s %s".formatted(subject.address(), row.detail())
        : event(row) + separated(action(subject.action()) + " " + subject.address());
  }

  private static String separated(String subject) {
    return subject.isBlank() ? "" : " · " + subject.strip();
  }

  /** An event of a newer version by its name. */
  private static String event(AuditRow row) {
    String plain = row.event().toLowerCase(Locale.ROOT).replace('_', ' ');
    return state(row)
        .map(AuditWording::outcome)
        .orElseGet(() -> EVENTS.getOrDefault(row.event(), plain));
  }

  /** The state that an outcome's detail begins with: recorded names never change. */
  private static Optional<RequestState> state(AuditRow row) {
    return Stream.of(RequestState.values())
        .filter(state -> row.event().equals(AuditEvent.OUTCOME.name()))
        .filter(state -> (row.detail() + ":").startsWith(state.recorded() + ":"))
        .findFirst();
  }

  private static String outcome(RequestState state) {
    return switch (state) {
      case VERIFIED -> "done, confirmed in Zoho";
      case UNCHANGED -> "nothing changed";
      case ACCEPTED -> "accepted by Zoho, not shown yet";
      case UNVERIFIED -> "accepted by Zoho, never shown";
      case FAILED -> "❌ failed";
      case DRY_RUN -> "dry run, nothing changed";
      case VOID -> "no longer applies";
      case WAITING, CONFIRMED, CANCELLED, EXPIRED -> state.recorded().toLowerCase(Locale.ROOT);
    };
  }

  private static String detail(AuditRow row) {
    return state(row)
        .map(state -> row.detail().substring(state.recorded().length()))
        .map(note -> note.startsWith(": ") ? note.substring(2) : note)
        .orElse(row.detail());
  }

  private static String action(String recorded) {
    return Stream.of(Action.values())
        .filter(action -> action.recorded().equals(recorded))
        .map(Action::name)
        .findFirst()
        .orElse(recorded)
        .toLowerCase(Locale.ROOT);
  }

  private static String who(PersonName person) {
    return person.equals(PersonName.MAILBRAKE)
        ? person.name()
        : "%s (%s)".formatted(person.name(), person.id()).strip();
  }

  public static String headHash(AuditRow head) {
    return "Head of the audit log: #%d · %s · %s"
        .formatted(head.seq(), Wording.UTC.format(head.at()), head.hash());
  }
}
