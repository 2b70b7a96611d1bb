-- Waking a dormant account, by those who know its owner.

insert into role_permission (role, permission) values
  ('ORG_ADMIN', 'accounts:reactivate'),
  ('AGENT_ADMIN', 'accounts:reactivate');

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' accounts:reactivate' where client_id = 'corridor-cli';
