-- Where staff are told of what concerns their sign-ins; customers are reached as the clients that they are.
alter table app_user add column if not exists email text check (length(email) <= 254);
