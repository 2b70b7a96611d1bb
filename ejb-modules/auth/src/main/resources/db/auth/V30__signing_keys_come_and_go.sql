-- Signing keys come and go by a schedule, so the set is written anew; by whom has read what it replaces.
alter table signing_key add column if not exists changed_at timestamptz not null default now();
grant update (encrypted, changed_at) on signing_key to ${app};
