-- Clients that must show a certificate in TLS, to which their tokens are bound (RFC 8705).
alter table api_client add column requires_certificate boolean not null default false;
