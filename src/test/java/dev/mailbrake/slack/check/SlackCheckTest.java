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
import dev.mailbrake.check.Finding.Result;
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
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
  private Set<String> channels = Set.of();
  private Clock ours = clock;

  private List<Finding> findings() {
    SlackSettings settings =
        new SlackSettings(new Secret(botToken), mode, url, Optional.of(auditChannel));
    return new SlackCheck(settings, approvers, channels, ours).look();
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
              assertThat(it.failed()).isTrue();
              assertThat(it.seen()).isEqualTo(seen);
              assertThat(it.remedy()).contains(remedy);
            });
  }

  @Test
  void findsNoProblemAndPostsNothing() {
    assertThat(findings())
        .extracting(Finding::subject, Finding::result, Finding::seen)
        .containsExactly(
            holds("Slack token", "the bot is mailbrake in the workspace Zylker"),
            holds("Slack scopes", "the token has the ones that are needed and no others"),
            holds("Slack clock", "this machine's clock and Slack's agree"),
            holds("Approvers", "1 person: Ada Lovelace"),
            holds("Approver groups", "S0ONCALL01 has 1 member"),
            holds(
                "Enough approvers",
                "at least two people can approve: Ada Lovelace and Grace Hopper"),
            unchecked(
                "Audit channel",
                "C0AUDIT001 exists, but only a post would show that the bot is in it"),
            unchecked(
                "Slack requests",
                "the signing secret and the app's addresses can't be checked from here"));
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
    return Tuple.tuple(subject, Result.OK, seen);
  }

  private static Tuple unchecked(String subject, String seen) {
    return Tuple.tuple(subject, Result.UNCHECKED, seen);
  }

  private static Tuple calls(String method, String outcome) {
    return Tuple.tuple(method, outcome);
  }

  @ParameterizedTest
  @CsvSource({
    "ACCOUNT_INACTIVE, the app is no longer in the workspace (account_inactive), Install the"
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
        .filteredOn(it -> it.seen().equals("skipped – fix “Slack token” first"))
        .extracting(Finding::subject)
        .containsAll(NOT_WITHOUT_TOKEN);
  }

  @Test
  void saysThatSlackDoesNotKnowTheTokenAndStillChecksTheClock() {
    botToken = "xoxb-of-another-app";

    isBad("Slack token", "Slack doesn't know this token (invalid_auth)", "Bot User OAuth Token");
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
    isBad("Approver groups", "S0ONCALL01 can't be read: Slack answered missing_scope", "");
  }

  @Test
  void namesTheScopesThatAreSuperfluous() {
    slack.grant(
        "admin", "commands", "chat:write", "users:read", "users:read.email", "usergroups:read");

    isGood("Slack scopes", "the token has the ones that are needed; not needed: admin");
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

    assertThat(finding("Slack clock").failed()).isFalse();
  }

  @Test
  void namesEveryoneWhoCannotApprove() {
    slack.workspace().put(slack.workspace().user(NILS).with(SlackUser.Trait.BOT));
    approvers = new Approvers(Set.of(ADA, DORA, GUSTAV, NILS, STEVE, "U0NOBODY01"), Set.of());

    isBad(
        "Approvers",
        "U0DORA0001 (Dora Keller) is a deactivated user; U0GUSTAV01 (Gustav Brandt) is a guest;"
            + " U0NILS0001 (Nils Lindqvist) is a bot; no user U0NOBODY01 in this workspace;"
            + " U0STEVE001 (Steve Novak) is from another workspace",
        "MAILBRAKE_APPROVERS");
    isBad("Enough approvers", "only Ada Lovelace can approve", "at least two");
  }

  @Test
  void saysWhomSlackDidNotDescribe() {
    slack.faults().begin(SlackFault.INTERNAL_ERROR.always().on("users.info"));

    isBad("Approvers", "U0ADA00001 can't be checked: Slack answered internal_error", "");
    isBad("Enough approvers", "nobody can approve anything", "at least two");
  }

  @Test
  void saysWhichGroupsAreUseless() {
    slack.workspace().put(UserGroup.of("S0EMPTY001", "empty"));
    slack.workspace().put(UserGroup.of("S0SECRET01", "secret", GRACE).unreadable());
    approvers = new Approvers(Set.of(), Set.of(ON_CALL, "S0EMPTY001", "S0SECRET01", "S0NOTHERE1"));

    isBad(
        "Approver groups",
        "S0EMPTY001 has no members; S0NOTHERE1 can't be read: Slack answered no_such_subteam;"
            + " S0SECRET01 can't be read: Slack answered permission_denied",
        "aren't disabled");
    assertThat(findings()).extracting(Finding::subject).doesNotContain("Approvers");
  }

  @Test
  void namesMembersOfAGroupWhoCannotApproveAndDoesNotCountThem() {
    slack.workspace().put(UserGroup.of(ON_CALL, "on-call", DORA, GRACE, GUSTAV));
    approvers = new Approvers(Set.of(), Set.of(ON_CALL));

    isBad(
        "Approver groups",
        "in S0ONCALL01, U0DORA0001 (Dora Keller) is a deactivated user, U0GUSTAV01 (Gustav Brandt)"
            + " is a guest",
        "keep only full members");
    isBad("Enough approvers", "only Grace Hopper can approve", "at least two");
  }

  @Test
  void countsSomebodyWhoIsNamedTwiceOnce() {
    approvers = new Approvers(Set.of(GRACE), Set.of(ON_CALL));

    isBad("Enough approvers", "only Grace Hopper can approve", "at least two");
  }

  @Test
  void limitsHowManyMembersOfALargeGroupItLooksUp() {
    String[] crowd =
        IntStream.range(10, 60).mapToObj(number -> "U0CROWD0" + number).toArray(String[]::new);
    Stream.of(crowd).forEach(id -> slack.workspace().put(SlackUser.member(id, "crowd", id)));
    slack.workspace().put(UserGroup.of(ON_CALL, "on-call", crowd));
    approvers = new Approvers(Set.of(), Set.of(ON_CALL));

    isGood("Enough approvers", "at least two people can approve: U0CROWD010 and U0CROWD011");
    assertThat(slack.calls()).filteredOn(it -> it.method().equals("users.info")).hasSize(20);
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
        "the bot isn't in C0RANDOM01, or there's no such channel (not_in_channel)",
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
        "the bot isn't in %s, or there's no such channel (channel_not_found)".formatted(channel),
        "/invite");
  }

  @ParameterizedTest
  @CsvSource({
    "ARCHIVED, C0AUDIT001: Slack answered is_archived",
    "DOWN, C0AUDIT001: Slack answered HTTP 503"
  })
  void saysWhatElseIsWrongWithTheAuditChannel(SlackFault fault, String seen) {
    slack.faults().begin(fault.always().on("chat.delete"));

    assertThat(finding("Audit channel"))
        .extracting(Finding::result, Finding::seen)
        .containsExactly(Result.FAILED, seen);
  }

  @Test
  void saysOfEachWorkingChannelHowFarItCanBeSeen() {
    channels = Set.of(MAIL_SECURITY, RANDOM, "C0NOTHERE1");

    assertThat(findings())
        .filteredOn(it -> it.subject().equals("Channels"))
        .containsExactly(
            Finding.unchecked(
                "Channels",
                "C0MAILSEC1 exists, but only a post would show that the bot is in it",
                "If it isn't, type /invite and its name in that channel."),
            outside("C0NOTHERE1", "channel_not_found"),
            outside(RANDOM, "not_in_channel"));
    assertThat(slack.messages(MAIL_SECURITY)).isEmpty();
  }

  private static Finding outside(String channel, String error) {
    return Finding.bad(
        "Channels",
        "the bot isn't in %s, or there's no such channel (%s)".formatted(channel, error),
        "Type /invite and the bot's name in that channel, or correct MAILBRAKE_CHANNELS.");
  }

  @Test
  void skipsTheWorkingChannelsWithoutAToken() {
    channels = Set.of(RANDOM);
    slack.faults().begin(SlackFault.TOKEN_REVOKED);

    assertThat(finding("Channels")).isEqualTo(Finding.skipped("Channels", "Slack token"));
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
