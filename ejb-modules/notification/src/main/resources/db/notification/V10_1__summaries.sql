-- Many notices of one kind for one account are told as one: those that went into it are SUMMED.

alter table notice drop constraint notice_status_check;
alter table notice add constraint notice_status_check
  check (status in ('RECEIVED', 'ADDRESSED', 'SUMMED', 'GIVEN_UP'));
alter table notice add column summary_id uuid;
create index notice_waiting on notice (addressee_id, type) where status = 'RECEIVED';

-- When the next summary is made at the earliest.
create table notice_summary (
  addressee_id uuid not null,
  type         text not null,
  account_id   uuid not null,
  next_at      timestamptz not null,
  primary key (addressee_id, type, account_id)
);

grant select, insert, update, delete on notice_summary to ${app};
