package dev.mailbrake.bench.crash;

import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import java.util.List;

/** Checks the blocks in force against Zoho, and temporary blocks against their scheduled jobs. */
final class InForceCheck {
  private final FinalRecord record;
  private final Findings findings;

  InForceCheck(FinalRecord record, Findings findings) {
    this.record = record;
    this.findings = findings;
  }

  void compare(List<ZohoAccount> accounts) {
    accounts.forEach(this::account);
    record
        .requests()
        .filter(request -> request.effect().isTemporary())
        .filter(timed -> !record.reminders().contains(timed.id().value()))
        .forEach(timed -> findings.lost("never expires: " + Comparison.describe(timed)));
  }

  private void account(ZohoAccount account) {
    OutgoingStatus real =
        account.outgoingBlocked() ? OutgoingStatus.BLOCKED : OutgoingStatus.CAN_SEND;
    List<ChangeRequest> inForce =
        record
            .requests()
            .filter(request -> request.mailbox().id().accountId().equals(account.accountId()))
            .filter(request -> request.effect().isInForce())
            .toList();
    inForce.stream()
        .filter(request -> request.action().wanted() != real)
        .forEach(
            request ->
                findings.untrue(
                    "in force but not at Zoho: " + Comparison.describe(request) + real));
    // Nobody uses the console here: except for Boris's, every lasting block is one of ours.
    boolean isOurs = !account.address().equals(SampleOrganization.BLOCKED);
    if (isOurs && account.outgoingBlocked() && inForce.isEmpty()) {
      findings.lost("blocked without a block on record: " + account.address());
    }
  }
}
