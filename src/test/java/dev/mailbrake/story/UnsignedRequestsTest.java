package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.sandbox.slack.people.SampleWorkspace;
import dev.mailbrake.sandbox.slack.webapi.SlackCall;
import java.util.Locale;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;

/** Without a current signature by Slack nothing is acknowledged, and nothing happens. */
@Tag("http")
class UnsignedRequestsTest {
  private static final int LIMIT = 1 << 20;
  private static final int HEADERS_TOO_LARGE = 431;
  private static final Abused BOT = new Abused();

  /** By an approver, for a mailbox that nothing else here names. */
  private static final String COMMAND =
      "team_id=T0ZYLKER01&channel_id=C0MAILSEC1&user_id=U0GRACE001&command=%2Fmail-block"
          + "&text=rebecca%40zylker.com+phishing&response_url=http%3A%2F%2F127.0.0.1%3A1%2Fx";

  @AfterContainer
  static void stop() {
    BOT.close();
  }

  @AfterProperty
  void nothingHappened() {
    BOT.checkUnharmed();
    assertThat(BOT.work.cards()).isEmpty();
    assertThat(BOT.work.record().events()).isEmpty();
    assertThat(BOT.work.record().states()).isEmpty();
    assertThat(BOT.work.zoho.requests()).noneMatch(it -> it.path().contains("rebecca"));
    assertThat(BOT.work.slack.calls().stream().map(SlackCall::method).filter("users.info"::equals))
        .hasSize(BOT.looks());
    assertThat(BOT.work.slack.ephemerals(SampleWorkspace.GRACE)).isEmpty();
  }

  @Property(tries = 400)
  void acknowledgesNothingForged(
      @ForAll("bodies") String body,
      @ForAll("contentTypes") String contentType,
      @ForAll boolean chunked,
      @ForAll("forgeries") Forgery forgery) {
    RawPost post = new RawPost(body).contentType(contentType).chunked(chunked);

    assertThat(forgery.of().apply(post).statusFrom(BOT.work)).isIn(401, HEADERS_TOO_LARGE);
  }

  @Property(tries = 40)
  void acknowledgesNothingForgedOfAnySize(
      @ForAll("sizes") int size, @ForAll boolean chunked, @ForAll("forgeries") Forgery forgery) {
    RawPost post = new RawPost(COMMAND + "x".repeat(size)).chunked(chunked);

    assertThat(forgery.of().apply(post).statusFrom(BOT.work)).isIn(401, 413, RawPost.CLOSED);
  }

  @Property(tries = 100)
  void acknowledgesNoBodyWithTheSignatureOfAnother(
      @ForAll("bodies") String signed, @ForAll("bodies") String sent) {
    String now = now(0);
    RawPost post =
        new RawPost(sent + "&more=1")
            .header(RawPost.TIMESTAMP, now)
            .header(RawPost.SIGNATURE, new RawPost(signed).signature(now));

    assertThat(post.statusFrom(BOT.work)).isEqualTo(401);
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            COMMAND,
            "ssl_check=1&" + COMMAND,
            "{\"type\":\"url_verification\",\"challenge\":\"c\"}",
            ""),
        Arbitraries.strings().ofMaxLength(100));
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return HostileRequests.contentTypes();
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.of(0, LIMIT - COMMAND.length(), LIMIT - COMMAND.length() + 1, 2 * LIMIT);
  }

  @Provide
  Arbitrary<Forgery> forgeries() {
    return Arbitraries.oneOf(headersMissing(), wrongSignatures(), wrongTimes(), headersTwice());
  }

  private static Arbitrary<Forgery> headersMissing() {
    return Arbitraries.of(
        new Forgery("neither header", post -> post),
        new Forgery("no signature", post -> post.header(RawPost.TIMESTAMP, now(0))),
        new Forgery("no timestamp", post -> post.header(RawPost.SIGNATURE, post.signature(now(0)))),
        new Forgery("both empty", post -> signed(post, "", "")));
  }

  private static Arbitrary<Forgery> wrongSignatures() {
    return Arbitraries.oneOf(
        Arbitraries.strings()
            .alpha()
            .ofMinLength(1)
            .ofMaxLength(40)
            .map(
                secret ->
                    new Forgery(
                        "secret " + secret,
                        post -> signed(post, now(0), post.signature(secret, now(0))))),
        Arbitraries.integers()
            .between(0, 66)
            .map(end -> changed("cut to " + end, right -> right.substring(0, end))),
        Arbitraries.integers()
            .between(0, 66)
            .map(at -> changed("other at " + at, right -> otherAt(at, right))),
        Arbitraries.of(
            changed("upper case", right -> right.toUpperCase(Locale.ROOT)),
            changed("version 1", right -> "v1" + right.substring(2)),
            changed("no version", right -> right.substring(3)),
            changed("twice", right -> right + right),
            changed("longer", right -> right + "0"),
            changed("list", right -> right + "," + right),
            changed("quoted", right -> "\"" + right + "\""),
            changed("long", right -> right + "0".repeat(4_000))));
  }

  private static Arbitrary<Forgery> wrongTimes() {
    return Arbitraries.oneOf(
        Arbitraries.integers()
            .between(301, 2_000_000)
            .flatMap(off -> Arbitraries.of(-off, off))
            .map(off -> signedFor(now(off))),
        Arbitraries.integers()
            .between(1, 300)
            .map(
                off ->
                    new Forgery(
                        "time of another signature, " + off,
                        post -> signed(post, now(0), post.signature(now(-off))))),
        Arbitraries.of(
            signedFor("-" + now(0)),
            signedFor("+" + now(0)),
            signedFor(now(0) + ".0"),
            signedFor(now(0) + "000"),
            signedFor(now(0) + "," + now(0)),
            signedFor("0x6a000000"),
            signedFor("1e9"),
            signedFor("NaN"),
            signedFor("0"),
            signedFor("999999999999"),
            signedFor("9".repeat(4_000))));
  }

  /** Sending a header twice does not get around the check of the first. */
  private static Arbitrary<Forgery> headersTwice() {
    return Arbitraries.of(
        new Forgery(
            "wrong signature first",
            post ->
                signed(post, now(0), "v0=" + "0".repeat(64))
                    .header(RawPost.SIGNATURE, post.signature(now(0)))),
        new Forgery(
            "old time first",
            post ->
                post.header(RawPost.TIMESTAMP, now(-4_000))
                    .header("x-slack-request-timestamp", now(0))
                    .header(RawPost.SIGNATURE, post.signature(now(0)))),
        new Forgery(
            "old time, and its signature, and the new time",
            post ->
                signed(post, now(-4_000), post.signature(now(-4_000)))
                    .header(RawPost.TIMESTAMP, now(0))));
  }

  private static Forgery changed(String name, UnaryOperator<String> change) {
    return new Forgery(name, post -> signed(post, now(0), change.apply(post.signature(now(0)))));
  }

  private static Forgery signedFor(String timestamp) {
    return new Forgery(
        "time " + timestamp, post -> signed(post, timestamp, post.signature(timestamp)));
  }

  private static RawPost signed(RawPost post, String timestamp, String signature) {
    return post.header(RawPost.TIMESTAMP, timestamp).header(RawPost.SIGNATURE, signature);
  }

  private static String otherAt(int at, String right) {
    char other = right.charAt(at) == '0' ? '1' : '0';
    return right.substring(0, at) + other + right.substring(at + 1);
  }

  private static String now(int seconds) {
    return String.valueOf(BOT.work.clock.instant().getEpochSecond() + seconds);
  }

  /**
   * A way to send a request that Slack has not signed.
   *
   * @param of adds the headers
   */
  record Forgery(String name, UnaryOperator<RawPost> of) {
    @Override
    public String toString() {
      return name;
    }
  }
}
