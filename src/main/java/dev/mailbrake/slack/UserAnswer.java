package dev.mailbrake.slack;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.response.users.UsersInfoResponse;
import com.slack.api.util.json.GsonFactory;
import java.io.IOException;
import okhttp3.FormBody;
import okhttp3.Response;

/**
 * The answer to {@code users.info}. Read here and not by the SDK, whose user does not tell {@code
 * is_email_confirmed: false} from an answer that says nothing of it.
 */
final class UserAnswer {
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final JsonPrimitive NO = new JsonPrimitive(false);
  private static final long LONGEST = 1_000_000;

  private UserAnswer() {}

  /**
   * Asks.
   *
   * @throws com.google.gson.JsonParseException if something else than Slack's answer came
   */
  static UsersInfoResponse ask(SlackApi api, String userId) throws IOException, SlackApiException {
    FormBody.Builder form = new FormBody.Builder().add("user", userId);
    try (Response response =
        api.methods().runPostFormWithToken(form, "users.info", api.botToken().reveal())) {
      String body = response.peekBody(LONGEST).string();
      if (!response.isSuccessful()) {
        throw new SlackApiException(response, body);
      }
      return read(body);
    }
  }

  /** An address that Slack calls unconfirmed is anybody's claim, and is left out. */
  static UsersInfoResponse read(String body) {
    JsonElement answer = JsonParser.parseString(body);
    if (answer.isJsonObject()
        && answer.getAsJsonObject().get("user") instanceof JsonObject user
        && NO.equals(user.get("is_email_confirmed"))
        && user.get("profile") instanceof JsonObject profile) {
      profile.remove("email");
    }
    return GSON.fromJson(answer, UsersInfoResponse.class);
  }
}
