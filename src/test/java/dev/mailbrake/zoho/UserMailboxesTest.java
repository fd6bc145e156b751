package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.request.apply.ApprovedChanges;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class UserMailboxesTest {
  private static final MailboxId ID = new MailboxId("9007199254740992", "2560636000000008002");

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Zoho ours = Access.asUser(zoho.url(), clock);

  @BeforeEach
  void rebeccaMadeTheToken() {
    zoho.setOwner(REBECCA);
    zoho.setScopes(Set.of("ZohoMail.accounts.READ", "ZohoMail.accounts.UPDATE"));
  }

  @Test
  void findsTheOwnersMailboxByAddressAndAlias() {
    assertThat(found(REBECCA).id()).isEqualTo(ID);
    assertThat(found(SALES)).isEqualTo(found(REBECCA));
  }

  @Test
  void marksEveryMailboxAsTheTokenOwners() {
    Mailbox found = found(REBECCA);

    assertThat(found.role()).isEqualTo(MailboxRole.TOKEN_OWNER);
    assertThat(ours.control().read(found, Urgency.CHANGE)).isEqualTo(new Lookup.Found(found));
  }

  @Test
  void findsNobodyElsesMailbox() {
    assertThat(ours.directory().find(new MailAddress(PAULA))).isEqualTo(new Lookup.Missing());
  }

  @Test
  void changesWithoutAZuidAndWithoutAskingForAnOrganization() {
    ChangeOutcome outcome = ours.control().set(ApprovedChanges.of(ID, Action.BLOCK));

    assertThat(outcome).isEqualTo(new ChangeOutcome.Accepted());
    assertThat(zoho.requests())
        .filteredOn(sent -> sent.kind() != RequestKind.TOKEN)
        .singleElement()
        .satisfies(
            sent -> {
              assertThat(sent.method()).isEqualTo("PUT");
              assertThat(sent.path()).isEqualTo("/api/accounts/" + ID.accountId());
              assertThat(sent.body())
                  .isEqualTo("{\"mode\":\"updateOutgoingStatus\",\"outgoingBlocked\":\"true\"}");
            });
  }

  @Test
  void readsBackWhatItChanged() {
    Mailbox before = found(REBECCA);
    ours.control().set(ApprovedChanges.of(ID, Action.BLOCK));

    Lookup after = ours.control().read(before, Urgency.CHANGE);

    assertThat(after).isInstanceOf(Lookup.Found.class);
    assertThat(((Lookup.Found) after).mailbox().outgoing()).isEqualTo(OutgoingStatus.BLOCKED);
  }

  @Test
  void worksForAPersonalMailboxToo() {
    zoho.settings().personal(true);

    assertThat(found(REBECCA).id()).isEqualTo(ID);
    assertThat(ours.control().set(ApprovedChanges.of(ID, Action.UNBLOCK)))
        .isEqualTo(new ChangeOutcome.Accepted());
  }

  private Mailbox found(String address) {
    Lookup answer = ours.directory().find(new MailAddress(address));
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).mailbox();
  }
}
