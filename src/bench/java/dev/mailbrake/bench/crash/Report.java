package dev.mailbrake.bench.crash;

import dev.mailbrake.request.model.ChangeRequest;
import dev.mailbrake.request.model.RequestState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The result of one run.
 *
 * @param figures one line of text each
 */
public record Report(RunOptions options, List<String> figures, Findings findings) {
  private static final int DETAILS = 3;

  static Report of(
      RunOptions options, Work work, FinalRecord record, Findings findings, Duration took) {
    TreeMap<RequestState, Long> states =
        record
            .requests()
            .collect(
                Collectors.groupingBy(ChangeRequest::state, TreeMap::new, Collectors.counting()));
    long confirmations = record.audit().stream().filter(row -> row.is("CONFIRMED")).count();
    return new Report(
        options,
        List.of(
            "kills %d, processes started %d".formatted(options.kills(), work.started()),
            "commands %d, clicks %d, deliveries to a dead process %d"
                .formatted(work.commands(), work.clicks(), work.undelivered()),
            "confirmations %d, changes at Zoho %d".formatted(confirmations, work.writes()),
            "requests " + states + ", audit rows " + record.audit().size(),
            "seed %d, clocks %d s apart, took %d s"
                .formatted(options.seed(), options.skew().toSeconds(), took.toSeconds())),
        findings);
  }

  /** Counts of what was done to the bot. */
  record Work(int started, int commands, int clicks, int undelivered, int writes) {}

  public String text() {
    StringBuilder text = new StringBuilder("Crash campaign on ");
    text.append(options.database().word()).append('\n');
    figures.forEach(line -> text.append("  ").append(line).append('\n'));
    add(text, "lost", findings.lost());
    add(text, "repeated", findings.repeated());
    add(text, "untrue", findings.untrue());
    return text.toString();
  }

  /** Counts findings by kind, the text before the colon, and shows the first few of each. */
  private static void add(StringBuilder text, String title, List<String> found) {
    text.append("  ").append(title).append(' ').append(found.size()).append('\n');
    Map<String, List<String>> byKind =
        found.stream().collect(Collectors.groupingBy(it -> it.substring(0, it.indexOf(':'))));
    byKind.forEach(
        (kind, all) -> {
          text.append("    ").append(all.size()).append(" × ").append(kind).append('\n');
          all.stream()
              .limit(DETAILS)
              .map(each -> each.substring(kind.length() + 1).replace('\n', ' '))
              .forEach(each -> text.append("     ").append(each).append('\n'));
        });
  }
}
