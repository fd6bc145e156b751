-- The request whose change took the place of this one's; empty while it holds, and before this version.
alter table requests add column superseded_by varchar(36) not null default '';
create index requests_by_successor on requests (superseded_by) where superseded_by <> '';

-- Whoever extends a block ends its reminder, and the block is to have another one.
drop index requests_one_lift;
create unique index requests_one_lift on requests (lifts)
  where lifts <> '' and state <> 'CANCELLED' and state <> 'VOID';
create index requests_by_lift on requests (lifts) where lifts <> '';

-- Slack's ids of the thread that a card is in, and of the message that it is about.
alter table cards add column thread varchar(64) not null default '';
alter table cards add column about varchar(64) not null default '';

-- What a card's people were called for, each matter once.
create table rings (
  card_id varchar(36) not null references cards (id),
  matter varchar(20) not null,
  primary key (card_id, matter)
);
