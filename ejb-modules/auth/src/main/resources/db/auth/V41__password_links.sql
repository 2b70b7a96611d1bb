-- Links by which people choose a password. The secret in a link is not kept: it is made anew of its id, under a key
-- that stands in the configuration only; here is its hash.

create table password_link (
  id          uuid primary key,
  user_id     uuid not null references app_user,
  purpose     text not null check (purpose in ('RESET', 'INVITATION')),
  secret_hash text not null check (secret_hash ~ '^[0-9a-f]{64}$'),
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  -- also of those that another one has taken the place of
  ended_at    timestamptz
);
create index password_link_by_user on password_link (user_id, created_at);

grant select, insert, update on password_link to ${app};
