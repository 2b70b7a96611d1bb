-- Each batch of the poster that books journals leaves a row with the hash of all that it booked; these
-- rows are chained a moment later (docs/adr/0011). What was booked before cannot be chained any more.

create table ledger_batch (
  id           bigint generated always as identity primary key,
  xid          xid8 not null default pg_current_xact_id(),
  booked_at    timestamptz not null,
  journals     integer not null check (journals > 0),
  entries      integer not null check (entries > 0),
  content_hash bytea not null check (length(content_hash) = 32)
);
create index ledger_batch_in_commit_order on ledger_batch (xid, id);

create table ledger_seal (
  number    bigint primary key check (number > 0),
  batch     bigint not null unique,
  previous  bytea not null check (length(previous) = 32),
  hash      bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null default now()
);

-- How many journals stand outside of the chain; part of the chain's beginning.
create table ledger_chain_start (
  only_row        boolean primary key default true check (only_row),
  journals_before bigint not null
);
insert into ledger_chain_start (journals_before) select count(*) from journal;

-- json keeps the very text that was hashed; jsonb would keep its own form of it
alter table journal
  alter column metadata type json,
  add column batch bigint,
  add constraint journal_of_batch check (batch is not null) not valid;

-- What was asked for, and what was found: verifications and rebuilds, by whichever replica.
create table ledger_check (
  id             uuid primary key,
  kind           text not null check (kind in ('VERIFICATION', 'REBUILD')),
  -- a rebuild that writes what it has found, and why
  correction     text,
  requested_by   text not null,
  correlation_id text not null,
  requested_at   timestamptz not null,
  -- of those that the clock asks for; each day has one
  business_day   date unique,
  attempts       integer not null default 0,
  started_at     timestamptz,
  finished_at    timestamptz,
  failure        text,
  report         json,
  check (correction is null or kind = 'REBUILD'),
  check ((finished_at is null) = (failure is null and report is null))
);
-- one at a time
create unique index ledger_check_open on ledger_check ((true)) where finished_at is null;

grant select, insert on ledger_batch, ledger_seal to ${app};
grant select on ledger_chain_start to ${app};
grant select, insert on ledger_check to ${app};
grant update (attempts, started_at, finished_at, failure, report) on ledger_check to ${app};
