-- Rows are written in the order of their time and looked for by age once an hour: a range index costs next
-- to nothing at each insert.
create index inbox_by_age on inbox using brin (received_at);
