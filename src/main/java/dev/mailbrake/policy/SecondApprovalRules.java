package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.mailbox.MailboxRole;
import dev.mailbrake.policy.Target.Seen;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules by which a change needs another approver. None applies to a target not seen yet. */
final class SecondApprovalRules {
  private SecondApprovalRules() {}

  /** Why a change needs another approver, in a sentence; empty if this is no reason. */
  @FunctionalInterface
  private interface Concern {
    Optional<String> about(Person person, Seen target);
  }

  /** The rules in their order. */
  static List<Rule> of(SecondApproval second) {
    return List.of(
        rule("own-mailbox", SecondApprovalRules::ownMailbox),
        rule("protected-mailbox", (person, target) -> protectedMailbox(second, target)),
        rule(
            "administrator",
            ofRole(MailboxRole.ADMINISTRATOR, "%s is an administrator's mailbox."::formatted)),
        rule(
            "token-owner",
            ofRole(
                MailboxRole.TOKEN_OWNER,
                "%s is the mailbox of the account behind Mailbrake's own Zoho token."::formatted)),
        rule(
            "role-unknown",
            ofRole(
                MailboxRole.UNKNOWN,
                "Zoho does not say whether %s is an administrator's mailbox."::formatted)),
        rule("hourly-blocks", (person, target) -> hourlyBlocks(second, target)),
        rule("two-approvals", (person, target) -> twoApprovals(second, target)));
  }

  private static Rule rule(String name, Concern concern) {
    return question ->
        question
            .target()
            .seen()
            .flatMap(target -> concern.about(question.person(), target))
            .map(sentence -> new Verdict.NeedsAnother(new Reason(name, sentence)));
  }

  /**
   * Where Slack shows no address that is certain to be theirs, nobody can say whose it is, which is
   * no leave to act alone.
   */
  private static Optional<String> ownMailbox(Person person, Seen target) {
    if (!target.allows() || !(person instanceof Person.Known known)) {
      return Optional.empty();
    }
    Optional<MailAddress> shown = known.email().flatMap(MailAddress::parse);
    if (shown.isEmpty()) {
      return Optional.of(
          "The Slack profile of %s shows no confirmed mail address, so this may be their own mailbox."
              .formatted(person.name()));
    }
    return ownedBy(shown.stream(), target.mailbox())
        .map(
            "By their Slack profile, %s is the person's own mailbox, and nobody allows that alone."
                ::formatted)
        .or(
            () ->
                ownedBy(known.seenWith().stream(), target.mailbox())
                    .map(
                        "By an address that their Slack profile showed before, %s is the person's own mailbox, and nobody allows that alone."
                            ::formatted));
  }

  /**
   * The mailbox, by that of its addresses which a person has; what stands behind a + is no name.
   */
  private static Optional<String> ownedBy(Stream<MailAddress> addresses, Mailbox mailbox) {
    Set<MailAddress> people = addresses.map(MailAddress::withoutTag).collect(Collectors.toSet());
    return Stream.concat(Stream.of(mailbox.address()), mailbox.aliases().stream().sorted())
        .filter(address -> people.contains(address.withoutTag()))
        .findFirst()
        .map(address -> called(mailbox, address));
  }

  private static Optional<String> protectedMailbox(SecondApproval second, Seen target) {
    return second.protectedMailboxes().stream()
        .filter(target.mailbox()::isKnownAs)
        .min(MailAddress::compareTo)
        .map(
            named ->
                called(target.mailbox(), named)
                    + " is a protected mailbox (setting MAILBRAKE_PROTECTED).");
  }

  private static Concern ofRole(MailboxRole role, Function<MailAddress, String> sentence) {
    return (person, target) ->
        Optional.of(target.mailbox())
            .filter(mailbox -> mailbox.role() == role)
            .map(mailbox -> sentence.apply(mailbox.address()));
  }

  private static Optional<String> hourlyBlocks(SecondApproval second, Seen target) {
    if (target.action() != Action.BLOCK || target.blockedLastHour() < second.hourlyBlocks()) {
      return Optional.empty();
    }
    return Optional.of(
        "This would be mailbox number %d blocked within an hour, above the limit of %d (setting %s)."
            .formatted(
                target.blockedLastHour() + 1L, second.hourlyBlocks(), "MAILBRAKE_HOURLY_BLOCKS"));
  }

  private static Optional<String> twoApprovals(SecondApproval second, Seen target) {
    if (second.always().contains(Action.BLOCK) && target.action() == Action.BLOCK) {
      return Optional.of(
          "Blocking outgoing mail needs two approvers (setting MAILBRAKE_BLOCK_APPROVALS).");
    }
    return second.always().contains(Action.UNBLOCK) && target.allows()
        ? Optional.of(
            "Allowing outgoing mail needs two approvers (setting MAILBRAKE_UNBLOCK_APPROVALS).")
        : Optional.empty();
  }

  /** The mailbox by its address, and by the alias that the rule went by. */
  private static String called(Mailbox mailbox, MailAddress matched) {
    return mailbox.address().equals(matched)
        ? matched.value()
        : "%s (%s)".formatted(mailbox.address(), matched);
  }
}
