-- What a mailbox is in its organisation; how long a block is to last, and which block a lift ends.
alter table requests add column role varchar(20) not null default 'UNKNOWN';
alter table requests add column lasts bigint not null default 0;
alter table requests add column lifts varchar(36) not null default '';

-- Why two have to confirm, who was the first, and what had changed by then.
alter table requests add column second_because text not null default '';
alter table requests add column first_by_id varchar(64) not null default '';
alter table requests add column first_by_name text not null default '';
alter table requests add column first_at bigint not null default 0;
alter table requests add column changed text not null default '';

-- What a change brought about: 0 for what did not happen.
alter table requests add column effect_since bigint not null default 0;
alter table requests add column effect_until bigint not null default 0;
alter table requests add column effect_over bigint not null default 0;
alter table requests add column differs integer not null default 0;
alter table requests add column checked_at bigint not null default 0;

-- The latest change of each mailbox that took effect before this version is in force.
update requests set effect_since = progress_at
where (state = 'VERIFIED' or state = 'UNVERIFIED' and note = '') and not exists (
  select 1 from requests later
  where later.account_id = requests.account_id
    and (later.state = 'VERIFIED' or later.state = 'UNVERIFIED' and later.note = ''
      or later.state = 'UNCHANGED' and later.action <> requests.action)
    and (later.decided_at > requests.decided_at
      or later.decided_at = requests.decided_at and later.id > requests.id));

-- A lift waits beside whatever a person asks for.
drop index requests_one_waiting;
create unique index requests_one_waiting on requests (account_id, action)
  where state = 'WAITING' and lifts = '';
create unique index requests_one_lift on requests (lifts) where lifts <> '';
create unique index requests_one_in_force on requests (account_id)
  where effect_since > 0 and effect_over = 0;
create index requests_waiting on requests (asked_at) where state = 'WAITING';
create index requests_by_decision on requests (decided_at);

-- Whether a card's thread says what a block does not do.
alter table cards add column advised integer not null default 0;

-- The home tabs that somebody opened lately.
create table homes (
  user_id varchar(64) not null primary key,
  opened_at bigint not null,
  revision bigint not null,
  shown bigint not null
);

-- One row for each channel that was ever told of the audit trail, and how far.
create table audit_told (
  channel varchar(64) not null primary key,
  seq bigint not null,
  day varchar(10) not null
);
