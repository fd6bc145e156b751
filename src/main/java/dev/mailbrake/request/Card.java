package dev.mailbrake.request;

/**
 * The message in the channel that shows a command's requests, a row each.
 *
 * @param id its id here
 * @param channel the id of the channel
 * @param place where its message is
 * @param revision counts the changes of what it has to say
 * @param shown the revision that its message shows, or that whoever asked was told of because it
 *     could not be shown; 0 while there is neither
 */
public record Card(CardId id, String channel, CardPlace place, long revision, long shown) {

  static Card unshown(Interaction interaction) {
    return unshown(interaction.channel(), interaction.replyUrl());
  }

  /** The card of something that nobody typed, so that there is no url to answer by. */
  static Card in(String channel) {
    return unshown(channel, ReplyUrl.NONE);
  }

  private static Card unshown(String channel, ReplyUrl replyUrl) {
    return new Card(CardId.random(), channel, CardPlace.nowhere(replyUrl), 1, 0);
  }

  /** Whether its message says what the record says. */
  boolean isUpToDate() {
    return shown >= revision;
  }
}
