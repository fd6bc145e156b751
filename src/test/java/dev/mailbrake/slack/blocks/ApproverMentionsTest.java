package dev.mailbrake.slack.blocks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.fixture.SampleRequest;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.request.model.Approvals;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ApproverMentionsTest {
  private static final Approvals NOBODY_YET = SampleRequest.block().made().approvals();

  @Test
  void namesPeopleBeforeGroups() {
    ApproverMentions words = words(Set.of("U0B", "U0A"), Set.of("S0B", "S0A"));

    assertThat(words.stillNeeded(NOBODY_YET))
        .isEqualTo(
            "Nobody has confirmed yet; these may: <@U0A>, <@U0B>, <!subteam^S0A>, <!subteam^S0B>");
  }

  @Test
  void omitsThePersonWhoApproved() {
    ApproverMentions words = words(Set.of("U0A", "U0B"), Set.of());

    assertThat(words.stillNeeded(firstBy("U0A")))
        .isEqualTo("<@U0A> has confirmed; one more is needed, of <@U0B>");
  }

  /** A group that includes them may have others, whom only Slack knows. */
  @Test
  void keepsTheGroupOfThePersonWhoApproved() {
    assertThat(words(Set.of(), Set.of("S0A")).stillNeeded(firstBy("U0A")))
        .isEqualTo("<@U0A> has confirmed; one more is needed, of <!subteam^S0A>");
  }

  @Test
  void namesTenAndCountsTheRest() {
    Set<String> users =
        IntStream.range(0, 200).mapToObj("U%03d"::formatted).collect(Collectors.toSet());
    String said = words(users, Set.of("S0A")).stillNeeded(firstBy("U000"));

    assertThat(said).contains("<@U001>", "<@U010>").endsWith(" and 190 more");
    assertThat(said).doesNotContain("<@U011>", "subteam");
  }

  /** Nobody is left to be the second: the card must not end in mid-sentence. */
  @Test
  void saysThatNobodyElseIsAnApprover() {
    assertThat(words(Set.of("U0A"), Set.of()).stillNeeded(firstBy("U0A")))
        .contains("nobody else")
        .doesNotEndWith("of ");
  }

  private static ApproverMentions words(Set<String> users, Set<String> groups) {
    return new ApproverMentions(new Approvers(users, groups));
  }

  private static Approvals firstBy(String id) {
    return SampleRequest.block().needsTwo("It is so.").firstBy(id, "Ada").made().approvals();
  }
}
