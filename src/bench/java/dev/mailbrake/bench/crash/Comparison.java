package dev.mailbrake.bench.crash;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;

import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoWrite;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares what people were told, what Zoho has, and what the bot recorded. */
final class Comparison {
  private final Testbed testbed;
  private final FinalRecord record;
  private final ZohoChanges changes;
  private final Map<String, List<RecordedEvent>> auditOf;
  private final Findings findings = new Findings();

  private Comparison(Testbed testbed, FinalRecord record) {
    this.testbed = testbed;
    this.record = record;
    changes = new ZohoChanges(testbed.zoho().writes(), record.audit());
    auditOf = record.audit().stream().collect(Collectors.groupingBy(RecordedEvent::request));
  }

  static Findings of(Testbed testbed, FinalRecord record) {
    Comparison comparison = new Comparison(testbed, record);
    comparison.chain();
    comparison.noJobIsPending();
    record.requests().forEach(comparison::request);
    comparison.everyConfirmationHasItsRequest();
    comparison.changes.unrequested().forEach(comparison::unrequested);
    testbed.zoho().accounts().forEach(comparison::mailbox);
    new InForceCheck(record, comparison.findings).compare(testbed.zoho().accounts());
    new CardCheck(record, comparison.findings).compare(testbed.slack().messages(MAIL_SECURITY));
    comparison.privateMessages();
    return comparison.findings;
  }

  private void chain() {
    long seq = 0;
    String previous = "0".repeat(64);
    for (RecordedEvent row : record.audit()) {
      seq++;
      if (row.seq() != seq || !row.previous().equals(previous)) {
        findings.untrue("the audit chain is broken: " + row);
      } else if (!row.hash().equals(row.computed())) {
        findings.untrue("the audit hash does not fit: " + row);
      }
      seq = row.seq();
      previous = row.hash();
    }
  }

  private void noJobIsPending() {
    record.pendingJobs().forEach(job -> findings.lost("a job never finished: " + job));
  }

  private void request(ChangeRequest request) {
    List<RecordedEvent> audit = auditOf.getOrDefault(request.id().value(), List.of());
    List<RecordedEvent> decisions =
        audit.stream().filter(row -> row.is("CONFIRMED", "CANCELLED", "EXPIRED", "VOID")).toList();
    List<RecordedEvent> ends = audit.stream().filter(RecordedEvent::isFinal).toList();
    if (decisions.size() > 1) {
      findings.repeated("decided more than once: " + describe(request) + decisions);
    }
    if (ends.size() > 1) {
      findings.repeated("finished more than once: " + describe(request) + ends);
    }
    if (audit.stream().filter(row -> row.is("ASKED")).count() != 1) {
      findings.untrue("not requested exactly once: " + describe(request) + audit);
    }
    if (audit.stream().filter(row -> row.is("ATTEMPTED")).count() != request.progress().writes()) {
      findings.untrue(
          "attempts in the record and the audit log differ: " + describe(request) + audit);
    }
    decision(request, decisions);
    end(request, ends);
    writes(request, ends);
  }

  private void decision(ChangeRequest request, List<RecordedEvent> decisions) {
    String expected =
        switch (request.state()) {
          case WAITING -> "";
          case VOID -> "VOID";
          case CANCELLED -> "CANCELLED";
          case EXPIRED -> "EXPIRED";
          case CONFIRMED, ACCEPTED, VERIFIED, UNCHANGED, UNVERIFIED, FAILED, DRY_RUN -> "CONFIRMED";
        };
    String found = decisions.stream().map(RecordedEvent::event).findFirst().orElse("");
    if (!found.equals(expected)) {
      String finding = "the audit log has another decision: " + found + " " + describe(request);
      if (found.equals("CONFIRMED")) {
        findings.lost(finding);
      } else {
        findings.untrue(finding);
      }
    }
  }

  private void end(ChangeRequest request, List<RecordedEvent> ends) {
    switch (request.state()) {
      case CONFIRMED, ACCEPTED ->
          findings.lost("confirmed but never finished: " + describe(request));
      case WAITING, CANCELLED, EXPIRED, VOID -> {
        if (!ends.isEmpty()) {
          findings.untrue("has an outcome in the audit log: " + describe(request) + ends);
        }
      }
      case VERIFIED, UNCHANGED, UNVERIFIED, FAILED, DRY_RUN -> {
        if (ends.isEmpty()) {
          findings.lost("has no outcome in the audit log: " + describe(request));
        } else if (!ends.get(0).detail().startsWith(request.state().recorded())) {
          findings.untrue("the audit log has another outcome: " + describe(request) + ends);
        }
      }
    }
  }

  private void writes(ChangeRequest request, List<RecordedEvent> ends) {
    List<ZohoWrite> writes = changes.of(request);
    if (writes.size() > 1) {
      findings.repeated("written more than once: " + describe(request) + writes);
    }
    if (writes.stream().anyMatch(write -> wanted(write) != request.action().wanted())) {
      findings.untrue("Zoho got something else: " + describe(request) + writes);
    }
    switch (request.state()) {
      case VERIFIED, ACCEPTED, UNVERIFIED, FAILED -> {
        if (writes.isEmpty()) {
          findings.lost("never reached Zoho: " + describe(request));
        }
      }
      case UNCHANGED -> {
        if (!writes.isEmpty()) {
          findings.untrue("changed, but recorded as unchanged: " + describe(request) + writes);
        }
      }
      case WAITING, CANCELLED, EXPIRED, VOID, DRY_RUN -> {
        if (!writes.isEmpty()) {
          findings.untrue("changed without a confirmation: " + describe(request) + writes);
        }
      }
      case CONFIRMED -> {}
    }
    if (request.state() == RequestState.VERIFIED || request.state() == RequestState.UNCHANGED) {
      ends.stream().findFirst().ifPresent(end -> wasTrueAt(request, end.at()));
    }
  }

  private void wasTrueAt(ChangeRequest request, Instant then) {
    OutgoingStatus real = changes.at(request.mailbox().id().accountId(), then);
    if (real != request.action().wanted()) {
      findings.untrue("not true when it finished: Zoho had " + real + ", " + describe(request));
    }
  }

  private void everyConfirmationHasItsRequest() {
    Set<String> known =
        record.requests().map(request -> request.id().value()).collect(Collectors.toSet());
    record.audit().stream()
        .filter(row -> row.is("ASKED", "CONFIRMED", "CANCELLED", "EXPIRED", "ATTEMPTED", "OUTCOME"))
        .filter(row -> !known.contains(row.request()))
        .forEach(row -> findings.lost("belongs to a missing request: " + row));
  }

  private void unrequested(ZohoWrite write) {
    findings.repeated("written while no change was being applied: " + write);
  }

  /** Zoho must have the state that the last confirmed change asked for. */
  private void mailbox(ZohoAccount account) {
    Optional<ChangeRequest> last =
        record
            .requests()
            .filter(request -> request.mailbox().id().accountId().equals(account.accountId()))
            .filter(
                request ->
                    request.state() == RequestState.VERIFIED
                        || request.state() == RequestState.UNCHANGED)
            .max(
                Comparator.comparing((ChangeRequest request) -> request.decision().at())
                    .thenComparing(request -> request.id().value()));
    OutgoingStatus real =
        account.outgoingBlocked() ? OutgoingStatus.BLOCKED : OutgoingStatus.CAN_SEND;
    last.filter(request -> request.action().wanted() != real)
        .ifPresent(
            request ->
                findings.untrue("not true now: Zoho has " + real + ", " + describe(request)));
  }

  /** If people were told that a request is confirmed, the confirmation must be on record. */
  private void privateMessages() {
    List<RecordedEvent> confirmations =
        record.audit().stream().filter(row -> row.is("CONFIRMED")).toList();
    Set<String> confirmed =
        confirmations.stream().map(RecordedEvent::request).collect(Collectors.toSet());
    for (String person : List.of(ADA, GRACE)) {
      for (SlackMessage message : testbed.slack().ephemerals(person)) {
        message
            .plainText()
            .lines()
            .filter(line -> line.contains("is already confirmed and being applied"))
            .filter(line -> confirmations.stream().noneMatch(row -> isOf(row, line, message)))
            .forEach(line -> findings.lost("said privately but not true: " + person + " " + line));
        boolean baseless =
            message.plainText().contains("this request is already confirmed")
                && record.audit().stream()
                    .filter(row -> row.is("REFUSED_CLICK") && row.actor().equals(person))
                    .filter(row -> ZohoChanges.isBy(row.at(), message.at()))
                    .noneMatch(row -> confirmed.contains(row.request()));
        if (baseless) {
          findings.lost("said privately but not true: " + person + " " + message);
        }
      }
    }
  }

  private static boolean isOf(RecordedEvent row, String line, SlackMessage message) {
    return line.startsWith(row.address() + ":") && ZohoChanges.isBy(row.at(), message.at());
  }

  private static OutgoingStatus wanted(ZohoWrite write) {
    return write.blocked() ? OutgoingStatus.BLOCKED : OutgoingStatus.CAN_SEND;
  }

  static String describe(ChangeRequest request) {
    return "%s %s %s %s (confirmed %s, %d attempts) %s "
        .formatted(
            request.action(),
            request.mailbox().address(),
            request.state(),
            request.id().value(),
            Objects.toString(request.decision().at()),
            request.progress().writes(),
            request.progress().note());
  }
}
