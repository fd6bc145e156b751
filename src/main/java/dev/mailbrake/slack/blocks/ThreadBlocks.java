package dev.mailbrake.slack.blocks;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextElement;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.model.block.element.RichTextSectionElement.TextStyle;
import dev.mailbrake.request.model.AuditLine;
import dev.mailbrake.request.model.ThreadPost;
import dev.mailbrake.request.model.ThreadPost.Part;
import dev.mailbrake.request.wording.Wording;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A post in a thread or the audit channel as rich text, which reads no markup in it. */
public final class ThreadBlocks {
  private static final Part SEPARATOR = new Part.Text(" · ", false);

  private ThreadBlocks() {}

  public static List<LayoutBlock> of(ThreadPost post) {
    List<RichTextElement> parts = post.parts().stream().map(ThreadBlocks::element).toList();
    RichTextSectionElement all = RichTextSectionElement.builder().elements(parts).build();
    return List.of(RichTextBlock.builder().elements(List.of(all)).build());
  }

  /** A line of the audit channel. */
  public static List<LayoutBlock> of(AuditLine line, int longest) {
    Stream<Part> text = Stream.of(new Part.Text(SlackText.cut(line.text(), longest), false));
    Stream<Part> link =
        line.card().stream()
            .flatMap(card -> Stream.of(SEPARATOR, new Part.CardLink(card, "Go to card")));
    return of(new ThreadPost(Stream.concat(text, link).toList(), false));
  }

  /** For notifications and screen readers; whom it mentions sees that already. */
  public static String fallback(ThreadPost post) {
    String words = post.parts().stream().map(ThreadBlocks::words).collect(Collectors.joining());
    return SlackText.escape(words.strip(), SlackText.FALLBACK);
  }

  private static RichTextElement element(Part part) {
    if (part instanceof Part.Person person) {
      return RichTextSectionElement.User.builder().userId(person.id()).build();
    }
    if (part instanceof Part.Group group) {
      return RichTextSectionElement.UserGroup.builder().usergroupId(group.id()).build();
    }
    if (part instanceof Part.Link link) {
      return link(link.url(), link.label());
    }
    if (part instanceof Part.CardLink link) {
      return link(PrivateBlocks.address(link.card()), link.label());
    }
    return part instanceof Part.Time time ? date(time.at()) : text((Part.Text) part);
  }

  private static RichTextElement text(Part.Text text) {
    TextStyle style = text.isBold() ? TextStyle.builder().bold(true).build() : null;
    return RichTextSectionElement.Text.builder()
        .text(SlackText.visible(text.text()))
        .style(style)
        .build();
  }

  private static RichTextElement link(String url, String label) {
    return RichTextSectionElement.Link.builder().url(url).text(label).build();
  }

  private static RichTextElement date(Instant at) {
    return RichTextSectionElement.Date.builder()
        .timestamp(Math.toIntExact(at.getEpochSecond()))
        .format("{date_short_pretty} {time}")
        .fallback(Wording.UTC.format(at))
        .build();
  }

  private static String words(Part part) {
    if (part instanceof Part.Text text) {
      return text.text();
    }
    return part instanceof Part.Time time ? Wording.UTC.format(time.at()) : "";
  }
}
