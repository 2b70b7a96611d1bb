-- What the answer to a key was, its subject tells: neither is the version kept here, nor is a key looked for by
-- its subject.
alter table idempotency_key drop column subject_version;
alter table idempotency_key drop constraint idempotency_key_subject_key;
-- The relay reads by transaction, streams are read by name: nobody looks for a position alone.
alter table event drop constraint event_pkey, drop constraint event_stream_version_key;
alter table event add primary key (stream, version);
-- A window is read as a whole and put in order by who reads it; the many events of one transaction share an entry.
drop index event_in_commit_order;
create index event_in_commit_order on event (xid);
