package dev.mailbrake.slack;

import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.app_backend.views.response.ViewSubmissionResponse;
import com.slack.api.bolt.App;
import com.slack.api.bolt.response.Response;
import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.command.FormField;
import dev.mailbrake.command.FormReader;
import dev.mailbrake.mailbox.Action;
import dev.mailbrake.request.AskForChange;
import dev.mailbrake.request.Interaction;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Collectors;

/**
 * Filled forms as Bolt delivers them. What is wrong with a field travels in the acknowledgement,
 * and stands below that field; what Slack or Zoho has to be asked for comes later.
 */
final class FormListener {
  private final FormReader reader;
  private final AskForChange ask;
  private final Workers workers;

  FormListener(FormReader reader, AskForChange ask, Workers workers) {
    this.reader = reader;
    this.ask = ask;
    this.workers = workers;
  }

  void register(App app) {
    for (Action action : Action.values()) {
      app.viewSubmission(
          FormView.callback(action), (request, context) -> submitted(action, request.getPayload()));
    }
  }

  private Response submitted(Action action, ViewSubmissionPayload payload) {
    Interaction interaction = Interactions.of(payload);
    return reader
        .read(FormView.read(action, payload.getView().getState()))
        .fold(change -> later(change, interaction), FormListener::faulty);
  }

  private Response later(ChangeOutgoing change, Interaction interaction) {
    try {
      workers.command(interaction, by -> ask.ask(change, by));
      return Response.ok();
    } catch (RejectedExecutionException busy) {
      return faulty(Map.of(FormField.REASON, Acknowledgement.BUSY));
    }
  }

  private static Response faulty(Map<FormField, String> faults) {
    Map<String, String> errors =
        faults.entrySet().stream()
            .collect(
                Collectors.toMap(
                    fault -> FormView.id(fault.getKey()),
                    fault -> Texts.cut(fault.getValue(), Texts.SECTION)));
    return Response.json(
        200, ViewSubmissionResponse.builder().responseAction("errors").errors(errors).build());
  }
}
