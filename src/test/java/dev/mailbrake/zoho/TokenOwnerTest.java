package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.ADMIN;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.OWNER;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.ChangeOutcome;
import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
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
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who owns the token, what that means for a mailbox, and what asking costs. */
class TokenOwnerTest {
  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Zoho ours = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock);

  @Test
  void readsTheRoleOfAMailboxInItsOrganization() {
    assertThat(found(REBECCA).role()).isEqualTo(MailboxRole.MEMBER);
    assertThat(found(ADMIN).role()).isEqualTo(MailboxRole.ADMINISTRATOR);
    assertThat(found(OWNER).role()).isEqualTo(MailboxRole.TOKEN_OWNER);
  }

  @ParameterizedTest
  @MethodSource("zoids")
  void asksForTheTokensOwnerOnce(Optional<String> zoid) {
    Zoho asking = Access.asAdmin(zoho.url(), zoid, clock);

    asking.directory().find(new MailAddress(OWNER));
    asking.directory().find(new MailAddress(ADMIN));
    asking.directory().find(new MailAddress(OWNER));

    assertThat(ownerWasAsked()).isEqualTo(1);
    assertThat(apiRequests()).isEqualTo(4);
  }

  static Stream<Optional<String>> zoids() {
    return Stream.of(Access.CONFIGURED, Access.TO_BE_ASKED);
  }

  @Test
  void looksUpNothingWhileTheTokensOwnerIsUnknown() {
    zoho.inject(ZohoFault.DOWN.on(RequestKind.READ).times(2));

    assertThat(failure(REBECCA).isPassing()).isTrue();

    assertThat(zoho.requests()).noneMatch(sent -> sent.path().contains("/organization/"));
    assertThat(found(REBECCA).role()).isEqualTo(MailboxRole.MEMBER);
  }

  @Test
  void looksUpNothingIfTheScopeForTheTokensOwnerIsMissing() {
    zoho.setScopes(Set.of("ZohoMail.organization.accounts.READ"));

    assertThat(failure(REBECCA).kind()).isEqualTo(Kind.REFUSED);
  }

  @Test
  void changesAndReadsWithoutKnowingTheTokensOwner() {
    Mailbox known = found(REBECCA);
    Zoho restarted = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock);
    long before = ownerWasAsked();

    assertThat(restarted.control().set(ApprovedChanges.of(known.id(), Action.BLOCK)))
        .isEqualTo(new ChangeOutcome.Accepted());
    assertThat(again(restarted, known).outgoing()).isEqualTo(OutgoingStatus.BLOCKED);

    assertThat(ownerWasAsked()).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource
  void remembersTheTokensOwnerAcrossARestart(MailboxRole role) {
    Mailbox known = mailboxOf(found(REBECCA).id(), role);
    Zoho restarted = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock);

    assertThat(again(restarted, known).role())
        .isEqualTo(role == MailboxRole.TOKEN_OWNER ? role : MailboxRole.MEMBER);
  }

  @Test
  void recognizesTheTokensOwnerByEitherId() {
    try (ScriptedZoho scripted = new ScriptedZoho()) {
      scripted.answers(200, ScriptedZoho.FOUND.replace("\"zuid\": 1, ", ""));
      Zoho there = Access.asAdmin(scripted.url(), Access.CONFIGURED, clock);
      assertThat(there.directory().find(new MailAddress(PAULA)))
          .isInstanceOf(Lookup.Failed.class); // without its zuid it cannot be changed
      scripted.answers(200, ScriptedZoho.FOUND);

      Lookup answer = there.directory().find(new MailAddress(REBECCA));

      assertThat(((Lookup.Found) answer).mailbox().role()).isEqualTo(MailboxRole.TOKEN_OWNER);
    }
  }

  @Test
  void looksUpNothingIfZohoNamesNoIdOfTheTokensOwner() {
    try (ScriptedZoho scripted = new ScriptedZoho()) {
      scripted.answers(200, "{\"status\": {\"code\": 200}, \"data\": [{\"country\": \"ke\"}]}");
      Zoho there = Access.asAdmin(scripted.url(), Access.CONFIGURED, clock);

      Lookup answer = there.directory().find(new MailAddress(REBECCA));

      assertThat(((Lookup.Failed) answer).failure().reason())
          .contains("does not say which mailbox");
      assertThat(scripted.calls()).containsExactly("GET /api/accounts");
    }
  }

  private static Mailbox again(Zoho there, Mailbox known) {
    Lookup answer = there.control().read(known, Urgency.CHANGE);
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).mailbox();
  }

  private long ownerWasAsked() {
    return zoho.requests().stream().filter(sent -> sent.path().equals("/api/accounts")).count();
  }

  private Mailbox mailboxOf(MailboxId id, MailboxRole role) {
    return new Mailbox(
        id, new MailAddress(REBECCA), Set.of(), "", role, OutgoingStatus.CAN_SEND, clock.instant());
  }

  private Lookup find(String address) {
    return ours.directory().find(new MailAddress(address));
  }

  private Mailbox found(String address) {
    Lookup answer = find(address);
    assertThat(answer).isInstanceOf(Lookup.Found.class);
    return ((Lookup.Found) answer).mailbox();
  }

  private Failure failure(String address) {
    Lookup answer = find(address);
    assertThat(answer).isInstanceOf(Lookup.Failed.class);
    return ((Lookup.Failed) answer).failure();
  }

  private long apiRequests() {
    return zoho.requests().stream().filter(sent -> sent.kind() != RequestKind.TOKEN).count();
  }
}
