-- What each context keeps beside its own tables: its events, where their relay stands, the events it
-- has taken in, and the idempotency keys of its callers.

create table event (
  position       bigint generated always as identity primary key,
  -- the writing transaction: reading in commit order is bounded by pg_snapshot_xmin over it
  xid            xid8 not null default pg_current_xact_id(),
  id             uuid not null,
  stream         text not null,
  version        bigint not null check (version > 0),
  type           text not null,
  occurred_at    timestamptz not null,
  correlation_id text not null,
  causation_id   text,
  data           text not null,
  unique (stream, version)
);
create index event_in_commit_order on event (xid, position);

-- A window [low, high) of transactions that have all ended; position: how far into it the relay has come.
create table relay_cursor (
  relay    text primary key,
  low      xid8 not null,
  high     xid8 not null,
  position bigint not null
);

create table inbox (
  consumer    text not null,
  event_id    uuid not null,
  received_at timestamptz not null default now(),
  primary key (consumer, event_id)
);

-- Either the answer itself is kept (status to body), in the one transaction that did it all; or, where
-- the effect takes several transactions, what it is about (subject), and, once that is answered, the
-- version of it that was the answer.
create table idempotency_key (
  caller          text not null,
  key             text not null,
  fingerprint     bytea not null,
  status          smallint,
  location        text,
  etag            text,
  body            text,
  subject         text unique,
  subject_version bigint,
  created_at      timestamptz not null default now(),
  primary key (caller, key),
  check ((subject is null) = (status is not null and body is not null)),
  check (subject_version is null or subject is not null)
);
create index idempotency_key_by_age on idempotency_key (created_at);

grant select, insert on event, inbox to ${app};
grant select, insert, update on relay_cursor to ${app};
grant select, insert, update (subject_version), delete on idempotency_key to ${app};
grant delete on inbox to ${app};
