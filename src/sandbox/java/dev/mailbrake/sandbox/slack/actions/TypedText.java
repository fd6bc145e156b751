package dev.mailbrake.sandbox.slack.actions;

import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackChannel;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command's text as {@code should_escape} sends it: addresses, links, people and channels in
 * angle brackets, and the three special characters escaped.
 */
final class TypedText {

  private static final Pattern SPECIAL =
      Pattern.compile(
          "(https?://[^\\s<>|]+)"
              + "|([\\w.+'-]+@[\\w-]+(?:\\.[\\w-]+)+)"
              + "|(?<!\\w)@([a-z0-9](?:[a-z0-9._-]*[a-z0-9])?)"
              + "|(?<!\\w)#([a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)"
              + "|[&<>]");

  private static final Set<String> BROADCASTS = Set.of("here", "channel", "everyone");

  private final FakeWorkspace workspace;

  TypedText(FakeWorkspace workspace) {
    this.workspace = workspace;
  }

  String escaped(String typed) {
    return SPECIAL.matcher(typed).replaceAll(match -> Matcher.quoteReplacement(rendered(match)));
  }

  private String rendered(MatchResult match) {
    if (match.group(1) != null) {
      return "<" + characters(match.group(1)) + ">";
    }
    if (match.group(2) != null) {
      return "<mailto:" + match.group(2) + "|" + match.group(2) + ">";
    }
    if (match.group(3) != null) {
      return person(match.group(3));
    }
    if (match.group(4) != null) {
      return channel(match.group(4));
    }
    return characters(match.group());
  }

  private String person(String name) {
    if (BROADCASTS.contains(name)) {
      return "<!" + name + ">";
    }
    return workspace
        .userNamed(name)
        .map(user -> "<@" + user.id() + "|" + name + ">")
        .or(() -> workspace.groupNamed(name).map(group -> "<!subteam^" + group.id() + ">"))
        .orElse("@" + name);
  }

  /** Omits the name of a private channel. */
  private String channel(String name) {
    return workspace
        .channelNamed(name)
        .map(it -> "<#" + it.id() + "|" + (it.is(SlackChannel.Trait.PRIVATE) ? "" : name) + ">")
        .orElse("#" + name);
  }

  private static String characters(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
