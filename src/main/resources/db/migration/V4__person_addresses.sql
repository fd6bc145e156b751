-- The mail addresses that approvers' Slack profiles have shown: whoever changes theirs still owns
-- the mailbox that they owned before. The latest is the one they were seen with last.
create table person_addresses (
  user_id varchar(64) not null,
  address varchar(254) not null,
  seen_at bigint not null,
  primary key (user_id, address)
);
