/**
 * The life of a request, in this order: {@code ask}, {@code decide}, {@code apply}, {@code tell}.
 * They use {@code model} (what a request is), {@code port} (what they need from outside) and {@code
 * wording} (what they say).
 *
 * <h2>How two processes never do the same thing</h2>
 *
 * <ol>
 *   <li><b>A single writer.</b> {@link dev.mailbrake.request.port.Ledger#update} runs one
 *       transaction at a time across all processes. Can what I read here change before I commit?
 *       No.
 *   <li><b>Compare-and-swap.</b> {@code Transaction.step} moves a request only from the state in
 *       which it was read, often outside the transaction. Was somebody faster? If so, the caller
 *       stops.
 *   <li><b>Each interaction is taken once.</b> {@link dev.mailbrake.request.port.Ledger#once}: did
 *       Slack, or somebody who replays its requests, deliver this before?
 *   <li><b>A card's turn.</b> {@code Cards.takeTurn}: is somebody else editing this message? A turn
 *       spans transactions, because Slack is called in between, and ends on its own after 45
 *       seconds.
 *   <li><b>Heartbeat plus overdue change.</b> A job whose process shows no heartbeat for ten
 *       seconds is taken over. {@link dev.mailbrake.request.apply.ApprovedChange#isOverdue}: may a
 *       process that was suspended and wakes up still send its change? Not after seven seconds.
 * </ol>
 */
@NullMarked
package dev.mailbrake.request;

import org.jspecify.annotations.NullMarked;
