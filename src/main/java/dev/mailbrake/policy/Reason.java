package dev.mailbrake.policy;

/**
 * Why a verdict is what it is. The person's message, the audit row and the metric all use this.
 *
 * @param rule the rule's name, stable, lower case with hyphens
 * @param sentence for the person, with its full stop
 */
public record Reason(String rule, String sentence) {}
