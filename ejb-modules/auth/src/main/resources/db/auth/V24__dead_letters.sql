-- Looking at events that a context could not take, and having them taken again.

insert into role_permission (role, permission) values
  ('ORG_ADMIN', 'events:read'),
  ('ORG_ADMIN', 'events:operate'),
  ('GLOBAL_VIEWER', 'events:read');

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' events:read events:operate' where client_id = 'corridor-cli';
