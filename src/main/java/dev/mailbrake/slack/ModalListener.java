package dev.mailbrake.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.command.FilledModal.ModalField;
import dev.mailbrake.command.ModalReader;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.ask.AskForChange;
import dev.mailbrake.request.model.Interaction;
import dev.mailbrake.slack.blocks.ModalBlocks;
import dev.mailbrake.slack.blocks.SlackText;
import java.util.Map;
import java.util.stream.Collectors;

/** Takes filled modals from Bolt. The acknowledgement shows what is wrong below each field. */
final class ModalListener {
  private final ModalReader reader;
  private final AskForChange ask;
  private final Workers workers;

  ModalListener(ModalReader reader, AskForChange ask, Workers workers) {
    this.reader = reader;
    this.ask = ask;
    this.workers = workers;
  }

  void register(App app) {
    for (Action action : Action.values()) {
      app.viewSubmission(
          ModalBlocks.callback(action),
          (request, context) -> submitted(action, request.getPayload()));
    }
  }

  private Response submitted(Action action, ViewSubmissionPayload payload) {
    Interaction interaction = PayloadReader.of(payload);
    return reader
        .read(ModalBlocks.read(action, payload.getView().getState()))
        .fold(change -> later(change, interaction), ModalListener::faulty);
  }

  private Response later(ChangeOutgoing change, Interaction interaction) {
    return workers.command(interaction, by -> ask.ask(change, by))
        ? Response.ok()
        : faulty(Map.of(ModalField.REASON, Listeners.BUSY));
  }

  private static Response faulty(Map<ModalField, String> faults) {
    Map<String, String> errors =
        faults.entrySet().stream()
            .collect(
                Collectors.toMap(
                    fault -> ModalBlocks.id(fault.getKey()),
                    fault -> SlackText.cut(fault.getValue(), SlackText.SECTION)));
    return Response.json(
        200, ViewSubmissionResponse.builder().responseAction("errors").errors(errors).build());
  }
}
