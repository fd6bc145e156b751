package dev.mailbrake.slack.blocks;

import static com.slack.api.model.block.Blocks.section;
import static com.slack.api.model.block.composition.BlockCompositions.markdownText;

import com.slack.api.model.block.LayoutBlock;
import dev.mailbrake.request.model.PrivateMessage;
import dev.mailbrake.request.model.PrivateMessage.Pointer;
import java.util.ArrayList;
import java.util.List;

/** A private answer as blocks: its text as plain text, links to cards as our own markup. */
public final class PrivateBlocks {
  /** The text is never left out. */
  private static final int LEAST = 60;

  private final String prefix;

  public PrivateBlocks(boolean dryRun) {
    prefix = SlackText.prefix(dryRun);
  }

  public List<LayoutBlock> blocks(String text) {
    return blocks(text, SlackText.SECTION);
  }

  private List<LayoutBlock> blocks(String text, int longest) {
    return List.of(OverviewBlocks.line(prefix + text, longest));
  }

  public Renderings renderings(PrivateMessage message) {
    return new Renderings(longest -> blocks(message, Math.max(longest, LEAST)));
  }

  private List<LayoutBlock> blocks(PrivateMessage message, int longest) {
    List<LayoutBlock> blocks = new ArrayList<>(blocks(message.text(), longest));
    for (Pointer pointer : message.see()) {
      blocks.add(
          section(block -> block.text(markdownText("<" + address(pointer) + "|See its card>"))));
    }
    return blocks;
  }

  public String fallback(String text) {
    return SlackText.escape(prefix + text, SlackText.FALLBACK);
  }

  /** Slack redirects this link to the workspace that the reader is signed in to. */
  static String address(Pointer pointer) {
    return "https://slack.com/archives/%s/p%s"
        .formatted(pointer.channel(), pointer.message().replace(".", ""));
  }
}
