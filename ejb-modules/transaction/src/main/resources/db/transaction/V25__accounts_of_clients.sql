-- Whose the accounts are that money has moved on: few rows, each written once. By them and the indexes by account a
-- client's transactions are found, instead of by two more indexes that each transaction writes.
create table client_account (
  client_id  text not null,
  account_id uuid not null,
  primary key (client_id, account_id)
);
insert into client_account (client_id, account_id)
  select source_client, source_account from transaction where source_client is not null
  union
  select destination_client, destination_account from transaction where destination_client is not null;
drop index transaction_by_source_client;
drop index transaction_by_destination_client;

grant select, insert on client_account to ${app};
