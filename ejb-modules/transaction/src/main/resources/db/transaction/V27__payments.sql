-- Payments to the outside (docs/adr/0019): the projection of each stream payment/<id>. What was asked for never
-- changes, so it is one value; beside it stands what lists look at.
create table payment (
  id             uuid primary key,
  version        bigint not null check (version > 0),
  status         text not null check (status in ('CREATED', 'FUNDS_RESERVED', 'UNKNOWN', 'SUBMITTED', 'PAID',
                   'DECLINED', 'FAILED', 'CANCELLED', 'RETURNED')),
  debtor_account uuid not null,
  debtor_client  uuid,
  debtor_branch  text,
  -- as the processor knows it
  submission_id  uuid not null unique,
  instruction    json not null,
  made_by        text not null,
  made_at        timestamptz not null,
  correlation_id text not null,
  reference      text,
  refusal_code   text,
  refusal_detail text,
  cancelled_by   text,
  changed_at     timestamptz not null,
  check ((status in ('DECLINED', 'FAILED', 'RETURNED')) = (refusal_code is not null)),
  check ((refusal_code is null) = (refusal_detail is null))
);
-- Lists go from the newest: ids are UUIDv7, so they sort by time.
create index payment_by_debtor on payment (debtor_account, id desc);
create index payment_by_client on payment (debtor_client, id desc);

-- What the processor has sent back, by its number, as far as it was taken. Without a payment: never sent from here.
create table payment_return (
  number        bigint primary key,
  submission_id uuid not null,
  payment_id    uuid references payment (id),
  code          text not null,
  reason        text not null,
  taken_at      timestamptz not null default now()
);
create index payment_return_by_payment on payment_return (payment_id);

grant select, insert, update on payment to ${app};
grant select, insert on payment_return to ${app};
