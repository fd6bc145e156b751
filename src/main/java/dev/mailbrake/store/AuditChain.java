package dev.mailbrake.store;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditSubject;
import dev.mailbrake.request.StoredAuditRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain that makes a changed, removed or reordered audit row show: each row carries the hash of
 * the row before it, and its own hash covers that one and everything it says.
 */
final class AuditChain {
  /** What stands where the row before the first one would be. */
  static final String START = "0".repeat(64);

  private AuditChain() {}

  /**
   * The hash of a row.
   *
   * @param seq the row's number, from 1 without gaps
   * @param previous the hash of the row before it, or {@link #START}
   * @return SHA-256 in lower-case hexadecimal, 64 characters
   */
  static String hash(long seq, AuditEntry entry, String previous) {
    StoredAuditRow row =
        new StoredAuditRow(
            seq,
            entry.at(),
            entry.event().name(),
            entry.who(),
            entry.subject(),
            entry.reason(),
            entry.detail(),
            previous,
            "");
    return sha256(fields(row).stream().map(StorableText::of).toList());
  }

  /** The hash that a row has to have, by everything else that is stored of it. */
  static String hash(StoredAuditRow row) {
    return sha256(fields(row));
  }

  private static List<String> fields(StoredAuditRow row) {
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

  /** Each field goes in as stored, behind its length in bytes: no two rows run together alike. */
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
