package dev.mailbrake.zoho;

import static dev.mailbrake.zoho.Said.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":{\"code\":200,\"description\":\"success\"}}",
        "{\"status\":{\"code\":201,\"description\":\"created\"}}",
        "{\"status\":{\"code\":\"200\",\"description\":\"success\"},\"data\":{}}",
        "{\"data\":[],\"status\":{\"code\":200}}",
        "  ",
        ""
      })
  void isASuccessInTheDocumentedFormsAndWithoutABody(String body) {
    assertThat(said(200, body).isSuccess()).isTrue();
  }

  @Test
  void isASuccessIfTheFieldsOfAnErrorAreNull() {
    String body =
        """
        {"status":{"code":200,"description":"success"},
         "data":{"errorCode":null,"moreInfo":null,"error":null}}\
        """;

    assertThat(said(200, body).isSuccess()).isTrue();
    assertThat(said(200, body).errorCode()).isEmpty();
    assertThat(said(200, body).reason()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":{\"code\":500,\"description\":\"Internal Error\"}}",
        "{\"status\":{\"code\":\"400\",\"description\":\"Invalid Input\"}}",
        "{\"status\":{\"code\":200},\"data\":{\"errorCode\":\"SOMETHING\"}}",
        "{\"status\":{\"code\":200},\"data\":{\"error\":\"SOMETHING\"}}",
        "{\"error\":\"Access Denied\",\"status\":\"failure\"}",
        "[2,{\"errorCode\":\"INVALID_OAUTHSCOPE\"}]",
        "<html></html>",
        "\"success\"",
        "200",
        "{\"status\":{\"code\":200"
      })
  void isNoSuccessWithAnyOtherBodyInHttp200(String body) {
    assertThat(said(200, body).isSuccess()).isFalse();
  }

  /** Fact sheet §3.3: success only if the body is empty or its status.code is 200 or 201. */
  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"message\":\"down for maintenance\"}", "{\"status\":\"error\"}"})
  void isNoSuccessWithAnObjectThatDoesNotSaySo(String body) {
    assertThat(said(200, body).isSuccess()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {302, 400, 401, 404, 429, 500, 503})
  void isNoSuccessWhateverTheBodyIfHttpSaysOtherwise(int status) {
    assertThat(said(status, "{\"status\":{\"code\":200}}").isSuccess()).isFalse();
    assertThat(said(status, "").isSuccess()).isFalse();
  }

  @Test
  void readsTheCodeAndTheReasonFromEveryForm() {
    Answer array = said(401, "[2,{\"msg\":\"Error!\",\"errorCode\":\"INVALID_OAUTHSCOPE\"}]");
    Answer nested = said(400, "{\"error\":{\"title\":\"T\",\"details\":{\"message\":\"Words\"}}}");
    Answer login = said(400, "{\"error\":\"Access Denied\",\"error_description\":\"Words\"}");

    assertThat(array.errorCode()).isEqualTo("INVALID_OAUTHSCOPE");
    assertThat(array.reason()).isEqualTo("Error!");
    assertThat(nested.errorCode()).isEqualTo("T");
    assertThat(nested.reason()).isEqualTo("Words");
    assertThat(login.errorCode()).isEqualTo("Access Denied");
    assertThat(login.reason()).isEqualTo("Words");
  }
}
