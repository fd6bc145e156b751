package dev.mailbrake.zoho;

import static dev.mailbrake.sandbox.zoho.SampleOrganization.REBECCA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.config.Authentication;
import dev.mailbrake.config.ZohoSettings;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.Lookup;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.MailboxId;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.request.apply.ApprovedChanges;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.zoho.FakeZoho;
import dev.mailbrake.sandbox.zoho.RequestKind;
import dev.mailbrake.sandbox.zoho.ZohoFault;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is repeated, and what is not. */
class ZohoCallsTest {
  private static final MailboxId ID = new MailboxId("9007199254740992", "2560636000000008002");

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeZoho zoho = FakeZoho.start(clock);
  private final CountedCalls counted = new CountedCalls();
  private final ZohoSettings settings =
      Access.settings(zoho.url(), Access.CONFIGURED, Authentication.ADMIN);
  private final Zoho ours = Zoho.connect(settings, counted, clock, Meters.off());

  @ParameterizedTest
  @EnumSource(names = {"RESET", "DOWN"})
  void repeatsAReadOnceAndCountsBothCalls(ZohoFault fault) {
    find();
    zoho.inject(fault.on(RequestKind.READ).times(1));

    assertThat(find()).isInstanceOf(Lookup.Found.class);

    assertThat(counted.after(Instant.MIN)).hasSize(2 + 2);
    assertThat(requests(RequestKind.READ)).isEqualTo(2 + 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESET", "DOWN"})
  void repeatsAReadOnlyOnce(ZohoFault fault) {
    find();
    zoho.inject(fault.on(RequestKind.READ));

    assertThat(find()).isInstanceOf(Lookup.Failed.class);

    assertThat(counted.after(Instant.MIN)).hasSize(2 + 2);
    assertThat(requests(RequestKind.READ)).isEqualTo(2 + 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"HANG_UP", "RESET", "DOWN", "RESET_AFTER_WRITE"})
  void neverRepeatsAChange(ZohoFault fault) {
    find();
    zoho.inject(fault.on(RequestKind.WRITE));

    ours.control().set(ApprovedChanges.of(ID, Action.BLOCK));

    assertThat(requests(RequestKind.WRITE)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "503, 0, 2",
    "502, 0, 2",
    "503, 120, 1",
    "502, '', 1",
    "429, 0, 1",
    "404, '', 1",
  })
  void repeatsAReadIfZohoAsksForNoMoreThanAMoment(int status, String retryAfter, int calls) {
    try (ScriptedZoho scripted = new ScriptedZoho()) {
      scripted.answers(status, "", Map.of("Retry-After", retryAfter));

      Access.asAdmin(scripted.url(), Access.CONFIGURED, clock)
          .directory()
          .find(new MailAddress(REBECCA));

      assertThat(scripted.calls()).hasSize(calls).containsOnly("GET /api/accounts");
    }
  }

  /** A NAT drops a connection without notice to either side. */
  @Test
  void answersALookupAtTheSecondTryIfTheKeptConnectionIsDead() {
    ZohoHttp http = ZohoHttp.open(Meters.off(), Duration.ofMillis(500));
    MailApi mail = http.mail(zoho.url());
    AccessTokens tokens =
        new AccessTokens(() -> http.login(zoho.url()).grant(Access.refresh()).access(), clock);
    ZohoCalls calls = new ZohoCalls(new MinuteBudget(30, counted, clock), tokens);
    TokenOwner owner = new TokenOwner(Access.CONFIGURED, calls, mail);
    AdminMailboxes mailboxes =
        new AdminMailboxes(
            calls, mail, owner, new AccountReader(clock), new StatusWriter(calls, clock));
    mailboxes.find(new MailAddress(REBECCA));
    zoho.inject(ZohoFault.KEPT_CONNECTION_DEAD);

    assertThat(mailboxes.find(new MailAddress(REBECCA))).isInstanceOf(Lookup.Found.class);
  }

  private Lookup find() {
    return ours.directory().find(new MailAddress(REBECCA));
  }

  private long requests(RequestKind kind) {
    return zoho.requests().stream().filter(sent -> sent.kind() == kind).count();
  }
}
