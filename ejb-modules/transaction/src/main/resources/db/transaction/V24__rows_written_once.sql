-- Movements get their row when the ledger has answered, and keys are not written a second time: no room is left
-- for that any more.
alter table transaction set (fillfactor = 95);
alter table idempotency_key set (fillfactor = 100);
-- Orders are open for a moment, so the table is short: looking through it for lost ones every few seconds costs less
-- than an index that each order writes. An order's row changes only when it was lost.
drop index pending_order_by_retry;
alter table pending_order set (fillfactor = 100);
-- What a batch was asked for is read again only if it was lost: pressing it together costs more than the room.
alter table transfer_batch alter column items set storage external;
