package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.BLOCKED;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.PAULA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static dev.mailbrake.sandbox.zoho.SampleOrganization.SALES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.Mailbox.MailboxRole;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.mailbox.OutgoingStatus;
import dev.mailbrake.mailbox.Urgency;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ThrottleBody;
import dev.mailbrake.sandbox.zoho.ZohoAccount;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdminMailboxesTest {
  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final Zoho ours = Access.asAdmin(zoho.url(), Access.CONFIGURED, clock);

  @Test
  void findsAMailboxByItsAddressWithOneRequest() {
    found(PAULA); // The first lookup also asks who owns the token.
    long before = apiRequests();
    Mailbox rebecca = found(REBECCA);

    assertThat(rebecca)
        .isEqualTo(
            new Mailbox(
                new MailboxId("9007199254740992", "2560636000000008002"),
                new MailAddress(REBECCA),
                Set.of(new MailAddress(SALES)),
                "Rebecca Anderson",
                MailboxRole.MEMBER,
                OutgoingStatus.CAN_SEND,
                clock.instant()));
    assertThat(apiRequests() - before).isEqualTo(1);
    assertThat(found(BLOCKED).outgoing()).isEqualTo(OutgoingStatus.BLOCKED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":{\"code\":200},\"data\":[%1$s,%1$s]}",
        "{\"status\":{\"code\":200}}",
        "{\"data\":[]}",
        "{\"data\":{}}"
      })
  void takesAnOddAnswerForNeitherAMailboxNorNone(String body) {
    String account = "{\"zuid\":1,\"accountId\":2,\"primaryEmailAddress\":\"rebecca@zylker.com\"}";
    try (ScriptedZoho scripted = new ScriptedZoho()) {
      Zoho there = Access.asAdmin(scripted.url(), Access.CONFIGURED, clock);
      Mailbox known = ((Lookup.Found) there.directory().find(new MailAddress(REBECCA))).mailbox();
      scripted.answers(200, body.formatted(account));

      assertThat(there.directory().find(new MailAddress(REBECCA)))
          .isInstanceOfSatisfying(
              Lookup.Failed.class, failed -> assertThat(failed.failure().isPassing()).isTrue());
      assertThat(there.control().read(known, Urgency.CHANGE)).isNotInstanceOf(Lookup.Found.class);
    }
  }

  @Test
  void findsTheAccountThatListsTheAddressAmongOthers() {
    zoho.inject(ZohoFault.CROWDED_LOOKUP);

    assertThat(found(SALES).address()).isEqualTo(new MailAddress(REBECCA));
  }

  @Test
  void findsTheAccountBehindAnAlias() {
    assertThat(found(SALES)).isEqualTo(found(REBECCA));
  }

  @Test
  void distinguishesTwoPeopleWhoseIdsDifferInTheLastDigitOnly() {
    assertThat(found(REBECCA).id().zuid()).isEqualTo("9007199254740992");
    assertThat(found(PAULA).id().zuid()).isEqualTo("9007199254740993");
  }

  @Test
  void readsRecordsWithEveryValueQuoted() {
    zoho.settings().everythingQuoted(true);

    assertThat(found(BLOCKED).outgoing()).isEqualTo(OutgoingStatus.BLOCKED);
    assertThat(found(PAULA).id().zuid()).isEqualTo("9007199254740993");
  }

  @Test
  void reportsAMissingStatusAsUnknown() {
    zoho.add(person("quiet@zylker.com").without("outgoingBlocked"));

    assertThat(found("quiet@zylker.com").outgoing()).isEqualTo(OutgoingStatus.UNKNOWN);
  }

  @Test
  void refusesAnAccountWithoutIds() {
    zoho.add(person("noids@zylker.com").without("accountId"));

    assertThat(failure("noids@zylker.com").reason()).contains("lacks the account's ids");
  }

  @Test
  void findsNoMailboxThatZohoDoesNotKnow() {
    assertThat(find("nobody@zylker.com")).isEqualTo(new Lookup.Missing());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"re+becca", "o'brien", "sales#1", "a&b=c", "is_it?", "{x}|y^z`", "*~!$-", "*"})
  void findsOddLocalParts(String local) {
    String address = local + "@zylker.com";
    zoho.add(person(address));

    assertThat(found(address).address()).isEqualTo(new MailAddress(address));
  }

  /** Checked undecoded, because FakeZoho's server refuses such a path. */
  @ParameterizedTest
  @CsvSource({
    "100%@zylker.com, 100%25@zylker.com",
    "a/b@zylker.com, a%2Fb@zylker.com",
    "a%2fb@zylker.com, a%252fb@zylker.com",
    "*!$@zylker.com, %2A%21%24@zylker.com",
    "re+becca@zylker.com, re%2Bbecca@zylker.com",
    "a#b?c@zylker.com, a%23b%3Fc@zylker.com"
  })
  void encodesAnAddressAsOnePartOfThePath(String address, String encoded) {
    try (ScriptedZoho scripted = new ScriptedZoho()) {
      Zoho there = Access.asAdmin(scripted.url(), Access.CONFIGURED, clock);

      there.directory().find(new MailAddress(address));

      assertThat(scripted.calls())
          .containsExactly("GET /api/accounts", ScriptedZoho.pathOf(encoded));
    }
  }

  @Test
  void readsAMailboxAgainByItsIdsAfterItsAddressChanged() {
    Mailbox known = found(REBECCA);
    zoho.rename(REBECCA, "becky@zylker.com");
    zoho.setOutgoingBlocked("becky@zylker.com", true);

    Lookup again = ours.control().read(known, Urgency.CHANGE);

    assertThat(again).isInstanceOf(Lookup.Found.class);
    Mailbox now = ((Lookup.Found) again).mailbox();
    assertThat(now.id()).isEqualTo(known.id());
    assertThat(now.address()).isEqualTo(new MailAddress("becky@zylker.com"));
    assertThat(now.outgoing()).isEqualTo(OutgoingStatus.BLOCKED);
  }

  @Test
  void ignoresAnotherAccountOfTheSamePerson() {
    Mailbox known = found(REBECCA);
    MailboxId other = new MailboxId(known.id().zuid(), "2560636000000009999");
    Mailbox elsewhere = mailboxOf(other, MailboxRole.MEMBER);

    assertThat(ours.control().read(elsewhere, Urgency.CHANGE)).isEqualTo(new Lookup.Missing());
  }

  @Test
  void asksForTheOrganizationOnce() {
    Zoho asking = Access.asAdmin(zoho.url(), Access.TO_BE_ASKED, clock);

    asking.directory().find(new MailAddress(REBECCA));
    asking.directory().find(new MailAddress(PAULA));

    assertThat(zoho.requests()).filteredOn(sent -> sent.path().equals("/api/accounts")).hasSize(1);
    assertThat(apiRequests()).isEqualTo(3);
  }

  @Test
  void saysThatTheTokensOwnerHasOnlyAPersonalMailbox() {
    zoho.settings().personal(true);
    Zoho asking = Access.asAdmin(zoho.url(), Access.TO_BE_ASKED, clock);

    Lookup answer = asking.directory().find(new MailAddress(REBECCA));

    Failure failure = ((Lookup.Failed) answer).failure();
    assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
    assertThat(failure.sentence()).contains("no organization", "ZOHO_ORGANIZATION_ID");
  }

  @ParameterizedTest
  @CsvSource({
    "DOWN, RETRY_LATER, HTTP 503",
    "HTML, RETRY_LATER, made no sense",
    "EMPTY, RETRY_LATER, made no sense",
    "PAGE_404, RETRY_LATER, made no sense",
    "FOREIGN_RECORD, REFUSED, does not list this address",
    "RESET, RETRY_LATER, dropped the connection",
    "SCOPE_MISSING, REFUSED, scope",
    "NOT_ADMIN, REFUSED, Zoho refused",
    "BUSINESS_500, UNPROVEN, Maximum user license limit reached"
  })
  void saysWhyAMailboxCannotBeLookedUp(ZohoFault fault, Kind kind, String words) {
    zoho.inject(fault.on(RequestKind.READ));

    Failure failure = failure(REBECCA);

    assertThat(failure.kind()).isEqualTo(kind);
    assertThat(failure.reason()).contains(words);
  }

  @ParameterizedTest
  @EnumSource(ThrottleBody.class)
  void pausesAfterThrottlingInAnyFormAndContinuesAfterwards(ThrottleBody form) {
    zoho.settings().throttleForm(form);
    zoho.inject(ZohoFault.THROTTLED.times(1));

    Failure first = failure(REBECCA);
    assertThat(first.isPassing()).isTrue();
    assertThat(first.pause()).isEqualTo(Duration.ofMinutes(1));

    clock.passes(Duration.ofMinutes(1));
    assertThat(found(REBECCA).address()).isEqualTo(new MailAddress(REBECCA));
  }

  @Test
  void sendsNothingWhileItPauses() {
    found(REBECCA);
    zoho.inject(ZohoFault.THROTTLED.times(1));
    failure(REBECCA);
    int sofar = zoho.requests().size();

    Failure paused =
        ((Lookup.Failed) ours.control().read(someMailbox(), Urgency.BACKGROUND)).failure();

    assertThat(paused.isPassing()).isTrue();
    assertThat(paused.pause()).isEqualTo(Duration.ofMinutes(1));
    assertThat(zoho.requests()).hasSize(sofar);
  }

  @Test
  void fetchesAFreshTokenOnceIfZohoRefusesTheOldOne() {
    found(REBECCA);
    zoho.inject(ZohoFault.TOKENS_EXPIRED);

    assertThat(found(REBECCA).address()).isEqualTo(new MailAddress(REBECCA));
    assertThat(zoho.tokensIssued()).isEqualTo(2);
  }

  @Test
  void fetchesNoFreshTokenIfAScopeIsMissing() {
    found(REBECCA);
    zoho.inject(ZohoFault.SCOPE_MISSING);

    failure(REBECCA);

    assertThat(zoho.tokensIssued()).isEqualTo(1);
  }

  @Test
  void usesOneTokenForAnHourAndThenAnother() {
    found(REBECCA);
    clock.passes(Duration.ofMinutes(57));
    found(REBECCA);
    assertThat(zoho.tokensIssued()).isEqualTo(1);

    clock.passes(Duration.ofMinutes(4));
    found(REBECCA);
    assertThat(zoho.tokensIssued()).isEqualTo(2);
  }

  private Mailbox mailboxOf(MailboxId id, MailboxRole role) {
    return new Mailbox(
        id, new MailAddress(REBECCA), Set.of(), "", role, OutgoingStatus.CAN_SEND, clock.instant());
  }

  private Mailbox someMailbox() {
    return mailboxOf(new MailboxId("1", "2"), MailboxRole.MEMBER);
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

  private static ZohoAccount person(String address) {
    return ZohoAccount.member(9007199254749999L, "2560636000000007777", address, "Odd", "Person");
  }
}
