-- How often in a row Zoho gave the same reason in an answer that proved nothing by itself, and
-- whether it was seen once in another status than the record's: neither counts the first time.
alter table requests add column refusals integer not null default 0;
alter table requests add column suspected integer not null default 0;
