-- Transfers that came in one file. Its contents are cut into chunks when it comes, each with the id of the
-- batch (transfer_batch) that it becomes: so whoever pays a chunk finds what was done before.
create table transfer_file (
  id                uuid primary key,
  format            text not null check (format in ('CSV', 'PAIN_001')),
  total             integer not null check (total > 0),
  chunk_size        integer not null check (chunk_size > 0),
  made_by           text not null,
  made_at           timestamptz not null,
  correlation_id    text not null,
  -- in whose name it is paid, as the token said it then
  maker             json not null,
  fingerprint       text not null,
  status            text not null check (status in ('RECEIVED', 'RUNNING', 'STOPPED', 'FAILED', 'DONE')),
  paid              integer not null,
  declined          integer not null,
  refused           integer not null,
  awaiting_approval integer not null,
  started_at        timestamptz,
  finished_at       timestamptz,
  -- failed in a row; not tried again before retry_at
  attempts          integer not null,
  retry_at          timestamptz not null,
  failure           text,
  -- of the batch container
  execution_id      bigint,
  -- when its contents were
  forgotten_at      timestamptz,
  check ((status = 'DONE') = (finished_at is not null)),
  check ((status = 'DONE') = (paid + declined + refused + awaiting_approval = total))
);
create index transfer_file_by_maker on transfer_file (made_by, id);
create index transfer_file_open on transfer_file (id) where status in ('RECEIVED', 'RUNNING');
create index transfer_file_to_forget on transfer_file (finished_at)
  where forgotten_at is null and finished_at is not null;

create table transfer_file_chunk (
  file_id   uuid not null references transfer_file (id),
  nth       integer not null check (nth >= 0),
  batch_id  uuid not null unique,
  -- null once they are forgotten
  transfers json,
  -- when its batch was closed and counted
  done_at   timestamptz,
  primary key (file_id, nth),
  check (transfers is not null or done_at is not null)
);

grant select, insert, update on transfer_file, transfer_file_chunk to ${app};
