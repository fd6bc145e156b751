package dev.mailbrake.slack;

import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ADA;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.GRACE;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.NILS;
import static dev.mailbrake.sandbox.slack.people.SampleWorkspace.ON_CALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Approvers.GroupMembers;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;
import dev.mailbrake.sandbox.slack.people.UserGroup;
import dev.mailbrake.sandbox.slack.webapi.SlackFault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlackPeopleTest {
  private static final PersonName ADA_TYPED = new PersonName(ADA, "ada");

  @AutoClose private final SampleSlackPeople work = new SampleSlackPeople();

  @Test
  void knowsAPersonByTheirProfile() {
    assertThat(work.people.person(ADA_TYPED))
        .isEqualTo(
            new Person.Known(ADA, "Ada Lovelace", Membership.FULL, Optional.of("ada@zylker.com")));
  }

  @ParameterizedTest
  @CsvSource({"GUSTAV, GUEST", "DORA, DEACTIVATED", "STEVE, OTHER_WORKSPACE"})
  void knowsWhoIsNoFullMember(String who, Membership membership) throws Exception {
    String id = (String) SampleWorkspace.class.getField(who).get(null);

    assertThat(known(id).membership()).isEqualTo(membership);
  }

  @Test
  void asksForOurWorkspaceOnceAndForAPersonEveryTime() {
    work.people.person(ADA_TYPED);
    work.people.person(ADA_TYPED);

    assertThat(work.calls("auth.test")).isEqualTo(1);
    assertThat(work.calls("users.info")).isEqualTo(2);
  }

  @Test
  void seesAtOnceThatSomebodyWasDeactivated() {
    assertThat(known(ADA).membership()).isEqualTo(Membership.FULL);
    work.slack.workspace().put(work.slack.workspace().user(ADA).with(SlackUser.Trait.DELETED));

    assertThat(known(ADA).membership()).isEqualTo(Membership.DEACTIVATED);
  }

  @Test
  void takesSomebodyWhomSlackDoesNotKnowForAStranger() {
    assertThat(known("U0NOBODY01").membership()).isEqualTo(Membership.OTHER_WORKSPACE);
  }

  @Test
  void knowsNoAddressWithoutTheScopeForIt() {
    work.slack.grant("users:read");

    assertThat(known(ADA).email()).isEmpty();
  }

  @Test
  void cannotSayWhoSomebodyIsWithoutTheScope() {
    work.slack.grant("commands");

    assertThat(work.people.person(ADA_TYPED))
        .isEqualTo(new Person.Unreachable(ADA, "ada", "Slack answered missing_scope"));
  }

  @ParameterizedTest
  @EnumSource(names = {"DOWN", "RATE_LIMITED", "INTERNAL_ERROR", "RESET"})
  void cannotSayWhoSomebodyIsWhileSlackFails(SlackFault fault) {
    work.slack.faults().begin(fault);

    assertThat(work.people.person(ADA_TYPED)).isInstanceOf(Person.Unreachable.class);
    assertThat(work.people.members(ON_CALL)).isInstanceOf(GroupMembers.UnreadableGroup.class);

    work.slack.faults().endAll();
    assertThat(work.people.person(ADA_TYPED)).isInstanceOf(Person.Known.class);
    assertThat(work.people.members(ON_CALL)).isInstanceOf(GroupMembers.Listed.class);
  }

  @Test
  void cannotSayWhoSomebodyIsIfAWebPageComesInsteadOfSlacksAnswer() {
    try (WebPage proxy = new WebPage()) {
      SlackPeople people = new SlackPeople(proxy.api(), work.clock);

      assertThat(people.person(ADA_TYPED)).isInstanceOf(Person.Unreachable.class);
      assertThat(people.members(ON_CALL)).isInstanceOf(GroupMembers.UnreadableGroup.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'ok':true}",
        "{'ok':true,'team_id':''}",
        "{'ok':true,'team_id':'T0ZYLKER01'}",
        "{'ok':true,'team_id':'T0ZYLKER01','user':null,'users':null}",
        "{'ok':true,'team_id':'T0ZYLKER01','user':{},'users':[null]}",
        "{'ok':true,'team_id':'T0ZYLKER01','user':{'team_id':'T0ZYLKER01','deleted':false}}",
        "[]"
      })
  void takesNoHalfAnswerForAPersonOrAGroup(String answer) {
    try (WebPage proxy = new WebPage(answer.replace('\'', '"'))) {
      SlackPeople people = new SlackPeople(proxy.api(), work.clock);

      assertThat(people.person(ADA_TYPED)).isInstanceOf(Person.Unreachable.class);
      assertThat(people.members(ON_CALL)).isInstanceOf(GroupMembers.UnreadableGroup.class);
    }
  }

  @Test
  void knowsNoAddressThatSlackCallsUnconfirmed() {
    work.slack
        .workspace()
        .put(work.slack.workspace().user(ADA).with(SlackUser.Trait.EMAIL_UNCONFIRMED));

    assertThat(known(ADA).email()).isEmpty();
  }

  @Test
  void knowsAnAddressIfSlackDoesNotSayWhetherItIsConfirmed() {
    String answer = "{'ok':true,'user':{'id':'U0ADA00001','profile':{'email':'ada@zylker.com'}}}";

    assertThat(Profile.read(answer.replace('\'', '"')).getUser().getProfile().getEmail())
        .isEqualTo("ada@zylker.com");
  }

  @Test
  void cannotSayWhoSomebodyIsIfSlackAnswersAboutSomebodyElse() {
    work.slack.workspace().confuse(ADA, GRACE);

    assertThat(work.people.person(ADA_TYPED))
        .isEqualTo(new Person.Unreachable(ADA, "ada", "Slack answered about somebody else"));
  }

  @Test
  void keepsTheMembersOfAGroupForAMinute() {
    assertThat(work.people.members(ON_CALL)).isEqualTo(new GroupMembers.Listed(Set.of(GRACE)));
    work.slack.workspace().put(UserGroup.of(ON_CALL, "on-call", NILS));

    work.clock.passes(Duration.ofSeconds(59));
    assertThat(work.people.members(ON_CALL)).isEqualTo(new GroupMembers.Listed(Set.of(GRACE)));
    assertThat(work.calls("usergroups.users.list")).isEqualTo(1);

    work.clock.passes(Duration.ofSeconds(1));
    assertThat(work.people.members(ON_CALL)).isEqualTo(new GroupMembers.Listed(Set.of(NILS)));
  }

  @Test
  void doesNotKeepTheMembersOfAGroupIfTheClockIsSetBack() {
    work.people.members(ON_CALL);
    work.slack.workspace().put(UserGroup.of(ON_CALL, "on-call", NILS));

    work.clock.passes(Duration.ofHours(-1));

    assertThat(work.people.members(ON_CALL)).isEqualTo(new GroupMembers.Listed(Set.of(NILS)));
  }

  @Test
  void asksAgainForAGroupThatCouldNotBeRead() {
    UserGroup group = work.slack.workspace().group(ON_CALL);
    work.slack.workspace().put(group.unreadable());
    assertThat(work.people.members(ON_CALL))
        .isEqualTo(new GroupMembers.UnreadableGroup("Slack answered permission_denied"));

    work.slack.workspace().put(group);

    assertThat(work.people.members(ON_CALL)).isEqualTo(new GroupMembers.Listed(Set.of(GRACE)));
  }

  @Test
  void saysThatAGroupDoesNotExist() {
    assertThat(work.people.members("S0NOSUCH01"))
        .isEqualTo(new GroupMembers.UnreadableGroup("Slack answered no_such_subteam"));
  }

  private Person.Known known(String id) {
    Person person = work.people.person(new PersonName(id, "typed"));
    assertThat(person).isInstanceOf(Person.Known.class);
    return (Person.Known) person;
  }
}
