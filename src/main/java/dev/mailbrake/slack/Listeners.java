package dev.mailbrake.slack;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.slash_commands.response.SlashCommandResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import com.slack.api.model.event.AppHomeOpenedEvent;
import dev.mailbrake.audit.PersonName;
import dev.mailbrake.command.Command;
import dev.mailbrake.command.CommandParser;
import dev.mailbrake.command.Verb;
import dev.mailbrake.metrics.Meters;
import dev.mailbrake.metrics.Metric;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.request.model.Recipient;
import dev.mailbrake.slack.blocks.OverviewBlocks;
import dev.mailbrake.slack.blocks.PrivateBlocks;
import dev.mailbrake.slack.blocks.RowBlocks;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Commands, clicks and the opening of the home tab as Bolt delivers them. A listener parses, hands
 * on and returns, because its return is the acknowledgement: nothing is looked up before it.
 */
final class Listeners {
  static final String BUSY =
      "Mailbrake has too much to do just now, so nothing was asked for. Please try again.";

  private static final Pattern ANY_BUTTON = Pattern.compile(".*", Pattern.DOTALL);
  private static final Pattern PAGES = Pattern.compile("^" + OverviewBlocks.PAGE + "-[0-9]+$");

  /** Slack shows a warning next to the button. */
  private static final Response NOT_TAKEN = Response.error(503);

  private final CommandParser parser;
  private final UseCases useCases;
  private final Workers workers;
  private final PrivateBlocks answers;
  private final Clock clock;
  private final Map<String, Press> presses;

  Listeners(
      CommandParser parser,
      UseCases useCases,
      Workers workers,
      PrivateBlocks answers,
      Clock clock) {
    this.parser = parser;
    this.useCases = useCases;
    this.workers = workers;
    this.answers = answers;
    this.clock = clock;
    presses =
        Map.of(
            RowBlocks.CONFIRM, click(useCases.decide()::confirm),
            RowBlocks.CANCEL, click(useCases.decide()::cancel),
            RowBlocks.ASK_TO_UNBLOCK, new Press(workers::modal, this::openModal),
            OverviewBlocks.PAGE, click(useCases.status()::turn));
  }

  /**
   * @param meters counts the commands, those too that change nothing and leave no audit row
   */
  void register(App app, Meters meters) {
    for (Verb verb : Verb.values()) {
      app.command(
          verb.command(),
          (request, context) -> {
            SlashCommandPayload payload = request.getPayload();
            String text = Optional.ofNullable(payload.getText()).orElse("");
            Command command = parser.parse(verb, text);
            String word = verb.name().toLowerCase(Locale.ROOT);
            meters.count(Metric.COMMANDS, word, command.kind());
            return acknowledge(command, PayloadReader.of(payload, clock));
          });
    }
    app.blockAction(ANY_BUTTON, (request, context) -> pressed(request.getPayload()));
    app.event(AppHomeOpenedEvent.class, (event, context) -> homeOpened(event.getEvent().getUser()));
  }

  private Response acknowledge(Command command, Interaction interaction) {
    if (command instanceof Command.AnswerOnly answer) {
      return privately(answer.text());
    }
    if (command instanceof Command.ShowModal modal) {
      // Behind nothing that waits for Zoho: a modal has three seconds to open.
      return workers.modal(interaction, by -> useCases.modal().open(modal.action(), by))
          ? Response.ok()
          : privately(BUSY);
    }
    if (!workers.command(interaction, work(command))) {
      return privately(BUSY);
    }
    return privately(command.mailboxes().isEmpty() ? "Looking it up…" : "Asking Zoho…");
  }

  private Consumer<Interaction> work(Command command) {
    if (command instanceof Command.ChangeOutgoing change) {
      return by -> useCases.ask().ask(change, by);
    }
    Command.Look look = (Command.Look) command;
    return by -> Objects.requireNonNull(useCases.looks().get(look.verb())).accept(look, by);
  }

  /**
   * Always declared ephemeral: an acknowledgement in the channel would show the typed command
   * there.
   */
  private Response privately(String text) {
    return Response.json(
        200,
        SlashCommandResponse.builder()
            .responseType("ephemeral")
            .text(answers.fallback(text))
            .blocks(answers.blocks(text))
            .build());
  }

  /** A button that nothing here has, forged or of an earlier version, is answered all the same. */
  private Response pressed(BlockActionPayload payload) {
    BlockActionPayload.Action action = payload.getActions().get(0);
    String value = Optional.ofNullable(action.getValue()).orElse("");
    Press press = press(payload, Optional.ofNullable(action.getActionId()).orElse(""));
    Interaction click = PayloadReader.of(payload, clock);
    return press.workers().test(click, by -> press.deed().does(value, by))
        ? Response.ok()
        : NOT_TAKEN;
  }

  private Press press(BlockActionPayload payload, String id) {
    Press unknown = click(useCases.decide()::refuseUnknown);
    String key = PAGES.matcher(id).replaceFirst(OverviewBlocks.PAGE);
    boolean isPage = key.equals(OverviewBlocks.PAGE);
    return isPage && !isPrivate(payload) ? unknown : presses.getOrDefault(key, unknown);
  }

  /** A page takes the place of the message it was pressed in, which must be one person's alone. */
  private static boolean isPrivate(BlockActionPayload payload) {
    return Optional.ofNullable(payload.getContainer())
        .filter(BlockActionPayload.Container::isEphemeral)
        .isPresent();
  }

  private void openModal(String requestId, Interaction click) {
    if (!useCases.modal().openToUnblock(requestId, click)) {
      useCases.decide().refuseUnknown(requestId, click);
    }
  }

  private Response homeOpened(String userId) {
    Interaction opening = new Interaction("", Recipient.in("", new PersonName(userId, "")));
    return workers.click(opening, by -> useCases.home().opened(by.who()))
        ? Response.ok()
        : NOT_TAKEN;
  }

  private Press click(Deed deed) {
    return new Press(workers::click, deed);
  }

  /**
   * What a button does, and on which threads.
   *
   * @param workers false if too many wait there
   */
  private record Press(BiPredicate<Interaction, Consumer<Interaction>> workers, Deed deed) {}

  private interface Deed {
    void does(String value, Interaction click);
  }
}
