package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Interaction.PressedOn;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.request.model.Recipient.ReplyUrl;
import dev.mailbrake.slack.blocks.ModalOrigin;
import dev.mailbrake.text.PlainText;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads interactions from Slack's payloads, of which every field may be missing. */
final class PayloadReader {
  /** "Up to five times within thirty minutes of receiving the payload". */
  private static final int USES = 5;

  private static final Duration LIFE = Duration.ofMinutes(30);
  private static final int LONGEST = 64;
  private static final int LONGEST_TRIGGER = 200;

  private PayloadReader() {}

  static Interaction of(SlashCommandPayload payload, Clock clock) {
    return new Interaction(
        id(payload.getTriggerId()),
        new Recipient(
            person(payload.getUserId(), payload.getUserName()),
            text(payload.getChannelId()),
            replyUrl(payload.getResponseUrl(), clock)));
  }

  static Interaction of(BlockActionPayload payload, Clock clock) {
    BlockActionPayload.User user = payload.getUser();
    return new Interaction(
        id(payload.getTriggerId()),
        new Recipient(
            user == null ? new PersonName("", "") : person(user.getId(), user.getName()),
            channel(payload),
            replyUrl(payload.getResponseUrl(), clock)),
        on(payload));
  }

  /** A modal's URL is that of the command or click that opened it, used or not. */
  static Interaction of(ViewSubmissionPayload payload) {
    ModalOrigin origin = ModalOrigin.in(payload.getView().getPrivateMetadata());
    return new Interaction(
        id(payload.getTriggerId()),
        new Recipient(
            person(payload.getUser().getId(), payload.getUser().getName()),
            text(origin.channel()),
            origin.replyUrl()));
  }

  private static PersonName person(@Nullable String id, @Nullable String name) {
    return new PersonName(text(id), PlainText.oneLine(text(name)));
  }

  private static String channel(BlockActionPayload payload) {
    Optional<BlockActionPayload.Container> container = Optional.ofNullable(payload.getContainer());
    return Optional.ofNullable(payload.getChannel())
        .map(BlockActionPayload.Channel::getId)
        .or(() -> container.map(BlockActionPayload.Container::getChannelId))
        .orElse("");
  }

  /** No button of a request is on an ephemeral message, an attachment or a modal. */
  private static PressedOn on(BlockActionPayload payload) {
    BlockActionPayload.Container container = payload.getContainer();
    String type = container == null ? "" : text(container.getType());
    if (type.equals("view")) {
      boolean isHome = payload.getView() != null && "home".equals(payload.getView().getType());
      return isHome ? PressedOn.HOME : PressedOn.NOTHING;
    }
    return type.equals("message") && !container.isEphemeral()
        ? PressedOn.message(text(container.getChannelId()), text(container.getMessageTs()))
        : PressedOn.NOTHING;
  }

  private static ReplyUrl replyUrl(@Nullable String url, Clock clock) {
    return url == null ? ReplyUrl.NONE : new ReplyUrl(url, USES, clock.instant().plus(LIFE));
  }

  /** A trigger is longer than an id, and only opens a modal uncut. */
  private static String id(@Nullable String trigger) {
    return cut(trigger, LONGEST_TRIGGER);
  }

  /** Slack's names and ids are no longer; a forged one must not fill the record or the log. */
  private static String text(@Nullable String value) {
    return cut(value, LONGEST);
  }

  private static String cut(@Nullable String value, int longest) {
    return value == null ? "" : PlainText.start(value, longest);
  }
}
