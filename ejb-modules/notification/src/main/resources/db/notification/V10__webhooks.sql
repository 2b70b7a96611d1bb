-- Calls to systems of others (Standard Webhooks 1.0): where to, what about, and what has become of each.

create table webhook_endpoint (
  id              uuid primary key,
  owner           text not null check (owner ~ '^(organisation|client/[0-9a-f-]{36})$'),
  version         bigint not null check (version > 0),
  url             text not null check (length(url) <= 2000),
  -- exact names, prefixes such as transaction.*, or *
  events          text[] not null,
  description     text,
  enabled         boolean not null,
  disabled_reason text,
  -- since its first failure after the last success
  failing_since   timestamptz,
  -- encrypted, under a key that is in the configuration only; none once it is deleted
  secret          text,
  previous_secret text,
  previous_until  timestamptz,
  created_at      timestamptz not null,
  changed_at      timestamptz not null,
  -- it is forgotten when its messages are
  deleted_at      timestamptz,
  check ((previous_secret is null) = (previous_until is null)),
  check (deleted_at is not null or secret is not null)
);
create index webhook_endpoint_by_owner on webhook_endpoint (owner, id) where deleted_at is null;

create table webhook_message (
  id             uuid primary key,
  endpoint_id    uuid not null references webhook_endpoint,
  event_id       uuid not null,
  type           text not null,
  -- what is signed and sent, the same each time
  body           text not null,
  status         text not null check (status in ('PENDING', 'DELIVERED', 'FAILED')),
  -- each claim counts one more: whoever finds another number has lost it
  attempts       integer not null default 0,
  -- of the schedule, which a replay begins anew
  tries          integer not null default 0,
  -- also the end of the lease of whoever has claimed it
  due_at         timestamptz not null,
  claimed        boolean not null default false,
  occurred_at    timestamptz not null,
  correlation_id text not null,
  created_at     timestamptz not null,
  ended_at       timestamptz,
  reason         text,
  unique (endpoint_id, event_id),
  check ((status = 'PENDING') = (ended_at is null))
);
create index webhook_message_due on webhook_message (endpoint_id, due_at) where status = 'PENDING';
create index webhook_message_by_endpoint on webhook_message (endpoint_id, id);
create index webhook_message_by_age on webhook_message using brin (created_at);

create table webhook_attempt (
  message_id   uuid not null references webhook_message on delete cascade,
  number       integer not null check (number > 0),
  at           timestamptz not null,
  milliseconds bigint not null,
  -- of HTTP; none if there was no answer
  status       integer,
  reason       text,
  -- how the answer begins
  excerpt      text,
  primary key (message_id, number)
);

grant select, insert, update, delete on webhook_endpoint, webhook_message to ${app};
grant select, insert on webhook_attempt to ${app};
