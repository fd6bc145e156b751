package dev.mailbrake.sandbox.slack.actions;

import dev.mailbrake.sandbox.slack.messages.MessageBody;
import dev.mailbrake.sandbox.slack.messages.MessageStore;
import dev.mailbrake.sandbox.slack.messages.Placement;
import dev.mailbrake.sandbox.slack.messages.Rings;
import dev.mailbrake.sandbox.slack.messages.SlackMessage;
import dev.mailbrake.sandbox.slack.people.FakeWorkspace;
import dev.mailbrake.sandbox.slack.people.SlackUser;

/** What people and other apps say in channels and threads, and what people have looked at. */
public final class Posts {

  private final FakeWorkspace workspace;
  private final MessageStore messages;
  private final Rings rings;

  public Posts(FakeWorkspace workspace, MessageStore messages, Rings rings) {
    this.workspace = workspace;
    this.messages = messages;
    this.rings = rings;
  }

  /** Posts what was typed, with mentions, addresses and links as Slack stores them. */
  SlackMessage say(String author, Placement where, String typed) {
    String text = new TypedText(workspace).escaped(typed).replaceAll("<(@\\w+)\\|[^>]*>", "<$1>");
    return post(author, where, MessageBody.plain(text));
  }

  /** Posts into a channel or a thread that this author can see. */
  public SlackMessage post(String author, Placement where, MessageBody body) {
    boolean present = workspace.channel(where.channel()).members().contains(author);
    // Another app's webhook needs no membership.
    if (!present && !workspace.user(author).is(SlackUser.Trait.BOT)) {
      throw new IllegalArgumentException(author + " is not in " + where.channel());
    }
    String thread = messages.parentTs(where.channel(), where.threadTs());
    return messages.post(where.in(thread), author, SlackMessage.Via.PERSON, body);
  }

  /** Looks at a channel, which shows no replies but those sent to it as well. */
  void lookAt(String user, String channel) {
    rings.look(user, it -> it.channel().equals(channel) && (!it.isReply() || it.broadcast()));
  }

  /** Opens the thread of a message. */
  void lookAtThread(String user, SlackMessage parent) {
    rings.look(
        user, it -> it.channel().equals(parent.channel()) && it.threadTs().equals(parent.ts()));
  }
}
