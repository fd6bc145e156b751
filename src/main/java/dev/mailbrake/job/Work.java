package dev.mailbrake.job;

import dev.mailbrake.request.AdviseAfterBlock;
import dev.mailbrake.request.ApplyChange;
import dev.mailbrake.request.CheckDrift;
import dev.mailbrake.request.ExpireRequest;
import dev.mailbrake.request.RemindOfEnd;
import dev.mailbrake.request.SendMessage;
import dev.mailbrake.request.ShowCard;
import dev.mailbrake.request.ShowHome;
import dev.mailbrake.request.ShowOverview;
import dev.mailbrake.request.TellAudit;

/** The use cases behind the kinds of jobs. */
public record Work(Changing changing, Telling telling, Watching watching) {
  /** What becomes of a request. */
  public record Changing(ApplyChange apply, ExpireRequest expire, RemindOfEnd remind) {}

  /** What people are told. */
  public record Telling(
      ShowCard show,
      SendMessage send,
      ShowOverview list,
      ShowHome publish,
      AdviseAfterBlock advise) {}

  /** What is done again and again. */
  public record Watching(TellAudit audit, CheckDrift drift) {}
}
