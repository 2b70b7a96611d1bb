-- A limit is changed through the interface: its version, which is its entity tag, is that of its stream
-- limit/<kind>/<audience>/<currency>. 0: as it came with the platform, never changed.
alter table transaction_limit
  add column version bigint not null default 0 check (version >= 0);

grant insert (kind, audience, currency, per_transaction, per_day, approval_above, version)
  on transaction_limit to ${app};
grant update (per_transaction, per_day, approval_above, version) on transaction_limit to ${app};
