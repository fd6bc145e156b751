package dev.mailbrake.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;

/**
 * Anything with Slack's signature is answered in time with a client error at worst, and does no
 * harm.
 */
@Tag("http")
class SignedNonsenseTest {
  private static final int LIMIT = 1 << 20;
  private static final Abused BOT = new Abused();

  @AfterContainer
  static void stop() {
    BOT.close();
  }

  @AfterProperty
  void noHarmWasDone() {
    BOT.checkUnharmed();
  }

  @Property(tries = 60)
  void answersAnyBytes(
      @ForAll @Size(max = 3_000) byte[] body, @ForAll("contentTypes") String contentType) {
    checkAnswered(new RawPost(body).contentType(contentType));
  }

  @Property(tries = 100)
  void answersAnAlmostValidForm(@ForAll("forms") byte[] body, @ForAll boolean chunked) {
    checkAnswered(new RawPost(body).contentType(RawPost.FORM).chunked(chunked));
  }

  @Property(tries = 200)
  void answersAnAlmostValidPayload(@ForAll("payloads") String json) {
    checkAnswered(new RawPost(HostileRequests.asForm(json)).contentType(RawPost.FORM));
  }

  @Property(tries = 120)
  void answersAlmostValidJson(
      @ForAll("payloads") String json, @ForAll("contentTypes") String contentType) {
    checkAnswered(new RawPost(json).contentType(contentType));
  }

  @Property(tries = 60)
  void answersAnyHeaders(@ForAll("headers") List<String> headers) {
    RawPost post = new RawPost("command=%2Fmail-block&text=help").contentType(RawPost.FORM);
    for (int i = 0; i + 1 < headers.size(); i += 2) {
      post.header(headers.get(i), headers.get(i + 1));
    }
    checkAnswered(post);
  }

  @Property(tries = 15)
  void answersAnySize(
      @ForAll("sizes") int size, @ForAll("starts") String start, @ForAll boolean chunked) {
    String body = start + "x".repeat(size - start.length());

    checkAnswered(new RawPost(body).contentType(RawPost.FORM).chunked(chunked));
  }

  private static void checkAnswered(RawPost post) {
    int status = post.signed(BOT.work.clock.instant()).statusFrom(BOT.work);

    if (post.isTooLarge()) {
      assertThat(status).isIn(413, RawPost.CLOSED);
    } else {
      assertThat(status).isBetween(200, 499);
    }
    BOT.checkServes();
  }

  @Provide
  Arbitrary<byte[]> forms() {
    return HostileRequests.forms();
  }

  @Provide
  Arbitrary<String> payloads() {
    return HostileRequests.payloads();
  }

  @Provide
  Arbitrary<String> contentTypes() {
    return HostileRequests.contentTypes();
  }

  @Provide
  Arbitrary<Integer> sizes() {
    return Arbitraries.oneOf(
        Arbitraries.of(LIMIT - 1, LIMIT, LIMIT + 1, 2 * LIMIT),
        Arbitraries.integers().between(100, 2 * LIMIT));
  }

  @Provide
  Arbitrary<String> starts() {
    return Arbitraries.of(
        "",
        "command=%2Fmail-block&text=",
        "payload=",
        "{\"type\":\"",
        "payload=%7B%22type%22%3A%22");
  }

  /** Alternating names and values. */
  @Provide
  Arbitrary<List<String>> headers() {
    Arbitrary<String> name =
        Arbitraries.of(
            "X-Slack-Retry-Num",
            "X-Slack-Retry-Reason",
            "x-slack-signature",
            "X-SLACK-REQUEST-TIMESTAMP",
            "X-Forwarded-For",
            "Authorization",
            "Cookie",
            "Accept-Encoding",
            "Content-Encoding",
            "X-HTTP-Method-Override",
            "x".repeat(2_000));
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of("", "0", "-1", "gzip", "http_timeout", "v0=", "x".repeat(20_000)),
            Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(50),
            Arbitraries.strings().withCharRange('\u00a1', '\u00ff').ofMaxLength(50));
    return name.flatMap(n -> value.map(v -> List.of(n, v)))
        .list()
        .ofMaxSize(5)
        .map(
            pairs -> {
              List<String> flat = new ArrayList<>();
              pairs.forEach(flat::addAll);
              return flat;
            });
  }
}
