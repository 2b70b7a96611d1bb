-- Clients whose authorization requests must be pushed (RFC 9126).
alter table api_client add column requires_pushed_requests boolean not null default false;
