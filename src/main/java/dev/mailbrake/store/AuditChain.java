package dev.mailbrake.store;

import dev.mailbrake.request.AuditEntry;
import dev.mailbrake.request.AuditSubject;
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
    AuditSubject subject = entry.subject();
    return sha256(
        List.of(
            Long.toString(seq),
            Long.toString(entry.at().toEpochMilli()),
            entry.event().name(),
            entry.who().id(),
            entry.who().name(),
            subject.requestId(),
            subject.action(),
            subject.zuid(),
            subject.accountId(),
            subject.address(),
            subject.priorState(),
            entry.reason(),
            entry.detail(),
            previous));
  }

  /** Each field goes in as stored, behind its length in bytes: no two rows run together alike. */
  private static String sha256(List<String> fields) {
    MessageDigest digest = digest();
    for (String field : fields) {
      byte[] bytes = StorableText.of(field).getBytes(StandardCharsets.UTF_8);
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
