package dev.mailbrake.request.model;

import dev.mailbrake.request.model.PrivateMessage.Pointer;
import java.util.Optional;

/** A line of the audit channel as plain text, and the card it is about, if that was posted. */
public record AuditLine(String text, Optional<Pointer> card) {}
