package dev.mailbrake.slack;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;
import static com.slack.api.model.block.composition.BlockCompositions.plainText;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.PrivateMessage;
import dev.mailbrake.request.PrivateMessage.Pointer;
import java.util.ArrayList;
import java.util.List;

/** What one person is told, as blocks: the text literally, links to cards as our own markup. */
final class PrivateBlocks {
  private final String prefix;

  /**
   * @param dryRun whether every message says that nothing is sent to Zoho
   */
  PrivateBlocks(boolean dryRun) {
    prefix = dryRun ? "Dry run – " : "";
  }

  List<LayoutBlock> blocks(String text) {
    return List.of(
        section(block -> block.text(plainText(Texts.cut(prefix + text, Texts.SECTION), false))));
  }

  List<LayoutBlock> blocks(PrivateMessage message) {
    List<LayoutBlock> blocks = new ArrayList<>(blocks(message.text()));
    for (Pointer pointer : message.see()) {
      blocks.add(section(block -> block.text(markdownText(link(pointer)))));
    }
    return blocks;
  }

  String fallback(String text) {
    return Texts.escape(prefix + text, Texts.FALLBACK);
  }

  /** Slack sends whoever follows it on to the workspace they are signed in to. */
  private static String link(Pointer pointer) {
    return "<https://slack.com/archives/%s/p%s|See its card>"
        .formatted(pointer.channel(), pointer.message().replace(".", ""));
  }
}
