-- Passkeys (WebAuthn). What is kept here opens nothing: the private keys never leave people's devices.

create table passkey (
  id              uuid primary key,
  user_id         uuid not null references app_user,
  -- of the stream of its events
  version         bigint not null,
  name            text not null check (length(name) between 1 and 60),
  -- as the device names it; base64url
  credential_id   text not null unique,
  -- attested credential data (WebAuthn 3, section 6.5.1), with the public key; base64url
  credential      text not null,
  -- whether it may lie with more devices than one
  backup_eligible boolean not null,
  sign_count      bigint not null check (sign_count >= 0),
  created_at      timestamptz not null,
  last_used_at    timestamptz,
  -- since its counter has gone back: there may be a copy
  suspended_at    timestamptz
);
create index passkey_by_user on passkey (user_id);

grant select, insert, update, delete on passkey to ${app};
