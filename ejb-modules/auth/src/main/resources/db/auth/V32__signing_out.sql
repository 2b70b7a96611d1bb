-- Where a browser may go after signing out, separated by a space.
alter table api_client add column post_logout_redirect_uris text not null default '';

-- the command line may ask who has signed in, and comes back after signing out
update api_client
   set scopes = scopes || ' profile email', post_logout_redirect_uris = 'http://127.0.0.1/callback'
 where client_id = 'corridor-cli';
