-- Seeing every saga and its history; letting one go on, or back.
insert into role_permission (role, permission) values
  ('ORG_ADMIN', 'sagas:read'),
  ('ORG_ADMIN', 'sagas:operate'),
  ('GLOBAL_VIEWER', 'sagas:read');

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' sagas:read sagas:operate' where client_id = 'corridor-cli';

-- the contexts set money aside at each other's
update api_client set scopes = scopes || ' holds:create'
 where client_id = 'corridor-service' and scopes not like '%holds:create%';
