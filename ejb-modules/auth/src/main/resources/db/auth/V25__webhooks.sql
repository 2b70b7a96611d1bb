-- Endpoints for webhooks: the organisation's, and a customer's own.

insert into role_permission (role, permission)
select role, unnest(array['webhooks:read', 'webhooks:update'])
  from unnest(array['ORG_ADMIN', 'CUSTOMER']) as may (role)
union all select 'GLOBAL_VIEWER', 'webhooks:read';

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' webhooks:read webhooks:update'
 where client_id = 'corridor-cli';
