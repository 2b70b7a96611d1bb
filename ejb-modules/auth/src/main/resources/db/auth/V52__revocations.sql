-- Access tokens that count for nothing before they end, for an hour: none is good for longer.
create table revocation (
  id           uuid primary key,
  -- what the tokens say of themselves
  claim        text not null check (claim in ('sub', 'client_id', 'sid', 'jti')),
  value        text not null,
  -- of the tokens that say so, those
  issued_until timestamptz not null,
  revoked_at   timestamptz not null
);

create index revocation_by_time on revocation (revoked_at);
create index revocation_by_value on revocation (value);
create index app_user_by_tokens_valid_from on app_user (tokens_valid_from);

grant select, insert, delete on revocation to ${app};
