package dev.mailbrake.story;

import dev.mailbrake.sandbox.zoho.ZohoAccount;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Blocks of many mailboxes, requested at once. */
final class Crowd {
  private static final int AT_ONCE = 10;

  private Crowd() {}

  /**
   * Ada requests that many blocks, at most ten per card; returns once all cards have their buttons.
   */
  static void waits(Workplace work, int many) {
    IntStream.range(0, many).forEach(number -> work.zoho.add(account(number)));
    for (int from = 0; from < many; from += AT_ONCE) {
      int to = Math.min(many, from + AT_ONCE);
      work.ada.types(
          IntStream.range(from, to)
              .mapToObj(Crowd::address)
              .collect(Collectors.joining(" ", "/mail-block ", " a wave of phishing")));
      int last = to - 1;
      work.card(card -> !card.buttons().isEmpty() && card.plainText().contains(address(last)));
      work.passes(Duration.ofSeconds(1)); // No two cards have the same timestamp.
    }
  }

  static String address(int number) {
    return "crowd%02d@zylker.com".formatted(number);
  }

  private static ZohoAccount account(int number) {
    return ZohoAccount.member(
        9007199254750000L + number,
        String.valueOf(2560636000000009000L + number),
        address(number),
        "Member",
        "Number " + number);
  }
}
