-- The calls made to Zoho lately, by all processes together: its limit counts them together.
create table zoho_calls (
  id varchar(36) not null primary key,
  at bigint not null
);

create index zoho_calls_by_time on zoho_calls (at);

-- One row: until when nothing goes out to Zoho, because it said that there was too much.
create table zoho_pause (
  starts bigint not null,
  ends bigint not null,
  throttlings integer not null
);

insert into zoho_pause (starts, ends, throttlings) values (0, 0, 0);

-- What people did in Slack, by Slack's id of it: whatever is delivered twice acts once.
create table interactions (
  id text not null primary key,
  at bigint not null
);

create index interactions_by_time on interactions (at);

-- Whose turn it is to show a card, and for how long.
alter table cards add column turn_of varchar(100) not null default '';
alter table cards add column turn_ends bigint not null default 0;
