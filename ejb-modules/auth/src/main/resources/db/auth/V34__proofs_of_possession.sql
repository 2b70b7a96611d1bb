-- Clients that must prove to have a key, to which their tokens are bound (RFC 9449).
alter table api_client add column requires_dpop boolean not null default false;
