package dev.mailbrake.zoho;

import dev.mailbrake.check.Finding;
import java.util.List;

/**
 * What a token was found to be good for.
 *
 * @param isUnfinished whether nothing is known to be wrong, but Zoho did not answer to the end
 */
record Inspection(List<Finding> findings, boolean isUnfinished) {}
