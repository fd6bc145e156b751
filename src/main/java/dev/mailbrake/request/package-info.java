/**
 * The life of a request. Read it in this order: {@code ask}, {@code decide}, {@code apply}, {@code
 * tell}. They stand on {@code model} (what a request is), {@code port} (what they need from
 * outside) and {@code wording} (what they say).
 *
 * <h2>Who keeps two from doing one thing</h2>
 *
 * <ol>
 *   <li><b>A single writer.</b> {@link dev.mailbrake.request.port.Ledger#update} runs one
 *       transaction at a time, in all processes together. It answers: can what I read here change
 *       before I commit? It can't.
 *   <li><b>Compare-and-swap.</b> {@code Transaction.step} moves a request only from where it was
 *       read, often outside the transaction. It answers: was somebody faster? Every caller goes on
 *       only if the request moved.
 *   <li><b>An interaction is taken once.</b> {@link dev.mailbrake.request.port.Ledger#once}
 *       answers: did Slack, or somebody who replays its requests, deliver this command or click
 *       before?
 *   <li><b>A card's turn.</b> {@code Cards.takeTurn} answers: is somebody else editing this message
 *       right now? It outlives transactions, because Slack is called in between, and ends on its
 *       own after 45 seconds.
 *   <li><b>Heartbeat plus overdue change.</b> A job whose process shows no heartbeat for ten
 *       seconds is taken over. {@link dev.mailbrake.request.apply.ApprovedChange#isOverdue} answers
 *       the other half: may a process that stood still, and wakes up now, still send its change?
 *       Not after seven seconds.
 * </ol>
 */
@NullMarked
package dev.mailbrake.request;

import org.jspecify.annotations.NullMarked;
