-- Products and accounts: what people open, freeze and close.

create table product (
  id              uuid primary key,
  code            text not null unique,
  name            text not null,
  currency        text not null,
  kind            text not null check (kind in ('CURRENT', 'SAVINGS')),
  overdraft_limit bigint not null check (overdraft_limit >= 0),
  status          text not null check (status in ('ACTIVE', 'RETIRED')),
  created_at      timestamptz not null,
  version         bigint not null
);

create sequence account_number;

create table account (
  id         uuid primary key,
  number     text not null unique,
  -- null for an internal account: cash, fees, suspense
  client_id  uuid,
  branch     text,
  product_id uuid references product,
  currency   text not null,
  status     text not null check (status in ('PENDING', 'ACTIVE', 'FROZEN', 'DORMANT', 'CLOSED')),
  opened_at  timestamptz not null,
  closed_at  timestamptz,
  version    bigint not null,
  check ((client_id is null) = (product_id is null)),
  check ((status = 'CLOSED') = (closed_at is not null))
);
create index account_of_client on account (client_id, id) where client_id is not null;
create index account_of_branch on account (branch, id);

-- The ledger. All amounts are minor units of the row's currency; a credit is positive.

-- One narrow row an account, updated once a batch: room in the page keeps the updates HOT. Its lock
-- guards the account's balance, holds, state and the numbering of its entries.
create table account_balance (
  account_id     uuid primary key references account,
  currency       text not null,
  booked         bigint not null default 0,
  held           bigint not null default 0 check (held >= 0),
  -- booked - held must not go below it; null: no such limit
  floor          bigint,
  -- booked must not go above it; null: no such limit
  ceiling        bigint,
  may_debit      boolean not null,
  may_credit     boolean not null,
  last_seq       bigint not null default 0 check (last_seq >= 0),
  last_booked_at timestamptz
) with (fillfactor = 50);

create table journal (
  id             uuid primary key,
  kind           text not null,
  value_date     date not null,
  booked_at      timestamptz not null,
  correlation_id text not null,
  fingerprint    bytea not null,
  captures       uuid,
  reverses       uuid references journal,
  metadata       jsonb not null
);
create unique index journal_reverses on journal (reverses) where reverses is not null;

-- No foreign keys: every entry is written by a statement that holds the balance rows of its accounts
-- and inserts its journal; checking each again would lock the row of a hot account once a leg.
create table entry (
  account_id    uuid not null,
  booked_at     timestamptz not null,
  -- numbers the entries of the account without a gap; the order of booked_at is the same
  seq           bigint not null,
  journal_id    uuid not null,
  amount        bigint not null check (amount <> 0),
  currency      text not null,
  balance_after bigint not null,
  value_date    date not null,
  primary key (account_id, booked_at, seq)
) partition by range (booked_at);
create index entry_of_journal on entry (journal_id);

-- What no month's partition takes: nothing, as long as they are made ahead.
create table entry_rest partition of entry default;

-- The last wall behind the domain's: a statement whose legs do not sum to zero is refused.
create function entries_must_balance() returns trigger language plpgsql as $$
begin
  if exists (select from written group by journal_id, currency having sum(amount) <> 0) then
    raise exception 'entries do not sum to zero' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create trigger entries_balance after insert on entry
  referencing new table as written for each statement execute function entries_must_balance();

-- Makes the partitions of the month of first_day and of the months after it, as far as they are
-- missing. A month that has entries in the rest partition already stays there.
create function make_entry_partitions(first_day date, months integer) returns integer
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  month date;
  name  text;
  made  integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('make_entry_partitions'));
  for i in 0 .. months loop
    month := (date_trunc('month', first_day::timestamp) + make_interval(months => i))::date;
    name := 'entry_' || to_char(month, 'YYYY_MM');
    continue when to_regclass(name) is not null;
    continue when exists (
      select from entry_rest
       where booked_at >= month::timestamp at time zone 'UTC'
         and booked_at < (month + interval '1 month') at time zone 'UTC');
    execute format('create table %I (like entry including defaults including constraints)', name);
    -- attaching, unlike "create table ... partition of", lets the postings go on meanwhile
    execute format(
      'alter table entry attach partition %I for values from (%L) to (%L)', name,
      month::timestamp at time zone 'UTC', (month + interval '1 month') at time zone 'UTC');
    made := made + 1;
  end loop;
  return made;
end $$;
revoke execute on function make_entry_partitions from public;
select make_entry_partitions((now() at time zone 'UTC')::date, 3);

create table hold (
  id             uuid primary key,
  account_id     uuid not null references account_balance,
  amount         bigint not null check (amount > 0),
  captured       bigint not null check (captured between 0 and amount),
  currency       text not null,
  status         text not null check (status in ('ACTIVE', 'CAPTURED', 'RELEASED', 'EXPIRED')),
  placed_at      timestamptz not null,
  expires_at     timestamptz not null,
  fingerprint    bytea not null,
  correlation_id text not null,
  version        bigint not null
);
create index hold_active_by_expiry on hold (expires_at) where status = 'ACTIVE';
create index hold_active_by_account on hold (account_id) where status = 'ACTIVE';

grant select, insert on product to ${app};
grant usage on sequence account_number to ${app};
grant select, insert on account to ${app};
grant update (status, closed_at, version) on account to ${app};
grant select, insert on account_balance to ${app};
grant update (booked, held, may_debit, may_credit, last_seq, last_booked_at)
  on account_balance to ${app};
-- history is never edited: neither update nor delete
grant select, insert on journal, entry to ${app};
grant select, insert on hold to ${app};
grant update (captured, status, version) on hold to ${app};
grant execute on function make_entry_partitions to ${app};
