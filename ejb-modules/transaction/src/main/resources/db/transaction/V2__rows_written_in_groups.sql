-- A transaction's row is written twice within milliseconds. The second time no index must be written
-- (a HOT update): so there is room in its page, and no index looks at its status.
drop index transaction_reversed_once;
alter table transaction
  add column undone text generated always as (case when status = 'PAID' then reverses end) stored;
-- A transaction has one paid reversal at most; the use case decides it, this makes sure.
create unique index transaction_reversed_once on transaction (undone) where undone is not null;
alter table transaction set (fillfactor = 75);
alter table pending_order set (fillfactor = 75);
