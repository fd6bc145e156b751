-- Moments are milliseconds since 1970 (UTC) as bigint, so that one statement serves SQLite and
-- PostgreSQL alike. What the two spell differently comes as a placeholder from dev.mailbrake.store.Database.

create table cards (
  id varchar(36) not null primary key,
  channel varchar(64) not null,
  place varchar(20) not null,
  message varchar(64) not null,
  reply_url text not null,
  reply_uses_left integer not null,
  reply_expires bigint not null,
  revision bigint not null,
  shown bigint not null
);

create table requests (
  id varchar(36) not null primary key,
  card_id varchar(36) not null references cards (id),
  row_number integer not null,
  action varchar(10) not null,
  zuid varchar(20) not null,
  account_id varchar(20) not null,
  address varchar(254) not null,
  aliases text not null,
  owner text not null,
  prior_status varchar(10) not null,
  prior_read_at bigint not null,
  asked_by_id varchar(64) not null,
  asked_by_name text not null,
  channel varchar(64) not null,
  asked_as text not null,
  reason text not null,
  asked_at bigint not null,
  deadline bigint not null,
  state varchar(20) not null,
  decided_by_id varchar(64) not null,
  decided_by_name text not null,
  decided_at bigint not null,
  writes integer not null,
  note text not null,
  progress_at bigint not null,
  unique (card_id, row_number)
);

-- The same action on the same mailbox waits once.
create unique index requests_one_waiting on requests (account_id, action) where state = 'WAITING';
create index requests_by_mailbox on requests (account_id, action, state);

create table audit_log (
  seq bigint not null primary key,
  at bigint not null,
  event varchar(20) not null,
  actor_id varchar(64) not null,
  actor_name text not null,
  request_id varchar(255) not null,
  action varchar(10) not null,
  zuid varchar(20) not null,
  account_id varchar(20) not null,
  address text not null,
  prior_state varchar(10) not null,
  reason text not null,
  detail text not null,
  previous_hash char(64) not null,
  hash char(64) not null
);

create index audit_log_by_request on audit_log (request_id);
create index audit_log_by_account on audit_log (account_id, seq);

-- Written and emptied again to see whether there is room: an update of no row would not notice.
create table write_probe (
  filler text not null
);

-- The table of db-scheduler, as its documentation gives it.
create table scheduled_tasks (
  task_name varchar(100) not null,
  task_instance varchar(100) not null,
  task_data ${binary},
  execution_time ${timestamp} not null,
  picked boolean not null,
  picked_by varchar(50),
  last_success ${timestamp},
  last_failure ${timestamp},
  consecutive_failures integer,
  last_heartbeat ${timestamp},
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);

create index scheduled_tasks_by_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_last_heartbeat on scheduled_tasks (last_heartbeat);
