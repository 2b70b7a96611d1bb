-- Reading and setting what people are told, and how: customers for themselves, staff for those whom they serve.

insert into role_permission (role, permission)
select role, unnest(array['notifications:read', 'notifications:update'])
  from unnest(array['ORG_ADMIN', 'AGENT_ADMIN', 'CUSTOMER']) as may (role)
union all select role, 'notifications:read'
  from unnest(array['TELLER', 'COMPLIANCE', 'ORG_USER', 'GLOBAL_VIEWER']) as may (role);

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' notifications:read notifications:update'
 where client_id = 'corridor-cli';
