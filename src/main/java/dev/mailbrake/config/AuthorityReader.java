package dev.mailbrake.config;

import dev.mailbrake.config.Configuration.Authority;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.mailbox.MailAddress;
import dev.mailbrake.policy.Approvers;
import dev.mailbrake.policy.ReasonPattern;
import dev.mailbrake.policy.SecondApproval;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/** Reads the settings that say who may do what. */
final class AuthorityReader {
  private static final Predicate<String> APPROVER = Environment.matching("[UWS][A-Z0-9]{1,30}");
  private static final Predicate<String> CHANNEL = Environment.matching("[CGD][A-Z0-9]{1,30}");
  private static final String CHANNELS = "C012AB3CD,C045EF6GH";
  private static final String ADDRESSES = "ceo@example.com,cfo@example.com";

  private final Environment environment;

  AuthorityReader(Environment environment) {
    this.environment = environment;
  }

  /** Empty, with the problem noted, if there are no approvers. */
  Optional<Authority> read() {
    Set<String> ids =
        environment.list(Setting.MAILBRAKE_APPROVERS, APPROVER, "U012AB3CD,S045EF6GH");
    if (ids.isEmpty()) {
      String what =
          environment.value(Setting.MAILBRAKE_APPROVERS).isPresent()
              ? "names nobody"
              : "is not set";
      environment.problem(
          Setting.MAILBRAKE_APPROVERS, what + ", so nobody could use Mailbrake", "U012AB3CD");
    }
    Set<String> channels = someOf(Setting.MAILBRAKE_CHANNELS, CHANNEL, "channel", CHANNELS);
    Optional<ReasonPattern> reason = reasonPattern();
    SecondApproval second = second();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new Authority(approvers(ids), channels, reason, second));
  }

  private static Approvers approvers(Set<String> ids) {
    Map<Boolean, Set<String>> groups =
        ids.stream()
            .collect(Collectors.partitioningBy(id -> id.startsWith("S"), Collectors.toSet()));
    return new Approvers(groups.getOrDefault(false, Set.of()), groups.getOrDefault(true, Set.of()));
  }

  /** A list that is set must name something: a lone comma must not remove a safeguard. */
  private Set<String> someOf(
      Setting setting, Predicate<String> format, String thing, String example) {
    Set<String> parts = environment.list(setting, format, example);
    if (parts.isEmpty() && environment.value(setting).isPresent()) {
      environment.problem(setting, "names no " + thing, example);
    }
    return parts;
  }

  private Optional<ReasonPattern> reasonPattern() {
    Optional<String> pattern = environment.value(Setting.MAILBRAKE_REASON_PATTERN);
    try {
      Optional<ReasonPattern> read = pattern.map(Pattern::compile).map(ReasonExample::of);
      if (read.filter(HostileReasons::slowDown).isPresent()) {
        wrongPattern(
            "takes too long on some texts, so anybody could keep Mailbrake busy with a reason."
                + " Avoid a repetition within a repetition, and more than one .* or .+");
      }
      return read;
    } catch (PatternSyntaxException wrong) {
      wrongPattern("is not a regular expression: " + wrong.getDescription());
      return Optional.empty();
    }
  }

  private void wrongPattern(String what) {
    environment.problem(Setting.MAILBRAKE_REASON_PATTERN, what, "(INC|SEC)-[0-9]+");
  }

  private SecondApproval second() {
    Predicate<String> isAddress = text -> MailAddress.parse(text).isPresent();
    Set<MailAddress> addresses =
        someOf(Setting.MAILBRAKE_PROTECTED, isAddress, "address", ADDRESSES).stream()
            .flatMap(text -> MailAddress.parse(text).stream())
            .collect(Collectors.toSet());
    Set<Action> always = EnumSet.noneOf(Action.class);
    if (environment.number(Setting.MAILBRAKE_BLOCK_APPROVALS, 1, 2) == 2) {
      always.add(Action.BLOCK);
    }
    if (environment.number(Setting.MAILBRAKE_UNBLOCK_APPROVALS, 1, 2) == 2) {
      always.add(Action.UNBLOCK);
    }
    return new SecondApproval(
        addresses, environment.number(Setting.MAILBRAKE_HOURLY_BLOCKS, 0, 100_000), always);
  }
}
