package dev.mailbrake.policy;

/**
 * Why a verdict is what it is. The person's message, the audit row and the log all use this.
 *
 * @param rule the rule's name, stable, lower case with hyphens
 * @param sentence what the person is told, with its full stop
 */
public record Reason(String rule, String sentence) {}
