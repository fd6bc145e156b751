package dev.mailbrake.audit;

import dev.mailbrake.audit.AuditEntry.AuditSubject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Each row's hash covers the row and the previous row's hash, which reveals any tampering. */
public final class AuditChain {
  /** The previous hash of the first row. */
  public static final String START = "0".repeat(64);

  private AuditChain() {}

  /** The hash that a row must have: SHA-256 in lower-case hexadecimal, 64 characters. */
  public static String hash(AuditRow row) {
    return hash(row, UnaryOperator.identity());
  }

  /** For a row yet to be stored; {@code stored} turns a text into what the database keeps. */
  public static String hash(AuditRow row, UnaryOperator<String> stored) {
    return sha256(fields(row).stream().map(stored).toList());
  }

  private static List<String> fields(AuditRow row) {
    AuditSubject subject = row.subject();
    return List.of(
        Long.toString(row.seq()),
        Long.toString(row.at().toEpochMilli()),
        row.event(),
        row.who().id(),
        row.who().name(),
        subject.requestId(),
        subject.action(),
        subject.zuid(),
        subject.accountId(),
        subject.address(),
        subject.priorState(),
        row.reason(),
        row.detail(),
        row.previousHash());
  }

  /** Each field's length in bytes comes first, so different rows never concatenate to the same. */
  private static String sha256(List<String> fields) {
    MessageDigest digest = digest();
    for (String field : fields) {
      byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
      digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
