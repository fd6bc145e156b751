package dev.mailbrake.story;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.zoho.ActiveFault;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.SampleOrganization;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import dev.mailbrake.sandbox.zoho.ZohoRequest;
import java.time.Duration;
import java.util.List;

/**
 * A block of Rebecca's mailbox from its card to its end, and the state of the accounts afterwards.
 */
final class ConfirmedBlock implements AutoCloseable {
  private static final String ACCOUNT_ID = "2560636000000008002";

  final Workplace work = Workplace.open();
  private final SlackMessage card = work.ada.asksToBlock(REBECCA);
  private int before;

  /** By now the stored status is too old to write without reading again. */
  ConfirmedBlock afterTwoMinutes() {
    work.passes(Duration.ofMinutes(2));
    return this;
  }

  ConfirmedBlock meets(ZohoFault fault) {
    work.zoho.inject(fault);
    return this;
  }

  ConfirmedBlock meets(ActiveFault fault) {
    work.zoho.inject(fault);
    return this;
  }

  ConfirmedBlock meetsOnce(ZohoFault fault, RequestKind kind) {
    return meets(fault.on(kind).times(1));
  }

  ConfirmedBlock lagsBy(Duration time) {
    work.zoho.settings().lag(time);
    return meets(ZohoFault.LAGGING_READS);
  }

  ConfirmedBlock isConfirmed() {
    before = work.zoho.requests().size();
    work.ada.presses(Workplace.BLOCK, card);
    return this;
  }

  /** The card, once it contains all of these. */
  String says(String... words) {
    return work.card(words).plainText();
  }

  ConfirmedBlock passes(Duration time) {
    work.passes(time);
    return this;
  }

  /** Lets the time pass; Zoho's clock moves only at the end. */
  ConfirmedBlock leavesZohoAloneFor(Duration time) {
    awaitRest();
    String sofar = requests();
    work.passes(time.minusSeconds(1));
    awaitRest();
    assertThat(requests()).isEqualTo(sofar);
    return passes(Duration.ofSeconds(1));
  }

  private void awaitRest() {
    work.passes(Duration.ZERO);
  }

  /** Zoho's requests since the click, as in {@code PUT 503, GET 200}; 0 means no answer. */
  String requests() {
    List<ZohoRequest> all = work.zoho.requests();
    return String.join(
        ", ",
        all.subList(before, all.size()).stream()
            .map(one -> one.method() + " " + one.status())
            .toList());
  }

  /** How often the block took effect in Zoho. */
  int effects() {
    return work.zoho.writes().size();
  }

  /** Whether her account is really blocked, and no other except the one that always was. */
  boolean isInForceForRebeccaAlone() {
    return work.zoho.accounts().stream()
        .filter(ZohoAccount::outgoingBlocked)
        .filter(account -> !account.address().equals(SampleOrganization.BLOCKED))
        .map(ZohoAccount::accountId)
        .toList()
        .equals(List.of(ACCOUNT_ID));
  }

  /** The audit log after request and confirmation: {@code ATTEMPTED, OUTCOME VERIFIED}. */
  String audit() {
    return String.join(
        ", ",
        work.record()
            .column(
                "select trim(event || ' ' || detail) from audit_log where seq > 2 order by seq"));
  }

  String state() {
    return work.record().states().get(0);
  }

  @Override
  public void close() {
    work.close();
  }
}
