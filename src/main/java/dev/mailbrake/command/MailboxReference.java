package dev.mailbrake.command;

import dev.mailbrake.mailbox.MailAddress;
import java.util.function.Function;

/** A mailbox as a person named it. */
public sealed interface MailboxReference {

  /** By its own address or an alias. */
  record ByAddress(MailAddress address) implements MailboxReference {
    @Override
    public String toString() {
      return address.value();
    }
  }

  /** By its owner's Slack id, {@code U…} or {@code W…}. */
  record ByMention(String userId) implements MailboxReference {
    @Override
    public String toString() {
      return "<@" + userId + ">";
    }
  }

  default <T> T fold(Function<MailAddress, T> address, Function<String, T> mention) {
    return this instanceof ByAddress named
        ? address.apply(named.address())
        : mention.apply(((ByMention) this).userId());
  }
}
