-- Sagas (docs/adr/0018): the row of each stream saga/<id>, made in the transaction of its events, says what is
-- due when. Only the lease is not in the events: who is at it, and until when nobody else is.
create table saga (
  id             uuid primary key,
  version        bigint not null check (version > 0),
  kind           text not null,
  subject_id     uuid not null,
  status         text not null check (status in ('RUNNING', 'COMPENSATING', 'STUCK', 'COMPLETED', 'COMPENSATED')),
  step           text,
  stage          text check (stage in ('READY', 'STARTED', 'TRY_AGAIN', 'UNKNOWN', 'PENDING', 'STOPPED')),
  attempts       integer not null check (attempts >= 0),
  waits_for      text,
  due_at         timestamptz,
  turn_requested boolean not null,
  started_by     text not null,
  started_at     timestamptz not null,
  changed_at     timestamptz not null,
  lease_token    uuid,
  lease_until    timestamptz,
  check ((status in ('COMPLETED', 'COMPENSATED')) = (step is null)),
  check ((step is null) = (stage is null)),
  check (status <> 'STUCK' or due_at is null),
  check ((lease_token is null) = (lease_until is null))
) with (fillfactor = 70);
-- What has ended is in neither, so they are as small as the work there is.
create index saga_by_due on saga (due_at) where due_at is not null;
create index saga_by_subject on saga (subject_id);
create index saga_open on saga (status, started_at) where step is not null;

grant select, insert, update on saga to ${app};
