-- What nobody has decided on for too long has EXPIRED.
alter table transaction drop constraint transaction_status_check;
alter table transaction add constraint transaction_status_check
  check (status in ('CREATED', 'AWAITING_APPROVAL', 'APPROVED', 'UNKNOWN', 'PAID', 'DECLINED',
    'CANCELLED', 'EXPIRED', 'REVERSED'));

-- For the sweep: only what waits, so a few rows however many transactions there are. A column of its own,
-- since no index may look at the status of a row that is about to be paid (V2).
alter table transaction
  add column awaits_since timestamptz
    generated always as (case when status = 'AWAITING_APPROVAL' then made_at end) stored;
create index transaction_awaiting_approval on transaction (awaits_since)
  where awaits_since is not null;
