-- What people have let programs of others have.
alter table api_client add column skips_consent boolean not null default false;

-- clients that were there before were all the organisation's own
update api_client set skips_consent = true;

create table consent (
  -- of the stream of its events
  id        uuid primary key,
  user_id   uuid not null references app_user,
  client_id text not null references api_client,
  -- separated by a space
  scopes    text not null,
  given_at  timestamptz not null,
  unique (user_id, client_id)
);

grant select, insert, delete on consent to ${app};
