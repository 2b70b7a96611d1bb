-- The keys of a group are answered in one transaction: see the same change of the table of transactions.
alter table idempotency_key set (fillfactor = 45);
