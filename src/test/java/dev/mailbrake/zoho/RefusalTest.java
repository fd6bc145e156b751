package dev.mailbrake.zoho;

import static dev.mailbrake.zoho.Said.said;
import static dev.mailbrake.zoho.Said.saidRetryAfter;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mailbrake.mailbox.Failure;
import dev.mailbrake.mailbox.Failure.Kind;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bodies of the fact sheet's §3.2 and §4.1, and what each means for the person who asked. */
class RefusalTest {
  private static final String HTML = "<html><body><h1>Service Unavailable</h1></body></html>";
  private static final String TOKEN =
      """
      {"data":{"errorCode":"INVALID_OAUTHTOKEN"},
       "status":{"code":401,"description":"Invalid Access"}}\
      """;
  private static final String SCOPE =
      """
      [2,{"msg":"Error while processing!","errorCode":"INVALID_OAUTHSCOPE","authFail":"true",
      "status":"401"}]\
      """;
  private static final String PROJECTS =
      """
      {"error":{"status_code":400,"title":"URL_ROLLING_THROTTLES_LIMIT_EXCEEDED","details":
      {"message":"Cannot execute more than 100 requests per API in 2 minutes."}}}\
      """;

  private record Case(int status, String body, Kind kind, String words) {
    @Override
    public String toString() {
      return "HTTP " + status + " " + (body.length() > 90 ? body.substring(0, 90) : body);
    }
  }

  static Stream<Case> credentials() {
    return Stream.of(
        new Case(400, coded(400, "INVALID_TICKET", "Invalid ticket"), Kind.REFUSED, "token"),
        new Case(401, TOKEN, Kind.REFUSED, "refuses the access token"),
        new Case(401, SCOPE, Kind.REFUSED, "lacks a scope"),
        new Case(404, coded(404, "URL_RULE_NOT_CONFIGURED", ""), Kind.REFUSED, "DATA_CENTER"),
        new Case(400, coded(400, "URL_RULE_NOT_CONFIGURED", ""), Kind.REFUSED, "DATA_CENTER"),
        new Case(403, coded(403, "OPERATION_NOT_PERMITTED", ""), Kind.REFUSED, "administrator"));
  }

  static Stream<Case> lasting() {
    return Stream.of(
        new Case(404, coded(404, "", "Account id 12 is invalid"), Kind.NOT_FOUND, "id 12 is inv"),
        new Case(404, coded(404, "USER_NOT_FOUND", ""), Kind.NOT_FOUND, "USER_NOT_FOUND"),
        new Case(
            400,
            coded(400, "EXTRA_PARAM_FOUND", "folderName Extra paramters given"),
            Kind.REFUSED,
            "EXTRA_PARAM_FOUND folderName Extra paramters given"),
        new Case(400, coded(400, "PATTERN_NOT_MATCHED", "x"), Kind.REFUSED, "PATTERN_NOT_MATCHED"),
        new Case(
            400,
            """
            {"status":{"code":400,"description":"Invalid Input"},
             "data":{"moreInfo":"Domain already verified","error":"DOMAIN_ALREADY_VERIFIED"}}\
            """,
            Kind.REFUSED,
            "Zoho refused: \"DOMAIN_ALREADY_VERIFIED Domain already verified\""),
        new Case(
            200,
            coded(500, "", "Maximum user license limit reached"),
            Kind.REFUSED,
            "license limit"));
  }

  static Stream<Case> passing() {
    return Stream.of(
        new Case(500, "", Kind.RETRY_LATER, "unavailable (HTTP 500)"),
        new Case(500, coded(500, "", ""), Kind.RETRY_LATER, "HTTP 500"),
        new Case(500, coded(500, "", "Internal Server Error"), Kind.RETRY_LATER, "HTTP 500"),
        new Case(502, HTML, Kind.RETRY_LATER, "unavailable (HTTP 502)"),
        new Case(503, HTML, Kind.RETRY_LATER, "unavailable (HTTP 503)"),
        new Case(302, "", Kind.RETRY_LATER, "HTTP 302"),
        new Case(200, HTML, Kind.RETRY_LATER, "made no sense"),
        new Case(200, "[]", Kind.RETRY_LATER, "made no sense"),
        new Case(200, coded(500, "", ""), Kind.RETRY_LATER, ""));
  }

  /** Zoho's own reason, but with a server error: the change may have been made anyway. */
  static Stream<Case> unproven() {
    return Stream.of(
        new Case(
            500,
            coded(500, "", "Maximum user license limit reached"),
            Kind.UNPROVEN,
            "Zoho reported an error (Maximum user license limit reached)"),
        new Case(
            500,
            coded(500, "", "550 5.4.6 Unusual sending activity detected."),
            Kind.UNPROVEN,
            "550 5.4.6 Unusual sending activity"),
        new Case(
            503, coded(404, "USER_NOT_FOUND", "No such user"), Kind.UNPROVEN, "reported an error"),
        new Case(
            500, coded(401, "INVALID_OAUTHSCOPE", "No scope"), Kind.UNPROVEN, "reported an error"));
  }

  /** Not Zoho's own reason, whoever gave it: it proves nothing, and is not quoted. */
  static Stream<Case> ofSomebodyElse() {
    String firewall = "{\"message\":\"Forbidden by policy\",\"error\":\"blocked\"}";
    return Stream.of(
        new Case(401, "", Kind.RETRY_LATER, "not its usual form"),
        new Case(403, HTML, Kind.RETRY_LATER, "not its usual form"),
        new Case(403, firewall, Kind.RETRY_LATER, "(HTTP 403, not its usual form)"),
        new Case(404, HTML, Kind.RETRY_LATER, "not its usual form"),
        new Case(404, "{\"status\":404,\"error\":\"NOT_FOUND\"}", Kind.RETRY_LATER, "HTTP 404"),
        new Case(404, "{\"status\":{\"code\":200}}", Kind.RETRY_LATER, "HTTP 404"),
        new Case(405, "", Kind.RETRY_LATER, "not its usual form"),
        new Case(408, HTML, Kind.RETRY_LATER, "not its usual form"),
        new Case(408, coded(408, "TIMED_OUT", "Late"), Kind.RETRY_LATER, "HTTP 408"),
        new Case(425, coded(425, "TOO_EARLY", "Early"), Kind.RETRY_LATER, "HTTP 425"),
        new Case(500, firewall, Kind.RETRY_LATER, "Zoho is unavailable (HTTP 500)"),
        new Case(
            500,
            "{\"data\":{\"moreInfo\":\"Operation failed. Please try again later\"}}",
            Kind.RETRY_LATER,
            "Zoho is unavailable (HTTP 500)"));
  }

  /** An error may come in an HTTP 200; then the status in the body counts. */
  static Stream<Case> inside200() {
    return Stream.of(
        new Case(200, TOKEN, Kind.REFUSED, "access token"),
        new Case(200, SCOPE, Kind.REFUSED, "scope"),
        new Case(200, coded(404, "USER_NOT_FOUND", "No such user"), Kind.NOT_FOUND, "No such user"),
        new Case(200, coded(404, "USER_NOT_FOUND", ""), Kind.NOT_FOUND, "USER_NOT_FOUND"),
        new Case(200, coded(403, "OPERATION_NOT_PERMITTED", ""), Kind.REFUSED, "administrator"),
        new Case(200, coded(400, "SOMETHING_FORBIDS_IT", ""), Kind.REFUSED, "SOMETHING_FORBIDS_IT"),
        new Case(
            200,
            """
            {"status":{"code":"400","description":"Invalid Input"}}\
            """,
            Kind.REFUSED,
            "Invalid Input"));
  }

  @ParameterizedTest
  @MethodSource({"credentials", "lasting", "passing", "unproven", "ofSomebodyElse", "inside200"})
  void readsWhatEachBodyMeans(Case row) {
    Answer answer = said(row.status(), row.body());

    Failure failure = Refusal.failure(answer);

    assertThat(answer.isSuccess()).isFalse();
    assertThat(failure.kind()).as(failure.sentence()).isEqualTo(row.kind());
    assertThat(failure.sentence()).contains(row.words()).doesNotContain("null", "<html>", "policy");
    assertThat(Refusal.isThrottling(answer)).isFalse();
  }

  static Stream<Answer> throttled() {
    return Stream.of(
        said(429, ""),
        said(429, HTML),
        said(400, PROJECTS),
        said(200, PROJECTS),
        said(500, coded(500, "URL_ROLLING_THROTTLES_LIMIT_EXCEEDED", "Cannot execute more")),
        said(400, coded(400, "", "You have made too many requests continuously.")),
        said(200, "{\"status\":{\"code\":429,\"description\":\"Too Many Requests\"}}"),
        said(400, "{\"status\":{\"code\":\"429\",\"description\":\"Too Many Requests\"}}"));
  }

  @ParameterizedTest
  @MethodSource("throttled")
  void recognizesThrottlingByItsFormWhateverTheStatus(Answer answer) {
    Failure failure = Refusal.failure(answer);

    assertThat(Refusal.isThrottling(answer)).isTrue();
    assertThat(failure.isPassing()).isTrue();
    assertThat(failure.reason()).contains("rate-limiting");
    assertThat(answer.isSuccess()).isFalse();
  }

  @Test
  void waitsAsLongAsARetryAfterHeaderAsks() {
    assertThat(Refusal.failure(saidRetryAfter(429, "", "90")).pause())
        .isEqualTo(Duration.ofSeconds(90));
    assertThat(Refusal.failure(saidRetryAfter(503, HTML, " 7 ")).pause())
        .isEqualTo(Duration.ofSeconds(7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"soon", "-5", "", "99999999", "Wed, 21 Oct 2026 07:28:00 GMT"})
  void ignoresARetryAfterThatIsNoNumberOfSeconds(String header) {
    assertThat(Refusal.failure(saidRetryAfter(429, "", header)).pause()).isZero();
  }

  @Test
  void requestsAFreshTokenOnlyIfTheTokenItselfIsRefused() {
    assertThat(Refusal.isOfToken(said(401, TOKEN))).isTrue();
    assertThat(Refusal.isOfToken(said(401, coded(401, "oauthtoken_expired", "")))).isTrue();
    assertThat(Refusal.isOfToken(said(401, SCOPE))).isFalse();
    assertThat(Refusal.isOfToken(said(401, ""))).isFalse();
    assertThat(Refusal.isOfToken(said(503, TOKEN))).as("it may have been carried out").isFalse();
    assertThat(Refusal.isOfToken(said(400, coded(400, "INVALID_TICKET", "")))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATTERN_NOT_MATCHED",
        "INVALID_DATATYPE",
        "JSON_PARSE_ERROR",
        "LESS_THAN_MIN_OCCURANCE",
        "pattern_not_matched"
      })
  void treatsOnlyTheseCodesAsARefusalOfTheForm(String code) {
    assertThat(Refusal.isOfBody(said(400, coded(400, code, "")))).isTrue();
  }

  @Test
  void treatsTheNameOfTheRawBodyAsARefusalOfTheForm() {
    String words = "zoho-inputstream Input does not match the given pattern";

    assertThat(Refusal.isOfBody(said(400, coded(400, "SOME_NEW_CODE", words)))).isTrue();
    assertThat(Refusal.isOfBody(said(400, coded(400, "EXTRA_PARAM_FOUND", "x")))).isFalse();
    assertThat(Refusal.isOfBody(said(403, coded(403, "OPERATION_NOT_PERMITTED", "")))).isFalse();
  }

  /** The documented form of an error; empty parts are omitted. */
  private static String coded(int status, String code, String moreInfo) {
    String description =
        switch (status) {
          case 400 -> "Invalid Input";
          case 401 -> "Invalid Access";
          case 403 -> "Forbidden";
          case 404 -> "Not Found";
          default -> "Internal Error";
        };
    String first = code.isEmpty() ? "" : "\"errorCode\":\"" + code + "\"";
    String second = moreInfo.isEmpty() ? "" : "\"moreInfo\":\"" + moreInfo + "\"";
    String comma = first.isEmpty() || second.isEmpty() ? "" : ",";
    return "{\"data\":{%s%s%s},\"status\":{\"code\":%d,\"description\":\"%s\"}}"
        .formatted(first, comma, second, status, description);
  }
}
