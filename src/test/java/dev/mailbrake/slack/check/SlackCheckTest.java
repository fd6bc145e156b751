package dev.mailbrake.slack.check;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.DORA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GUSTAV;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_AUDIT;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.MAIL_SECURITY;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.RANDOM;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.STEVE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Secret;
import dev.mailbrake.config.SlackSettings;
import dev.mailbrake.config.SlackSettings.SlackMode;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.sandbox.MovableClock;
import dev.mailbrake.sandbox.slack.FakeSlack;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackCheckTest {
  private static final SlackMode HTTP = new SlackMode.Http(new Secret(FakeSlack.SIGNING_SECRET));
  private static final List<String> NOT_WITHOUT_TOKEN =
      List.of("Slack scopes", "Approvers", "Approver groups", "Enough approvers", "Audit channel");

  private final MovableClock clock = new MovableClock();
  @AutoClose private final FakeSlack slack = FakeSlack.start(clock);
  private URI url = slack.apiUrl();
  private String botToken = FakeSlack.BOT_TOKEN;
  private SlackMode mode = HTTP;
  private String auditChannel = MAIL_AUDIT;
  private Approvers approvers = new Approvers(Set.of(ADA), Set.of(ON_CALL));
  private Clock ours = clock;

  private List<Finding> findings() {
    SlackSettings settings =
        new SlackSettings(new Secret(botToken), mode, url, Optional.of(auditChannel));
    return new SlackCheck(settings, approvers, ours).look();
  }

  private Finding finding(String subject) {
    return findings().stream().filter(it -> it.subject().equals(subject)).findFirst().orElseThrow();
  }

  private void isGood(String subject, String seen) {
    assertThat(finding(subject)).isEqualTo(Finding.good(subject, seen));
  }

  private void isBad(String subject, String seen, String remedy) {
    assertThat(finding(subject))
        .satisfies(
            it -> {
              assertThat(it.holds()).isFalse();
              assertThat(it.seen()).isEqualTo(seen);
              assertThat(it.remedy()).contains(remedy);
            });
  }

  @Test
  void findsNoProblemAndPostsNothing() {
    assertThat(findings())
        .extracting(Finding::subject, Finding::holds, Finding::seen)
        .containsExactly(
            holds("Slack token", "the bot is mailbrake in the workspace Zylker"),
            holds("Slack scopes", "the token has what is needed and no more"),
            holds("Slack clock", "this machine's clock and Slack's agree"),
            holds("Approvers", "1 person: Ada Lovelace"),
            holds("Approver groups", "S0ONCALL01 has 1 member"),
            holds("Enough approvers", "at least two can approve: Ada Lovelace and Grace Hopper"),
            holds(
                "Audit channel",
                "the bot can use C0AUDIT001, as far as can be seen without posting"),
            holds(
                "Slack requests",
                "the signing secret cannot be checked from here; with the bot running, press Save"
                    + " at Event Subscriptions in the app's settings, and Slack verifies address"
                    + " and secret"));
    assertThat(slack.calls())
        .extracting(SlackCall::method, SlackCall::outcome)
        .contains(calls("chat.delete", "message_not_found"))
        .containsOnly(
            calls("auth.test", "ok"),
            calls("users.info", "ok"),
            calls("usergroups.users.list", "ok"),
            calls("chat.delete", "message_not_found"));
    assertThat(slack.messages(MAIL_AUDIT)).isEmpty();
  }

  private static Tuple holds(String subject, String seen) {
    return Tuple.tuple(subject, true, seen);
  }

  private static Tuple calls(String method, String outcome) {
    return Tuple.tuple(method, outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_INACTIVE, the app is not in the workspace any more (account_inactive), Install the"
        + " app",
    "TOKEN_REVOKED, the token was revoked (token_revoked), Install the app",
    "INTERNAL_ERROR, Slack answered internal_error, try again later",
    "DOWN, Slack answered HTTP 503, try again later",
    "RESET, Slack cannot be reached, reach Slack's Web API over HTTPS"
  })
  void saysWhatIsWrongWithTheToken(SlackFault fault, String seen, String remedy) {
    slack.faults().begin(fault);

    isBad("Slack token", seen, remedy);
    assertThat(findings())
        .filteredOn(it -> it.seen().equals("skipped"))
        .extracting(Finding::subject)
        .containsAll(NOT_WITHOUT_TOKEN);
  }

  @Test
  void saysThatSlackDoesNotKnowTheTokenAndStillChecksTheClock() {
    botToken = "xoxb-of-another-app";

    isBad("Slack token", "Slack knows no such token (invalid_auth)", "Bot User OAuth Token");
    isGood("Slack clock", "this machine's clock and Slack's agree");
    assertThat(findings().toString()).doesNotContain(botToken);
  }

  @Test
  void saysThatSlackCannotBeReached() {
    url = URI.create("http://127.0.0.1:1/api/");

    isBad("Slack token", "Slack cannot be reached", "reach Slack's Web API over HTTPS");
    assertThat(finding("Slack clock")).isEqualTo(Finding.skipped("Slack clock", "Slack token"));
  }

  @Test
  void namesTheScopesThatAreMissing() {
    slack.grant("commands", "chat:write", "users:read");

    isBad(
        "Slack scopes",
        "the token is missing users:read.email, usergroups:read",
        "reinstall it to the workspace");
    isBad("Approver groups", "S0ONCALL01 cannot be read: Slack answered missing_scope", "");
  }

  @Test
  void namesTheScopesThatAreSuperfluous() {
    slack.grant(
        "admin", "commands", "chat:write", "users:read", "users:read.email", "usergroups:read");

    isGood("Slack scopes", "the token has what is needed; superfluous: admin");
  }

  @ParameterizedTest
  @CsvSource({
    "PT61S, 61 seconds ahead of",
    "PT-61S, 61 seconds behind",
    "PT10M, 10 minutes ahead of"
  })
  void saysHowFarTheClockIsOff(Duration off, String words) {
    ours = Clock.offset(clock, off);

    isBad("Slack clock", "this machine's clock is " + words + " Slack's", "NTP");
  }

  @Test
  void ignoresAMinuteBetweenTheClocks() {
    ours = Clock.offset(clock, Duration.ofSeconds(60));

    assertThat(finding("Slack clock").holds()).isTrue();
  }

  @Test
  void namesEveryoneWhoCannotApprove() {
    slack.workspace().put(slack.workspace().user(NILS).with(SlackUser.Trait.BOT));
    approvers = new Approvers(Set.of(ADA, DORA, GUSTAV, NILS, STEVE, "U0NOBODY01"), Set.of());

    isBad(
        "Approvers",
        "U0DORA0001 (Dora Keller) is a deactivated user; U0GUSTAV01 (Gustav Brandt) is a guest;"
            + " U0NILS0001 (Nils Lindqvist) is a bot; U0NOBODY01 is not known to Slack here;"
            + " U0STEVE001 (Steve Novak) is from another workspace",
        "MAILBRAKE_APPROVERS");
    isBad("Enough approvers", "only Ada Lovelace can approve", "at least two");
  }

  @Test
  void saysWhomSlackDidNotDescribe() {
    slack.faults().begin(SlackFault.INTERNAL_ERROR.always().on("users.info"));

    isBad("Approvers", "U0ADA00001 could not be checked: Slack answered internal_error", "");
    isBad("Enough approvers", "nobody can approve anything", "at least two");
  }

  @Test
  void saysWhichGroupsAreUseless() {
    slack.workspace().put(UserGroup.of("S0EMPTY001", "empty"));
    slack.workspace().put(UserGroup.of("S0SECRET01", "secret", GRACE).unreadable());
    approvers = new Approvers(Set.of(), Set.of(ON_CALL, "S0EMPTY001", "S0SECRET01", "S0NOTHERE1"));

    isBad(
        "Approver groups",
        "S0EMPTY001 has no members; S0NOTHERE1 cannot be read: Slack answered no_such_subteam;"
            + " S0SECRET01 cannot be read: Slack answered permission_denied",
        "not disabled");
    assertThat(findings()).extracting(Finding::subject).doesNotContain("Approvers");
  }

  @Test
  void countsSomebodyWhoIsNamedTwiceOnce() {
    approvers = new Approvers(Set.of(GRACE), Set.of(ON_CALL));

    isBad("Enough approvers", "only Grace Hopper can approve", "at least two");
  }

  @Test
  void limitsHowManyMembersOfALargeGroupItLooksUp() {
    slack.workspace().put(UserGroup.of(ON_CALL, "on-call", ADA, GRACE, GUSTAV, NILS));
    approvers = new Approvers(Set.of(), Set.of(ON_CALL));

    isGood("Enough approvers", "at least two can approve: Ada Lovelace and Grace Hopper");
    assertThat(slack.calls()).filteredOn(it -> it.method().equals("users.info")).hasSize(2);
  }

  @Test
  void printsNobodysNameAsTheyWroteItForTheTerminal() {
    slack.workspace().put(SlackUser.member(ADA, "ada", "Ada\u001b[2J\nAll is well"));

    isGood("Approvers", "1 person: Ada [2J All is well");
  }

  @Test
  void saysThatTheBotIsNotInTheAuditChannel() {
    auditChannel = RANDOM;

    isBad(
        "Audit channel",
        "the bot is not in C0RANDOM01, or there is no such channel (not_in_channel)",
        "/invite");
  }

  @ParameterizedTest
  @ValueSource(strings = {"C0NOTHERE1", MAIL_SECURITY})
  void saysThatTheAuditChannelIsHidden(String channel) {
    auditChannel = channel;
    slack
        .workspace()
        .put(
            slack
                .workspace()
                .channel(MAIL_SECURITY)
                .withoutMember(FakeSlack.BOT_USER)
                .with(SlackChannel.Trait.PRIVATE));

    isBad(
        "Audit channel",
        "the bot is not in %s, or there is no such channel (channel_not_found)".formatted(channel),
        "/invite");
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHIVED, Slack answered is_archived about C0AUDIT001",
    "DOWN, Slack answered HTTP 503"
  })
  void saysWhatElseIsWrongWithTheAuditChannel(SlackFault fault, String seen) {
    slack.faults().begin(fault.always().on("chat.delete"));

    assertThat(finding("Audit channel"))
        .extracting(Finding::holds, Finding::seen)
        .containsExactly(false, seen);
  }

  @Test
  void saysWhatIsWrongWithTheTokenOfSocketMode() {
    mode = new SlackMode.Socket(new Secret("xapp-of-an-app"));
    slack.faults().begin(SlackFault.TOKEN_REVOKED.always().on("apps.connections.open"));

    isBad("Socket Mode", "the app-level token was revoked (token_revoked)", "connections:write");
    assertThat(findings()).extracting(Finding::subject).doesNotContain("Slack requests");
  }

  @Test
  void saysThatSocketModeDidNotAnswer() {
    mode = new SlackMode.Socket(new Secret("xapp-of-an-app"));
    slack.faults().begin(SlackFault.RESET.always().on("apps.connections.open"));

    isBad("Socket Mode", "Slack cannot be reached", "over HTTPS");
  }
}
