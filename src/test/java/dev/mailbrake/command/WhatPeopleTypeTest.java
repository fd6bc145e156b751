package dev.mailbrake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.command.Command.ChangeOutgoing;
import dev.mailbrake.mailbox.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** However a person types it, exactly the mailboxes, the duration and the reason come out. */
class WhatPeopleTypeTest {
  private static final String NO_DURATION = "";

  @Property
  void comesOutAsItWasMeant(
      @ForAll("mailboxes") List<Tuple2<String, String>> mailboxes,
      @ForAll("separators") String separator,
      @ForAll("durations") Tuple2<String, Duration> duration,
      @ForAll boolean durationAtEnd,
      @ForAll("reasons") String reason) {
    Assume.that(
        !separator.isBlank() || mailboxes.stream().noneMatch(it -> it.get1().contains("An")));
    Assume.that(
        !separator.startsWith("&") || mailboxes.stream().noneMatch(it -> it.get1().contains("?")));
    String lasts = duration.get1().isEmpty() ? "" : " for " + duration.get1();
    String names = String.join(separator, mailboxes.stream().map(Tuple2::get1).toList());
    String line = names + (durationAtEnd ? " " + reason + lasts : lasts + " " + reason);

    ChangeOutgoing change = Typing.block(line);

    assertThat(change.mailboxes())
        .as(line)
        .extracting(MailboxReference::toString)
        .containsExactlyElementsOf(mailboxes.stream().map(Tuple2::get2).distinct().toList());
    assertThat(change)
        .as(line)
        .isEqualTo(new ChangeOutgoing(Action.BLOCK, change.mailboxes(), duration.get2(), reason));
  }

  /** One to three, each as sent by Slack and as it is meant. */
  @Provide
  Arbitrary<List<Tuple2<String, String>>> mailboxes() {
    Arbitrary<Tuple2<String, String>> mention =
        Arbitraries.of(
            Tuple.of("<@U012AB3CD|ada>", "<@U012AB3CD>"), Tuple.of("<@W9ZZ>", "<@W9ZZ>"));
    return Arbitraries.oneOf(address(), address(), mention)
        .list()
        .ofMinSize(1)
        .ofMaxSize(Typing.MOST_MAILBOXES);
  }

  @Provide
  Arbitrary<String> separators() {
    return Arbitraries.of(
        " ", ",", ";", ", ", " , ", "; ", "&amp;", " &amp; ", " and ", ", and ", " AND ", "\n",
        "  ");
  }

  @Provide
  Arbitrary<Tuple2<String, Duration>> durations() {
    Arbitrary<Tuple2<String, Duration>> minutes =
        counted(5, 90, Duration.ofMinutes(1), "m", " m", "min", " min", " minutes");
    Arbitrary<Tuple2<String, Duration>> hours =
        counted(1, 48, Duration.ofHours(1), "h", "H", " hrs", " hours", " Hour");
    Arbitrary<Tuple2<String, Duration>> days = counted(1, 30, Duration.ofDays(1), "d", " days");
    Arbitrary<Tuple2<String, Duration>> weeks = counted(1, 4, Duration.ofDays(7), "w", " weeks");
    Arbitrary<Tuple2<String, Duration>> both =
        Combinators.combine(hours, Arbitraries.of("", " ", " and "), minutes)
            .as((h, gap, m) -> Tuple.of(h.get1() + gap + m.get1(), h.get2().plus(m.get2())));
    return Arbitraries.oneOf(
        Arbitraries.just(Tuple.of(NO_DURATION, Duration.ZERO)), minutes, hours, days, weeks, both);
  }

  @Provide
  Arbitrary<String> reasons() {
    return Arbitraries.of(
        "",
        "sends phishing",
        "INC-42: phishing!",
        "and others",
        "wave, told by r@z.co",
        "waiting for 3 tickets",
        "for phishing",
        "4711",
        "فيروس في البريد",
        "\"quoted\" (twice)",
        "andrea told us",
        "😀");
  }

  private static Arbitrary<Tuple2<String, String>> address() {
    Arbitrary<String> plain =
        Arbitraries.of("r@z.co", "R.van.Dyk@Zylker.com", "p+x@mail.zylker.com", "o'hara_1@z.co");
    Arbitrary<String> wrapping =
        Arbitraries.of(
            "%s",
            "%s",
            "<mailto:%1$s|%1$s>",
            "mailto:%s",
            "mailto:%s?subject=a%%20b",
            "&lt;%s&gt;",
            "Rebecca Anderson &lt;%s&gt;",
            "\"Anderson, Rebecca\" &lt;<mailto:%1$s|%1$s>&gt;",
            "Anna de la Cruz &lt;mailto:%s&gt;",
            "(%s)",
            "[%s]",
            "{%s}",
            "\"%s\"",
            "'%s'",
            "“%s”",
            "«%s»",
            "`%s`");
    Arbitrary<String> behind = Arbitraries.of("", "", "", ".", ":", "!", "?", ",", ";");
    return Combinators.combine(
            plain,
            wrapping,
            behind,
            Arbitraries.of("", "\u200b", "\u200e", "\u2066", "\ufeff", "\u00ad"),
            Arbitraries.integers().between(0, 4),
            Arbitraries.of("@", "\uff20"))
        .as(
            (address, form, end, hidden, at, sign) -> {
              List<String> parts = new ArrayList<>(List.of(address.split("(?<=@)|(?=@)|(?<=r|p)")));
              parts.add(Math.min(at, parts.size()), hidden);
              String typed =
                  String.join("", parts).replace("@", form.contains("<mailto") ? "@" : sign);
              return Tuple.of(form.formatted(typed) + end, address.toLowerCase(Locale.ROOT));
            });
  }

  private static Arbitrary<Tuple2<String, Duration>> counted(
      int least, int most, Duration unit, String... words) {
    return Combinators.combine(Arbitraries.integers().between(least, most), Arbitraries.of(words))
        .as((number, word) -> Tuple.of(number + word, unit.multipliedBy(number)));
  }
}
