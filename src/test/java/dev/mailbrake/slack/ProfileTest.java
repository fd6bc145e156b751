package dev.mailbrake.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.User;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.policy.Person;
import dev.mailbrake.policy.Person.Membership;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private static final String OURS = "T0ZYLKER01";
  private static final PersonName ADA = new PersonName("U0ADA00001", "ada");

  static Stream<Arguments> memberships() {
    return Stream.of(
        row("full member", user -> {}, Membership.FULL),
        row("deactivated", user -> user.setDeleted(true), Membership.DEACTIVATED),
        row("bot", user -> user.setBot(true), Membership.BOT),
        row("workflow", user -> user.setWorkflowBot(true), Membership.BOT),
        row("guest", user -> user.setRestricted(true), Membership.GUEST),
        row("guest of one channel", user -> user.setUltraRestricted(true), Membership.GUEST),
        row("invited", user -> user.setInvitedUser(true), Membership.INVITED),
        row("connector", user -> user.setConnectorBot(true), Membership.BOT),
        row("stranger", user -> user.setStranger(true), Membership.OTHER_WORKSPACE),
        row("other team", user -> user.setTeamId("T0OTHER"), Membership.OTHER_WORKSPACE),
        row("no team", user -> user.setTeamId(null), Membership.OTHER_WORKSPACE),
        row("on a grid", user -> onGrid(user, "T0OTHER", OURS), Membership.FULL),
        row("elsewhere on it", user -> onGrid(user, "T0A", "T0B"), Membership.OTHER_WORKSPACE),
        row(
            "a deactivated guest from elsewhere",
            user -> {
              user.setDeleted(true);
              user.setRestricted(true);
              user.setStranger(true);
            },
            Membership.DEACTIVATED),
        row(
            "a guest from elsewhere",
            user -> {
              user.setRestricted(true);
              user.setTeamId("T0OTHER");
            },
            Membership.OTHER_WORKSPACE));
  }

  @ParameterizedTest(name = "{0} is {2}")
  @MethodSource("memberships")
  void knowsWhatAPersonIsInOurWorkspace(String who, Consumer<User> trait, Membership membership) {
    User user = user();
    trait.accept(user);

    assertThat(known(user).membership()).isEqualTo(membership);
  }

  @Test
  void keepsTheIdItAskedForAndTheNameAndAddressThatSlackTells() {
    User user = user();
    user.setRealName("Ada Lovelace");
    User.Profile profile = new User.Profile();
    profile.setEmail("ada@zylker.com");
    user.setProfile(profile);

    Person.Known ada = known(user);

    assertThat(ada.id()).isEqualTo("U0ADA00001");
    assertThat(ada.name()).isEqualTo("Ada Lovelace");
    assertThat(ada.email()).contains("ada@zylker.com");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "U0GRACE001"})
  void ignoresAnAnswerAboutSomebodyElse(@Nullable String id) {
    User somebodyElse = user();
    somebodyElse.setId(id);

    assertThat(person(somebodyElse))
        .isEqualTo(new Person.Unreachable(ADA.id(), "ada", "Slack answered about somebody else"));
  }

  @Test
  void knowsSomebodyByTheirIdOnTheGrid() {
    User user = user();
    onGrid(user, OURS);
    user.getEnterpriseUser().setId(ADA.id());
    user.setId("W0ADA00001");

    assertThat(known(user).id()).isEqualTo(ADA.id());
  }

  @Test
  void knowsNoAddressIfSlackGivesNone() {
    User withEmptyProfile = user();
    withEmptyProfile.setProfile(new User.Profile());

    assertThat(known(user()).email()).isEmpty();
    assertThat(known(withEmptyProfile).email()).isEmpty();
  }

  @Test
  void takesTheNextNameIfOneIsMissing() {
    User user = user();
    user.setRealName(" ");
    User.Profile profile = new User.Profile();
    profile.setDisplayName("ada");
    user.setProfile(profile);
    assertThat(known(user).name()).isEqualTo("ada");

    User handleOnly = user();
    handleOnly.setName("lovelace");
    assertThat(known(handleOnly).name()).isEqualTo("lovelace");

    assertThat(known(user()).name()).isEmpty();
  }

  private static Arguments row(String who, Consumer<User> trait, Membership membership) {
    return Arguments.of(who, trait, membership);
  }

  private static User user() {
    User user = new User();
    user.setId(ADA.id());
    user.setTeamId(OURS);
    return user;
  }

  private static void onGrid(User user, String... teams) {
    User.EnterpriseUser enterprise = new User.EnterpriseUser();
    enterprise.setTeams(List.of(teams));
    user.setEnterpriseUser(enterprise);
    user.setTeamId(teams[0]);
  }

  private static Person.Known known(User user) {
    return (Person.Known) person(user);
  }

  private static Person person(User user) {
    return Profile.person(ADA, user, OURS);
  }
}
