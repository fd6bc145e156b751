package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApproversTest {
  private static final Standing APPROVER = new Standing.Approver();
  private static final Standing NOT_APPROVER = new Standing.NotApprover();

  /** Groups A to D; in that order, because approvers ask groups in the order of their ids. */
  private static final Map<String, GroupMembers> GROUPS =
      Map.of(
          "SA", new GroupMembers.Unreadable("missing_scope"),
          "SB", new GroupMembers.Listed(Set.of("U0GRACE001", "W0ENTERPR1")),
          "SC", new GroupMembers.Listed(Set.of()),
          "SD", new GroupMembers.Unreadable("no_such_subteam"));

  @Test
  void somebodyHasToBeNamed() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Approvers(Set.of(), Set.of()));
  }

  @Test
  void aPersonNamedByIdIsAnApproverAndNoGroupIsAsked() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SA", "SB"));
    Standing standing =
        approvers.standingOf(
            "U0ADA00001",
            group -> {
              throw new AssertionError("asked about " + group);
            });
    assertThat(standing).isEqualTo(APPROVER);
  }

  @Test
  void withAListAloneOnlyTheListCounts() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of());
    assertThat(standing(approvers, "U0ADA00001")).isEqualTo(APPROVER);
    assertThat(standing(approvers, "U0GRACE001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void withGroupsAloneTheirMembersAreApprovers() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SB", "SC"));
    assertThat(standing(approvers, "U0GRACE001")).isEqualTo(APPROVER);
    assertThat(standing(approvers, "W0ENTERPR1")).isEqualTo(APPROVER);
    assertThat(standing(approvers, "U0ADA00001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void withBothEitherIsEnough() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SB"));
    assertThat(List.of("U0ADA00001", "U0GRACE001"))
        .allSatisfy(id -> assertThat(standing(approvers, id)).isEqualTo(APPROVER));
    assertThat(standing(approvers, "U0NILS0001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void aMemberOfOneGroupIsAnApproverThoughOthersCannotBeRead() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SA", "SB", "SD"));
    assertThat(standing(approvers, "U0GRACE001")).isEqualTo(APPROVER);
  }

  @Test
  void nobodyCanSayWhetherAPersonIsInAGroupThatCannotBeRead() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SA", "SB", "SC"));
    assertThat(standing(approvers, "U0NILS0001"))
        .isEqualTo(new Standing.Unreadable("user group SA: missing_scope"));
  }

  @Test
  void anEmptyGroupIsNotOneThatCannotBeRead() {
    assertThat(standing(new Approvers(Set.of(), Set.of("SC")), "U0NILS0001"))
        .isEqualTo(NOT_APPROVER);
  }

  @Test
  void aPersonIsKnownByTheExactIdOnly() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of());
    assertThat(standing(approvers, "u0ada00001")).isEqualTo(NOT_APPROVER);
    assertThat(standing(approvers, "ada")).isEqualTo(NOT_APPROVER);
    assertThat(standing(approvers, "")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void whoIsNamedStaysNamedWhateverBecomesOfTheSet() {
    Set<String> users = new HashSet<>(Set.of("U0ADA00001"));
    Approvers approvers = new Approvers(users, Set.of());
    users.add("U0NILS0001");
    assertThat(standing(approvers, "U0NILS0001")).isEqualTo(NOT_APPROVER);
  }

  private static Standing standing(Approvers approvers, String userId) {
    return approvers.standingOf(
        userId, group -> GROUPS.getOrDefault(group, new GroupMembers.Unreadable("unknown")));
  }

  @Test
  void namesEveryGroupThatCannotBeRead() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SA", "SD"));
    assertThat(standing(approvers, "U0NILS0001").toString())
        .contains("SA: missing_scope", "SD: no_such_subteam");
  }
}
