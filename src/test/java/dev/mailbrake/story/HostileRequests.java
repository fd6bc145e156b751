package dev.mailbrake.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Requests from an attacker or a broken program. */
final class HostileRequests {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final List<String> TYPES =
      List.of(
          "block_actions",
          "block_suggestion",
          "view_submission",
          "view_closed",
          "shortcut",
          "message_action",
          "interactive_message",
          "dialog_submission",
          "dialog_suggestion",
          "dialog_cancellation",
          "workflow_step_edit",
          "event_callback",
          "url_verification",
          "app_rate_limited",
          "something_new",
          "");

  /** The fields of all those types, so each parser finds what it looks for. */
  private static final String PAYLOAD =
      """
      {"type":"block_actions","api_app_id":"A0MAILBRK1","token":"t","trigger_id":"1.2.3",
       "is_enterprise_install":false,"enterprise":null,"challenge":"c","callback_id":"c",
       "user":{"id":"U0ADA00001","username":"ada","name":"ada","team_id":"T0ZYLKER01"},
       "container":{"type":"message","message_ts":"1.000001","channel_id":"C0MAILSEC1",
                    "is_ephemeral":false},
       "team":{"id":"T0ZYLKER01","domain":"zylker"},
       "team_id":"T0ZYLKER01",
       "channel":{"id":"C0MAILSEC1","name":"mail-security"},
       "message":{"type":"message","ts":"1.000001","text":"x","user":"U0MAILBRK1",
                  "blocks":[{"type":"section","block_id":"b",
                             "text":{"type":"mrkdwn","text":"x"}},
                            {"type":"actions","block_id":"a","elements":[
                              {"type":"button","action_id":"confirm-change","value":"v",
                               "text":{"type":"plain_text","text":"x","emoji":true}}]}]},
       "state":{"values":{"a":{"b":{"type":"plain_text_input","value":"v"}}}},
       "view":{"id":"V1","type":"modal","callback_id":"c","private_metadata":"m","hash":"h",
               "state":{"values":{}},"blocks":[]},
       "submission":{"a":"b"},
       "event":{"type":"message","channel":"C0MAILSEC1","user":"U0ADA00001","text":"x","ts":"1.2"},
       "event_id":"Ev1","event_time":1,"authorizations":[],
       "response_url":"http://127.0.0.1:1/x",
       "actions":[{"action_id":"confirm-change","block_id":"a","type":"button","value":"v",
                   "action_ts":"1.2","style":"danger",
                   "text":{"type":"plain_text","text":"x","emoji":true}}]}
      """;

  /** Not JSON either; as a field's value it removes the field. */
  private static final String REMOVED = "NaN";

  private static final List<JsonPointer> FIELDS = fields();

  private HostileRequests() {}

  /** Text of every kind that has ever broken a program. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "",
            " ",
            "null",
            "rebecca@zylker.com",
            "rebecca@zylker.com phishing",
            "<mailto:rebecca@zylker.com|paula@zylker.com>",
            "<@U0ADA00001|ada>",
            "<!channel>",
            "<https://evil.example|x>",
            "/mail-block",
            "U0ADA00001",
            "U0NOBODY01",
            "C0MAILSEC1",
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\udc00\ud800",
            "\u202e\u2066مرحبا",
            "👩‍👩‍👧",
            "e\u0301",
            "\ufeff\uffff",
            "'; drop table requests; --",
            "${jndi:ldap://127.0.0.1:1/x}",
            "{}%s$1\\",
            "../../etc/passwd",
            "x\r\nX-Injected: 1",
            "-1",
            "9".repeat(400)),
        Arbitraries.strings().withCharRange('\u0000', '\uffff').ofMaxLength(40),
        Arbitraries.of("x", "\u0000", "[", "👩", "&", "<").map(unit -> unit.repeat(20_000)));
  }

  static Arbitrary<String> contentTypes() {
    return Arbitraries.of(
        RawPost.FORM,
        RawPost.FORM + "; charset=utf-8",
        RawPost.FORM + "; charset=utf-16",
        RawPost.FORM + "; charset=no-such-charset",
        RawPost.JSON,
        "APPLICATION/JSON; charset=\"",
        "multipart/form-data; boundary=x",
        "multipart/form-data",
        "text/xml",
        "/",
        ";;;",
        "x".repeat(4_000),
        "\u00ff");
  }

  /** Bytes that claim to be a form. */
  static Arbitrary<byte[]> forms() {
    Arbitrary<String> key =
        Arbitraries.oneOf(
            Arbitraries.of(
                "command",
                "command",
                "text",
                "text",
                "user_id",
                "user_name",
                "channel_id",
                "team_id",
                "trigger_id",
                "token",
                "payload",
                "ssl_check",
                "code",
                "state",
                "",
                "text[]",
                "%63ommand",
                "k".repeat(3_000)),
            texts().map(HostileRequests::encoded));
    Arbitrary<String> value =
        Arbitraries.oneOf(
            Arbitraries.of(
                "%2Fmail-block",
                "%2Fmail-unblock",
                "%2Fmail-status",
                "help",
                "1",
                "%7B%7D",
                "U0ADA00001",
                "C0MAILSEC1",
                "rebecca%40zylker.com+phishing"),
            Arbitraries.of(
                "%", "%2", "%zz", "%00", "%c0%80", "%ed%a0%80", "%ff", "%u0041", "+", "\u00ff"),
            texts().map(HostileRequests::encoded));
    Arbitrary<String> parameter =
        Combinators.combine(key, Arbitraries.of("=", "=", "=", "", "=="), value)
            .as((name, equals, text) -> name + equals + text);
    return Combinators.combine(
            Arbitraries.of("", "", "command=%2Fmail-block&", "payload=%7B", "&&&", "="),
            parameter.list().ofMaxSize(12),
            Arbitraries.of("&", "&", "&", ";", "&&", "\n", "\u0000"),
            Arbitraries.of(1, 1, 1, 1, 1, 1, 1, 5, 300))
        .as(
            (start, parameters, separator, times) ->
                (start + (String.join(separator, parameters) + separator).repeat(times))
                    .getBytes(ISO_8859_1));
  }

  /** JSON that claims to be what Slack sends for a click, a submission or an event. */
  static Arbitrary<String> payloads() {
    Arbitrary<String> whole =
        Combinators.combine(
                Arbitraries.of(TYPES),
                Combinators.combine(Arbitraries.of(FIELDS), values())
                    .as(Spoiled::new)
                    .list()
                    .ofMaxSize(4))
            .as(HostileRequests::spoiled);
    Arbitrary<String> cut =
        Combinators.combine(whole, Arbitraries.integers().between(0, 2_000))
            .as((json, end) -> json.substring(0, Math.min(end, json.length())));
    return Arbitraries.frequencyOf(Tuple.of(6, whole), Tuple.of(1, cut), Tuple.of(1, values()));
  }

  /** A JSON value, mostly of the wrong type. */
  private static Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "null",
            "true",
            "0",
            "-1",
            "1e400",
            "1.5",
            "123456789012345678901234567890",
            "\"\"",
            "[]",
            "{}",
            "[null]",
            "[[],{}]",
            "[{}]",
            "{\"id\":null}",
            "{\"id\":{}}",
            "{\"type\":\"no-such-type\"}",
            "[{\"type\":\"no-such-type\"}]",
            "[{\"type\":\"rich_text\",\"elements\":[{\"type\":7}]}]",
            "{\"\":{\"\":{\"\":[]}}}",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"confirm-change\"",
            "\"cancel-change\"",
            REMOVED,
            "'x'"),
        texts().map(HostileRequests::json),
        Arbitraries.of(100, 1_000, 50_000).map("["::repeat),
        Arbitraries.of(100, 1_000, 50_000).map(depth -> "[".repeat(depth) + "]".repeat(depth)),
        Arbitraries.of(100, 1_000, 30_000)
            .map(depth -> "{\"blocks\":[".repeat(depth) + "]}".repeat(depth)));
  }

  /** A payload encoded as Slack sends it. */
  static byte[] asForm(String json) {
    return ("payload=" + encoded(json)).getBytes(UTF_8);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }

  /** Escaped as far as possible: half a surrogate pair has no other form. */
  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String spoiled(String type, List<Spoiled> places) {
    ObjectNode payload = (ObjectNode) read();
    payload.put("type", type);
    places.forEach(place -> place.in(payload));
    return payload.toString();
  }

  private static JsonNode read() {
    try {
      return MAPPER.readTree(PAYLOAD);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static List<JsonPointer> fields() {
    List<JsonPointer> found = new ArrayList<>();
    collect(read(), JsonPointer.empty(), found);
    return found;
  }

  private static void collect(JsonNode node, JsonPointer at, List<JsonPointer> found) {
    node.properties()
        .forEach(
            field -> {
              JsonPointer here = at.appendProperty(field.getKey());
              found.add(here);
              collect(field.getValue(), here, found);
            });
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      JsonPointer here = at.appendIndex(i);
      found.add(here);
      collect(node.get(i), here, found);
    }
  }

  /**
   * A field with something else in it.
   *
   * @param json or {@link #REMOVED}
   */
  private record Spoiled(JsonPointer field, String json) {
    void in(ObjectNode payload) {
      JsonNode parent = payload.at(field.head());
      RawValue value = new RawValue(json);
      String name = field.last().getMatchingProperty();
      if (parent instanceof ObjectNode object) {
        if (json.equals(REMOVED)) {
          object.remove(name);
        } else {
          object.putRawValue(name, value);
        }
      } else if (parent instanceof ArrayNode array && !array.isEmpty()) {
        array.setRawValue(0, value);
      }
    }
  }
}
