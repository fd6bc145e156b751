package dev.mailbrake.slack.blocks;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.util.json.GsonFactory;
import dev.mailbrake.request.port.Delivery;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * One message from its longest shape to its shortest. Slack refuses a message whose texts add up to
 * too much ({@code msg_blocks_too_long}); the limit is undocumented, and refusals are reported at
 * 11,341 and 13,297 characters (bolt-js issues 2867 and 2509).
 *
 * @param shape the blocks, given the longest length in characters of each explanation and of each
 *     text that others wrote; 0 leaves them out. Every shape has what a reader needs to decide
 */
public record Renderings(IntFunction<List<LayoutBlock>> shape) {
  static final int LIMIT = 9_000;

  public static final String TOO_LONG = "msg_blocks_too_long";

  private static final int[] LENGTHS = {SlackText.SECTION, 500, 250, 120, 60, 20, 0};
  private static final Gson GSON = GsonFactory.createSnakeCase();

  /** Sends the longest shape that fits, then a shorter one each time Slack finds it too long. */
  public <T> Delivery<T> send(Function<List<LayoutBlock>, Delivery<T>> attempt) {
    List<List<LayoutBlock>> shapes = fitting();
    Delivery<T> answer = attempt.apply(shapes.get(0));
    for (int next = 1; next < shapes.size() && isTooLong(answer); next++) {
      answer = attempt.apply(shapes.get(next));
    }
    return answer;
  }

  private static boolean isTooLong(Delivery<?> delivery) {
    return delivery instanceof Delivery.Impossible<?> refusal && refusal.error().equals(TOO_LONG);
  }

  /** At least one, each shorter than the one before. */
  private List<List<LayoutBlock>> fitting() {
    List<List<LayoutBlock>> all = IntStream.of(LENGTHS).mapToObj(shape).distinct().toList();
    List<List<LayoutBlock>> fitting =
        all.stream().filter(blocks -> length(blocks) <= LIMIT).toList();
    return fitting.isEmpty() ? all.subList(all.size() - 1, all.size()) : fitting;
  }

  static int length(List<LayoutBlock> blocks) {
    return length(GSON.toJsonTree(blocks));
  }

  private static int length(JsonElement json) {
    if (json.isJsonArray()) {
      return json.getAsJsonArray().asList().stream().mapToInt(Renderings::length).sum();
    }
    return json.isJsonObject()
        ? json.getAsJsonObject().entrySet().stream()
            .mapToInt(field -> lengthOf(field.getKey(), field.getValue()))
            .sum()
        : 0;
  }

  private static int lengthOf(String field, JsonElement value) {
    return field.equals("text") && value.isJsonPrimitive()
        ? value.getAsString().length()
        : length(value);
  }
}
