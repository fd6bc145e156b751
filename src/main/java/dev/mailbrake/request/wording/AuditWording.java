package dev.mailbrake.request.wording;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import dev.mailbrake.audit.AuditLog.AuditFilter;
import dev.mailbrake.audit.AuditRow;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.BlockTime;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.request.model.ChangeRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Details in the audit log and lines in the audit channel. Plain text. */
public final class AuditWording {
  /** Too many to match by chance, and few enough for a line in a channel. */
  private static final int HASH_DIGITS = 12;

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
    String now =
        answer instanceof Lookup.Found found
            ? "outgoing mail is " + found.mailbox().outgoing().word()
            : "there is no such account";
    return "Zoho says %s; Mailbrake's record says %s since %s"
        .formatted(now, known.action().wanted().word(), Wording.UTC.format(known.effect().since()));
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
    AuditSubject subject = row.subject();
    return Stream.of(
            "#" + row.seq(),
            row.hash().substring(0, Math.min(HASH_DIGITS, row.hash().length())),
            Wording.UTC.format(row.at()),
            row.event().toLowerCase(Locale.ROOT).replace('_', ' '),
            (subject.action().toLowerCase(Locale.ROOT) + " " + subject.address()).strip(),
            who(row.who()),
            row.detail(),
            row.reason().isEmpty() ? "" : "reason: " + row.reason())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" · "))
        .replace('\n', ' ');
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
