-- Interest, silence, and the end of each business day (UTC).

alter table product
  -- millionths of a percent a year
  add column credit_rate        bigint not null default 0 check (credit_rate between 0 and 100000000),
  add column debit_rate         bigint not null default 0 check (debit_rate between 0 and 100000000),
  add column day_count          text check (day_count in ('ACT_365F', 'ACT_360', 'THIRTY_360', 'ACT_ACT')),
  add column capitalisation     text check (capitalisation in ('MONTHLY', 'QUARTERLY', 'YEARLY')),
  add column dormant_after_days integer check (dormant_after_days > 0),
  add check ((day_count is not null) = (credit_rate > 0 or debit_rate > 0)),
  add check ((day_count is null) = (capitalisation is null));

-- when it was last woken from being dormant; null: never
alter table account add column active_since timestamptz;
grant update (active_since) on account to ${app};

-- What a day has added, in parts of a minor unit: exact, never rounded (docs/adr/0012). One row for an
-- account and a day that adds anything; written once.
create table interest_accrual (
  account_id    uuid not null,
  business_date date not null,
  side          text not null check (side in ('CREDIT', 'DEBIT')),
  -- minor units, when the day ended
  balance       bigint not null,
  parts         numeric(60, 0) not null,
  primary key (account_id, business_date),
  check ((side = 'CREDIT') = (parts > 0)),
  check ((side = 'DEBIT') = (parts < 0))
);
-- days are written one after the other
create index interest_accrual_of_day on interest_accrual using brin (business_date);

-- Accrued interest that has become money. Decided here first, then posted under the same id.
create table interest_payment (
  -- also of its journal
  id            uuid primary key,
  account_id    uuid not null references account,
  side          text not null check (side in ('CREDIT', 'DEBIT')),
  business_date date not null,
  -- minor units; a credit of the account is positive
  amount        bigint not null check ((side = 'CREDIT') = (amount > 0) and amount <> 0),
  currency      text not null,
  -- what rounding has left, in parts
  carried       numeric(60, 0) not null,
  decided_at    timestamptz not null default now(),
  booked_at     timestamptz,
  -- why the ledger has not booked it yet
  refusal       text,
  unique (account_id, side, business_date),
  check (booked_at is null or refusal is null)
);
create index interest_payment_unbooked on interest_payment (id) where booked_at is null;
create index interest_payment_unbooked_of_account on interest_payment (account_id)
  where booked_at is null;
create index interest_payment_of_day on interest_payment (business_date);

create table end_of_day_run (
  id             uuid primary key,
  business_date  date not null unique,
  status         text not null check (status in ('REQUESTED', 'RUNNING', 'DONE', 'FAILED')),
  requested_by   text not null,
  correlation_id text not null,
  requested_at   timestamptz not null,
  attempts       integer not null default 0,
  started_at     timestamptz,
  finished_at    timestamptz,
  -- of the latest attempt
  failure        text,
  retry_at       timestamptz,
  -- of the batch container, the latest
  execution_id   bigint,
  steps          json not null default '[]',
  summary        json,
  check ((finished_at is not null) = (status in ('DONE', 'FAILED'))),
  check ((summary is not null) = (status = 'DONE'))
);
-- one at a time
create unique index end_of_day_open on end_of_day_run ((true))
  where status in ('REQUESTED', 'RUNNING');

-- days end for good, accruals stay what they are: no delete, and no update but of what goes on
grant select, insert on interest_accrual to ${app};
grant select, insert on interest_payment to ${app};
grant update (booked_at, refusal) on interest_payment to ${app};
grant select, insert on end_of_day_run to ${app};
grant update (status, attempts, started_at, finished_at, failure, retry_at, execution_id, steps,
  summary) on end_of_day_run to ${app};
