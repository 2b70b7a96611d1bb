-- Who may sign in, what they may do, and the programs that ask for tokens. No secret stands here in
-- the clear: passwords as Argon2id, client secrets as SHA-256 of 256 random bits, the signing keys
-- encrypted.

create table role (
  name        text primary key check (name ~ '^[A-Z][A-Z_]{1,39}$'),
  description text not null
);

create table role_permission (
  role       text not null references role,
  permission text not null check (permission ~ '^[a-z-]+:[a-z-]+$'),
  primary key (role, permission)
);

create table app_user (
  id                uuid primary key,
  -- of the user's stream of events, so also its entity tag
  version           bigint not null check (version > 0),
  username          text not null unique check (username ~ '^[a-z0-9][a-z0-9._@-]{1,63}$'),
  display_name      text not null,
  password_hash     text not null check (password_hash like '$argon2id$%'),
  branch            text check (branch ~ '^[A-Z0-9]{2,10}$'),
  -- a UUID; as text, since the persistence provider cannot write a null of the type uuid
  corridor_client   text check (corridor_client ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'),
  status            text not null check (status in ('ACTIVE', 'LOCKED', 'DISABLED')),
  -- refresh tokens of sign-ins before this moment count for nothing
  tokens_valid_from timestamptz not null,
  created_at        timestamptz not null
);
create index app_user_by_branch on app_user (branch, id);

create table app_user_role (
  user_id uuid not null references app_user,
  role    text not null references role,
  primary key (user_id, role)
);

create table app_user_amount_limit (
  user_id     uuid not null references app_user,
  currency    char(3) not null,
  minor_units bigint not null check (minor_units >= 0),
  primary key (user_id, currency)
);

-- Apart from app_user, so that failed attempts do not make the user's entity tag stale.
create table sign_in (
  user_id       uuid primary key references app_user,
  -- of the stream of sign-in events
  version       bigint not null,
  failures      integer not null check (failures >= 0),
  refused_until timestamptz
);

create table api_client (
  client_id     text primary key check (client_id ~ '^[A-Za-z0-9._-]{3,64}$'),
  version       bigint not null check (version > 0),
  name          text not null,
  -- null: a public client, which can keep no secret
  secret_hash   text check (secret_hash ~ '^[0-9a-f]{64}$'),
  -- the lists are separated by a space, which none of their items can hold
  grant_types   text not null,
  redirect_uris text not null,
  scopes        text not null,
  status        text not null check (status in ('ACTIVE', 'DISABLED')),
  created_at    timestamptz not null
);

-- One row: an encrypted JWK set (RFC 7517, section 7). Who inserts it first has made the keys.
create table signing_key (
  id         smallint primary key check (id = 1),
  encrypted  text not null,
  created_at timestamptz not null default now()
);

grant select on role, role_permission to ${app};
grant select, insert, update on app_user, sign_in, api_client to ${app};
grant select, insert, update, delete on app_user_role, app_user_amount_limit to ${app};
grant select, insert on signing_key to ${app};

insert into role (name, description) values
  ('ORG_ADMIN', 'All of the organisation, users and roles included'),
  ('AGENT_ADMIN', 'Clients, accounts and transactions of its branch, and the users there'),
  ('TELLER', 'Transactions at its branch, within its limits'),
  ('COMPLIANCE', 'KYC decisions; reads clients, accounts, transactions and reports'),
  ('ORG_USER', 'Reads what the organisation does'),
  ('GLOBAL_VIEWER', 'Reads everything, the ledger and the audit trail included; changes nothing'),
  ('CUSTOMER', 'Its own client record, accounts and transactions'),
  ('SERVICE', 'A machine client: only the scopes that it was granted');

insert into role_permission (role, permission)
select 'ORG_ADMIN', unnest(array[
  'clients:read', 'clients:create', 'clients:update', 'clients:activate',
  'products:read', 'products:create',
  'accounts:read', 'accounts:create', 'accounts:freeze', 'accounts:close', 'accounts:open-internal',
  'ledger:read', 'holds:create',
  'transactions:read', 'transactions:create', 'transactions:cash', 'transactions:approve',
  'transactions:reverse',
  'users:read', 'users:create', 'users:update', 'roles:read', 'roles:update',
  'api-clients:read', 'api-clients:create', 'kyc:approve', 'audit:read', 'reports:read'])
union all select 'AGENT_ADMIN', unnest(array[
  'clients:read', 'clients:create', 'clients:update', 'clients:activate',
  'accounts:read', 'accounts:create', 'accounts:freeze', 'accounts:close', 'products:read',
  'transactions:read', 'transactions:create', 'transactions:cash', 'transactions:approve',
  'transactions:reverse', 'users:read', 'users:create', 'roles:read'])
union all select 'TELLER', unnest(array[
  'clients:read', 'products:read', 'accounts:read',
  'transactions:read', 'transactions:create', 'transactions:cash'])
union all select 'COMPLIANCE', unnest(array[
  'clients:read', 'kyc:approve', 'accounts:read', 'transactions:read', 'reports:read'])
union all select 'ORG_USER', unnest(array[
  'clients:read', 'products:read', 'accounts:read', 'transactions:read', 'users:read', 'roles:read',
  'api-clients:read', 'reports:read', 'ledger:read'])
union all select 'GLOBAL_VIEWER', unnest(array[
  'clients:read', 'products:read', 'accounts:read', 'transactions:read', 'users:read', 'roles:read',
  'api-clients:read', 'reports:read', 'ledger:read', 'audit:read'])
union all select 'CUSTOMER', unnest(array[
  'clients:read', 'accounts:read', 'products:read', 'transactions:read', 'transactions:create']);

-- For people at a command line: public, so PKCE alone protects the code; a loopback redirect may use
-- any port (RFC 8252, section 7.3). Its scopes bound what a token may carry; the user's roles decide.
insert into api_client
  (client_id, version, name, secret_hash, grant_types, redirect_uris, scopes, status, created_at)
select 'corridor-cli', 1, 'Corridor command line', null, 'authorization_code refresh_token',
  'http://127.0.0.1/callback',
  'openid ' || string_agg(permission, ' ' order by permission), 'ACTIVE', now()
from role_permission where role = 'ORG_ADMIN';
