-- One-time codes beside the password. The secret is encrypted under a key that stands in the configuration only;
-- recovery codes are hashes of random ones.

create table second_factor (
  user_id       uuid primary key references app_user,
  -- of the stream of its events
  version       bigint not null,
  -- null: switched off
  secret        text,
  -- null: begun, and not shown to work yet
  confirmed_at  timestamptz,
  -- of the last code that was taken: neither it nor an earlier one is taken again
  last_step     bigint not null,
  failures      integer not null check (failures >= 0),
  refused_until timestamptz
);

create table recovery_code (
  user_id   uuid not null references second_factor,
  code_hash text not null check (code_hash ~ '^[0-9a-f]{64}$'),
  primary key (user_id, code_hash)
);

grant select, insert, update on second_factor to ${app};
grant select, insert, delete on recovery_code to ${app};
