-- Movements get their row when the ledger has answered, and keys are not written a second time: no room is left
-- for that any more.
alter table transaction set (fillfactor = 95);
alter table idempotency_key set (fillfactor = 100);
