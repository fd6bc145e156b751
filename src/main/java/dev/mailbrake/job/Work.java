package dev.mailbrake.job;

import dev.mailbrake.request.apply.ApplyChange;
import dev.mailbrake.request.apply.CheckDrift;
import dev.mailbrake.request.apply.RemindOfEnd;
import dev.mailbrake.request.decide.ExpireRequest;
import dev.mailbrake.request.tell.AdviseAfterBlock;
import dev.mailbrake.request.tell.SendMessage;
import dev.mailbrake.request.tell.ShowCard;
import dev.mailbrake.request.tell.ShowHome;
import dev.mailbrake.request.tell.ShowOverview;
import dev.mailbrake.request.tell.TellAudit;

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
