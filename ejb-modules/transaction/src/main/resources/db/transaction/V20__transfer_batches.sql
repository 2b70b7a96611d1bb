-- Transfers that were asked for together. Durable before the ledger is ordered, with the ids of their
-- transactions; these are written when the ledger has answered. What was asked for never changes, so it is
-- one value, and so is what became of it.
create table transfer_batch (
  id             uuid primary key,
  mode           text not null check (mode in ('EACH', 'ALL_OR_NOTHING')),
  status         text not null check (status in ('ORDERED', 'COMPLETED', 'REFUSED')),
  made_by        text not null,
  made_at        timestamptz not null,
  correlation_id text not null,
  closed_at      timestamptz,
  items          json not null,
  results        json,
  -- as of an order to the ledger (pending_order): an attempt is counted before it is made
  attempts       integer not null check (attempts > 0),
  attempted_at   timestamptz not null,
  after_previous interval,
  retry_at       timestamptz not null,
  check ((status = 'ORDERED') = (closed_at is null)),
  check ((status = 'ORDERED') = (results is null))
);
create index transfer_batch_by_retry on transfer_batch (retry_at) where status = 'ORDERED';

grant select, insert, update on transfer_batch to ${app};
