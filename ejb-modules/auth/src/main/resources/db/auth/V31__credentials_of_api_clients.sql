-- A secret that was replaced goes on for a time; a client may have public keys instead of a secret.
alter table api_client
  add column previous_secret_hash  text check (previous_secret_hash ~ '^[0-9a-f]{64}$'),
  add column previous_secret_until timestamptz,
  -- a JWK set, public keys only
  add column jwks                  text,
  add check ((previous_secret_hash is null) = (previous_secret_until is null)),
  add check (secret_hash is null or jwks is null);

-- Giving a client another secret, or other keys.
insert into role_permission (role, permission) values ('ORG_ADMIN', 'api-clients:update');

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' api-clients:update' where client_id = 'corridor-cli';
