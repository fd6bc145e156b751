package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import dev.mailbrake.config.Secret;
import java.util.List;
import java.util.Optional;

/**
 * What came of a code.
 *
 * @param verdict what the findings amount to
 * @param refreshToken fit to be used, as far as was seen; empty where it is not, or there is none
 * @param findings why, in the order in which they should be mended; never a secret
 */
public record Authorized(Verdict verdict, Optional<Secret> refreshToken, List<Finding> findings) {

  /** What is to be done next. */
  public enum Verdict {
    /** The refresh token is fit for use. */
    GRANTED,
    /** Something has to be mended first, as the findings say. */
    REFUSED,
    /** Zoho does not answer now; a refresh token that came before that is not wholly looked at. */
    UNFINISHED
  }
}
