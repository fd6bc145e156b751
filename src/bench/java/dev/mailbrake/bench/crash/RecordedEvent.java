package dev.mailbrake.bench.crash;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An audit log row, read without the bot.
 *
 * @param computed what its hash must be, given the row's contents and the previous hash it names
 */
record RecordedEvent(
    long seq,
    Instant at,
    String event,
    String actor,
    String request,
    String account,
    String address,
    String detail,
    String previous,
    String hash,
    String computed) {
  private static final List<String> HASHED =
      List.of(
          "seq",
          "at",
          "event",
          "actor_id",
          "actor_name",
          "request_id",
          "action",
          "zuid",
          "account_id",
          "address",
          "prior_state",
          "reason",
          "detail",
          "previous_hash");

  static RecordedEvent of(ResultSet row) throws SQLException {
    List<String> fields = new ArrayList<>();
    for (String column : HASHED) {
      fields.add(row.getString(column));
    }
    return new RecordedEvent(
        row.getLong("seq"),
        Instant.ofEpochMilli(row.getLong("at")),
        row.getString("event"),
        row.getString("actor_id"),
        row.getString("request_id"),
        row.getString("account_id"),
        row.getString("address"),
        row.getString("detail"),
        row.getString("previous_hash"),
        row.getString("hash"),
        sha256(fields));
  }

  private static String sha256(List<String> fields) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String field : fields) {
        byte[] bytes = field.getBytes(UTF_8);
        digest.update((bytes.length + ":").getBytes(UTF_8));
        digest.update(bytes);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  boolean is(String... events) {
    return List.of(events).contains(event);
  }

  /** The outcome of a change; false while Zoho has accepted it but does not show it yet. */
  boolean isFinal() {
    return is("OUTCOME") && !detail.startsWith("ACCEPTED");
  }
}
