package dev.mailbrake.policy;

/** Whether a person is an approver. */
public sealed interface ApproverStatus {

  /** They are. */
  record Approver() implements ApproverStatus {}

  /** They are not: every list and group was read, and none has them. */
  record NotApprover() implements ApproverStatus {}

  /**
   * Nobody can say, because a user group that might have them could not be read.
   *
   * @param why which group, and what came back, one sentence without a full stop
   */
  record Unreadable(String why) implements ApproverStatus {}
}
