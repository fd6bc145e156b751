package dev.mailbrake.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.mailbrake.policy.Approvers.ApproverStatus;
import dev.mailbrake.policy.Approvers.GroupMembers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApproversTest {
  private static final ApproverStatus APPROVER = new ApproverStatus.Approver();
  private static final ApproverStatus NOT_APPROVER = new ApproverStatus.NotApprover();

  /** Groups A to D, in the order of their ids, in which approvers are looked up. */
  private static final Map<String, GroupMembers> GROUPS =
      Map.of(
          "SA", new GroupMembers.UnreadableGroup("missing_scope"),
          "SB", new GroupMembers.Listed(Set.of("U0GRACE001", "W0ENTERPR1")),
          "SC", new GroupMembers.Listed(Set.of()),
          "SD", new GroupMembers.UnreadableGroup("no_such_subteam"));

  @Test
  void requiresAPersonOrAGroup() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Approvers(Set.of(), Set.of()));
  }

  @Test
  void acceptsAPersonNamedByIdWithoutReadingAGroup() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SA", "SB"));
    ApproverStatus approverStatus =
        approvers.statusOf(
            "U0ADA00001",
            group -> {
              throw new AssertionError("asked about " + group);
            });
    assertThat(approverStatus).isEqualTo(APPROVER);
  }

  @Test
  void acceptsOnlyTheListIfThereAreNoGroups() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of());
    assertThat(approverStatus(approvers, "U0ADA00001")).isEqualTo(APPROVER);
    assertThat(approverStatus(approvers, "U0GRACE001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void acceptsTheGroupsMembersIfThereIsNoList() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SB", "SC"));
    assertThat(approverStatus(approvers, "U0GRACE001")).isEqualTo(APPROVER);
    assertThat(approverStatus(approvers, "W0ENTERPR1")).isEqualTo(APPROVER);
    assertThat(approverStatus(approvers, "U0ADA00001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void acceptsEitherIfThereAreBoth() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SB"));
    assertThat(List.of("U0ADA00001", "U0GRACE001"))
        .allSatisfy(id -> assertThat(approverStatus(approvers, id)).isEqualTo(APPROVER));
    assertThat(approverStatus(approvers, "U0NILS0001")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void acceptsAMemberOfOneGroupThoughOthersCannotBeRead() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SA", "SB", "SD"));
    assertThat(approverStatus(approvers, "U0GRACE001")).isEqualTo(APPROVER);
  }

  @Test
  void isUnknownForAPersonIfAGroupCannotBeRead() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of("SA", "SB", "SC"));
    assertThat(approverStatus(approvers, "U0NILS0001"))
        .isEqualTo(new ApproverStatus.Unreadable("user group SA: missing_scope"));
  }

  @Test
  void tellsAnEmptyGroupFromAnUnreadableOne() {
    assertThat(approverStatus(new Approvers(Set.of(), Set.of("SC")), "U0NILS0001"))
        .isEqualTo(NOT_APPROVER);
  }

  @Test
  void matchesTheExactIdOnly() {
    Approvers approvers = new Approvers(Set.of("U0ADA00001"), Set.of());
    assertThat(approverStatus(approvers, "u0ada00001")).isEqualTo(NOT_APPROVER);
    assertThat(approverStatus(approvers, "ada")).isEqualTo(NOT_APPROVER);
    assertThat(approverStatus(approvers, "")).isEqualTo(NOT_APPROVER);
  }

  @Test
  void keepsItsPeopleIfTheSetChanges() {
    Set<String> users = new HashSet<>(Set.of("U0ADA00001"));
    Approvers approvers = new Approvers(users, Set.of());
    users.add("U0NILS0001");
    assertThat(approverStatus(approvers, "U0NILS0001")).isEqualTo(NOT_APPROVER);
  }

  private static ApproverStatus approverStatus(Approvers approvers, String userId) {
    return approvers.statusOf(
        userId, group -> GROUPS.getOrDefault(group, new GroupMembers.UnreadableGroup("unknown")));
  }

  @Test
  void namesEveryUnreadableGroup() {
    Approvers approvers = new Approvers(Set.of(), Set.of("SA", "SD"));
    assertThat(approverStatus(approvers, "U0NILS0001").toString())
        .contains("SA: missing_scope", "SD: no_such_subteam");
  }
}
