package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.policy.Question.Target;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Each rule of the {@link Policy} as a sentence; empty if the rule does not apply. */
final class Objections {
  private Objections() {}

  static Optional<String> notAFullMember(Question question) {
    return question.person() instanceof Person.Known known
            && known.membership() != Person.Membership.FULL
        ? Optional.of(
            "Only full members of this workspace can use Mailbrake; Slack says you are %s."
                .formatted(known.membership().phrase()))
        : Optional.empty();
  }

  static Optional<String> unreachable(Question question) {
    return question.person() instanceof Person.Unreachable unreachable
        ? Optional.of(cannotCheck("Mailbrake cannot check now who you are (%s)", unreachable.why()))
        : Optional.empty();
  }

  private static String cannotCheck(String what, String why) {
    return (what + ", so nothing was done. Please try again in a minute.").formatted(why);
  }

  static Optional<String> channel(Question question, Set<String> channels) {
    return channels.isEmpty() || channels.contains(question.channel())
        ? Optional.empty()
        : Optional.of(
            "Mailbrake does not work in this channel. Use one of the channels named in its"
                + " setting MAILBRAKE_CHANNELS.");
  }

  static Optional<String> approversUnreadable(Question question) {
    return question.approverStatus() instanceof Approvers.ApproverStatus.Unreadable unreadable
        ? Optional.of(
            cannotCheck(
                "Mailbrake cannot check now whether you are an approver (%s)", unreadable.why()))
        : Optional.empty();
  }

  static Optional<String> notAnApprover(Question question) {
    return question.approverStatus() instanceof Approvers.ApproverStatus.Approver
        ? Optional.empty()
        : Optional.of(
            "You are not an approver (setting MAILBRAKE_APPROVERS). Your Slack user id is "
                + question.person().id()
                + "; ask an approver, or ask for that id to be added.");
  }

  static Optional<String> reason(Question question, Optional<ReasonPattern> required) {
    return required
        .flatMap(pattern -> pattern.objectionTo(question.reason()))
        .map(why -> why.sentence() + " Ask again with such a reason.");
  }

  static Optional<String> deadline(Question question) {
    return question.now().isBefore(question.deadline())
        ? Optional.empty()
        : Optional.of("This request has expired, so nothing was done. Ask again with the command.");
  }

  /** Without a confirmed address nobody knows whose mailbox it is, so nobody may act alone. */
  static Optional<String> ownMailbox(Person person, Target target) {
    if (!target.unblocks() || !(person instanceof Person.Known known)) {
      return Optional.empty();
    }
    Optional<MailAddress> shown = known.email().flatMap(MailAddress::parse);
    if (shown.isEmpty()) {
      return Optional.of(
          "The Slack profile of %s shows no confirmed mail address, so this may be their own mailbox."
              .formatted(person.name()));
    }
    return owned("By their Slack profile", shown.stream(), target.mailbox())
        .or(
            () ->
                owned(
                    "By an address that their Slack profile showed before",
                    known.seenWith().stream(),
                    target.mailbox()));
  }

  /** Ignores +tags, which lead to the same mailbox. */
  private static Optional<String> owned(
      String source, Stream<MailAddress> addresses, Mailbox mailbox) {
    Set<MailAddress> theirs = addresses.map(MailAddress::withoutTag).collect(Collectors.toSet());
    return Stream.concat(Stream.of(mailbox.address()), mailbox.aliases().stream().sorted())
        .filter(address -> theirs.contains(address.withoutTag()))
        .findFirst()
        .map(
            address ->
                "%s, %s is the person's own mailbox, and nobody allows that alone."
                    .formatted(source, called(mailbox, address)));
  }

  static Optional<String> isProtected(Target target, SecondApproval second) {
    return second.protectedMailboxes().stream()
        .filter(target.mailbox()::isKnownAs)
        .min(MailAddress::compareTo)
        .map(
            named ->
                "%s is a protected mailbox (setting MAILBRAKE_PROTECTED)."
                    .formatted(called(target.mailbox(), named)));
  }

  static Optional<String> hourlyBlocks(Target target, SecondApproval second) {
    return target.action() == Action.BLOCK && target.blockedLastHour() >= second.hourlyBlocks()
        ? Optional.of(
            "This would be mailbox number %d blocked within an hour, above the limit of %d (setting MAILBRAKE_HOURLY_BLOCKS)."
                .formatted(target.blockedLastHour() + 1L, second.hourlyBlocks()))
        : Optional.empty();
  }

  static Optional<String> twoApprovals(Target target, SecondApproval second) {
    if (second.always().contains(Action.BLOCK) && target.action() == Action.BLOCK) {
      return Optional.of(
          "Blocking outgoing mail needs two approvers (setting MAILBRAKE_BLOCK_APPROVALS).");
    }
    return second.always().contains(Action.UNBLOCK) && target.unblocks()
        ? Optional.of(
            "Allowing outgoing mail needs two approvers (setting MAILBRAKE_UNBLOCK_APPROVALS).")
        : Optional.empty();
  }

  /** The mailbox's address, followed by the alias if the rule matched one. */
  private static String called(Mailbox mailbox, MailAddress matched) {
    return mailbox.address().equals(matched)
        ? matched.value()
        : "%s (%s)".formatted(mailbox.address(), matched);
  }
}
