-- Who may see and set what the organisation lets its customers and staff move.
insert into role_permission (role, permission)
select 'ORG_ADMIN', unnest(array['limits:read', 'limits:update'])
union all select 'COMPLIANCE', 'limits:read'
union all select 'ORG_USER', 'limits:read'
union all select 'GLOBAL_VIEWER', 'limits:read';

-- What ORG_ADMIN may do is what a token of the command line may carry.
update api_client set scopes = scopes || ' limits:read limits:update'
where client_id = 'corridor-cli';
