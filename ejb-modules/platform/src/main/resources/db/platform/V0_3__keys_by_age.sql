-- Written in the order of their time, looked for by age once an hour, answered a moment after: a range
-- index costs next to nothing at each insert, and room in the page lets the answer be a HOT update.
drop index idempotency_key_by_age;
create index idempotency_key_by_age on idempotency_key using brin (created_at);
alter table idempotency_key set (fillfactor = 75);
