-- Verifying the ledger, correcting balances that are not what the entries say, ending the day.

insert into role_permission (role, permission) values
  ('ORG_ADMIN', 'ledger:verify'),
  ('ORG_ADMIN', 'ledger:correct'),
  ('ORG_ADMIN', 'end-of-day:run');

-- whoever works at a command line may do there what its roles allow
update api_client set scopes = scopes || ' ledger:verify ledger:correct end-of-day:run'
 where client_id = 'corridor-cli';
