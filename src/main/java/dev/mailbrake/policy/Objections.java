package dev.mailbrake.policy;

import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.mailbox.Mailbox;
import dev.mailbrake.policy.Question.Target;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each rule of the {@link Policy} says, in a sentence; empty where it does not apply. */
final class Objections {
  private Objections() {}

  static Optional<String> notAFullMember(Question question) {
    return question.person() instanceof Person.Known known
            && known.membership() != Person.Membership.FULL
        ? Optional.of(
            "Only full members of this workspace can use Mailbrake; Slack says you are "
                + known.membership().phrase()
                + ".")
        : Optional.empty();
  }

  static Optional<String> unreachable(Question question) {
    return question.person() instanceof Person.Unreachable unreachable
        ? Optional.of(
            "Mailbrake cannot check now who you are ("
                + unreachable.why()
                + "), so nothing was done. Please try again in a minute.")
        : Optional.empty();
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
            "Mailbrake cannot check now whether you are an approver ("
                + unreadable.why()
                + "), so nothing was done. Please try again in a minute.")
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

  /**
   * Where Slack shows no address that is certain to be theirs, nobody can say whose mailbox it is,
   * and that is no permission to act alone.
   */
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

  /** The mailbox, by the one of its addresses that a person has; a +tag makes no other mailbox. */
  private static Optional<String> ownedBy(Stream<MailAddress> addresses, Mailbox mailbox) {
    Set<MailAddress> people = addresses.map(MailAddress::withoutTag).collect(Collectors.toSet());
    return Stream.concat(Stream.of(mailbox.address()), mailbox.aliases().stream().sorted())
        .filter(address -> people.contains(address.withoutTag()))
        .findFirst()
        .map(address -> called(mailbox, address));
  }

  static Optional<String> isProtected(Target target, SecondApproval second) {
    return second.protectedMailboxes().stream()
        .filter(target.mailbox()::isKnownAs)
        .min(MailAddress::compareTo)
        .map(
            named ->
                called(target.mailbox(), named)
                    + " is a protected mailbox (setting MAILBRAKE_PROTECTED).");
  }

  static Optional<String> hourlyBlocks(Target target, SecondApproval second) {
    if (target.action() != Action.BLOCK || target.blockedLastHour() < second.hourlyBlocks()) {
      return Optional.empty();
    }
    return Optional.of(
        "This would be mailbox number %d blocked within an hour, above the limit of %d (setting %s)."
            .formatted(
                target.blockedLastHour() + 1L, second.hourlyBlocks(), "MAILBRAKE_HOURLY_BLOCKS"));
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

  /** The mailbox by its address, and by the alias that the rule matched. */
  private static String called(Mailbox mailbox, MailAddress matched) {
    return mailbox.address().equals(matched)
        ? matched.value()
        : "%s (%s)".formatted(mailbox.address(), matched);
  }
}
