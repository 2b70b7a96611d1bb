-- The projection of each stream transaction/<id>: made in the transaction of its events, and can be made
-- anew from them. Ids that may be absent are text: the persistence provider binds an absent uuid as
-- text (eclipselink#2717).
create table transaction (
  id                  uuid primary key,
  version             bigint not null check (version > 0),
  kind                text not null check (kind in ('TRANSFER', 'DEPOSIT', 'WITHDRAWAL', 'REVERSAL')),
  status              text not null check (status in ('CREATED', 'AWAITING_APPROVAL', 'APPROVED',
                        'UNKNOWN', 'PAID', 'DECLINED', 'CANCELLED', 'REVERSED')),
  amount              bigint not null check (amount > 0),
  currency            text not null check (currency ~ '^[A-Z]{3}$'),
  source_account      uuid not null,
  source_client       text,
  source_branch       text,
  destination_account uuid not null,
  destination_client  text,
  destination_branch  text,
  reference           text check (length(reference) <= 140),
  reverses            text,
  reversal            text,
  made_by             text not null,
  made_at             timestamptz not null,
  correlation_id      text not null,
  changed_at          timestamptz not null,
  decided_by          text,
  booked_at           timestamptz,
  refusal_code        text,
  refusal_detail      text,
  check (source_account <> destination_account),
  check ((kind = 'REVERSAL') = (reverses is not null)),
  check ((status in ('PAID', 'REVERSED')) = (booked_at is not null)),
  check ((status = 'DECLINED') = (refusal_code is not null))
);
-- Lists go from the newest: ids are UUIDv7, so they sort by time.
create index transaction_by_source on transaction (source_account, id desc);
create index transaction_by_destination on transaction (destination_account, id desc);
create index transaction_by_source_client on transaction (source_client, id desc);
create index transaction_by_destination_client on transaction (destination_client, id desc);
-- A transaction has one paid reversal at most; the use case decides it, this makes sure.
create unique index transaction_reversed_once on transaction (reverses)
  where status = 'PAID' and reverses is not null;

-- Orders to the ledger whose outcome is not written down; a narrow and short table, so that looking
-- for lost ones costs nothing. An attempt is counted before it is made.
create table pending_order (
  transaction_id uuid primary key,
  attempts       integer not null check (attempts > 0),
  attempted_at   timestamptz not null,
  after_previous interval,
  retry_at       timestamptz not null
);
create index pending_order_by_retry on pending_order (retry_at);

-- What has moved, or may be about to, on an account on a day (UTC).
create table daily_usage (
  account_id uuid not null,
  day        date not null,
  kind       text not null,
  currency   text not null,
  used       bigint not null check (used >= 0),
  primary key (account_id, day, kind, currency)
) with (fillfactor = 70);

-- In minor units of the currency. An audience without a row may not move that currency in that way.
create table transaction_limit (
  kind            text not null check (kind in ('TRANSFER', 'DEPOSIT', 'WITHDRAWAL')),
  audience        text not null check (audience in ('CUSTOMER', 'STAFF')),
  currency        text not null check (currency ~ '^[A-Z]{3}$'),
  per_transaction bigint not null check (per_transaction > 0),
  per_day         bigint not null check (per_day >= per_transaction),
  approval_above  bigint not null check (approval_above >= 0),
  primary key (kind, audience, currency)
);

-- Defaults: whole units of a middling currency; to be set by the organisation.
insert into transaction_limit (kind, audience, currency, per_transaction, per_day, approval_above)
select kind, audience, currency,
       per_transaction * unit, per_day * unit, approval_above * unit
from (values
        ('TRANSFER',   'CUSTOMER',    10000,    20000,   5000),
        ('TRANSFER',   'STAFF',     1000000, 10000000,  50000),
        ('DEPOSIT',    'STAFF',      100000,   500000,  10000),
        ('WITHDRAWAL', 'STAFF',       50000,   100000,  10000))
       as defaults (kind, audience, per_transaction, per_day, approval_above),
     -- minor units of a middling unit: 100 cents, 100 yen, 600 francs CFA
     (values ('EUR', 100::bigint), ('USD', 100), ('GBP', 100), ('CHF', 100),
             ('JPY', 150), ('XOF', 600))
       as currencies (currency, unit);

grant select, insert, update on transaction to ${app};
grant select, insert, update, delete on pending_order to ${app};
grant select, insert, update on daily_usage to ${app};
grant select on transaction_limit to ${app};
