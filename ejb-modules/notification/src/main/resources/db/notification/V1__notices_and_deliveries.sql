-- Who is to be told what, what was sent, what people have chosen. No address of anybody stands here (the client
-- and the auth context know them), save those of push subscriptions, which nobody else has.

create table notice (
  id             uuid primary key,
  event_id       uuid not null,
  type           text not null,
  addressee_kind text not null check (addressee_kind in ('CLIENT', 'USER', 'ACCOUNT_OWNER')),
  addressee_id   uuid not null,
  -- what the event tells, as JSON
  facts          text not null,
  occurred_at    timestamptz not null,
  correlation_id text not null,
  status         text not null check (status in ('RECEIVED', 'ADDRESSED', 'GIVEN_UP')),
  -- each claim counts one more: whoever finds another number has lost it
  attempts       integer not null default 0,
  -- also the end of the lease of whoever has claimed it
  due_at         timestamptz not null,
  reason         text,
  created_at     timestamptz not null,
  unique (event_id, type, addressee_id)
);
create index notice_due on notice (due_at) where status = 'RECEIVED';
create index notice_by_age on notice using brin (created_at);

create table delivery (
  id         uuid primary key,
  notice_id  uuid not null references notice,
  recipient  text not null check (recipient ~ '^(client|user)/[0-9a-f-]{36}$'),
  type       text not null,
  channel    text not null check (channel in ('EMAIL', 'SMS', 'PUSH', 'IN_APP')),
  -- which device, for push
  target     uuid,
  language   text not null check (language in ('EN', 'DE')),
  status     text not null check (status in ('PENDING', 'SENT', 'FAILED', 'SUPPRESSED')),
  attempts   integer not null,
  created_at timestamptz not null,
  due_at     timestamptz not null,
  give_up_at timestamptz not null,
  ended_at   timestamptz,
  reason     text,
  check ((status = 'PENDING') = (ended_at is null)),
  unique nulls not distinct (notice_id, channel, target)
);
create index delivery_due on delivery (channel, due_at) where status = 'PENDING';
create index delivery_by_recipient on delivery (recipient, id);

-- The number of a recipient's last message. It is locked until the message is there: numbers become visible in
-- their order, and a reader who goes on after one misses none.
create table mailbox (
  recipient text primary key check (recipient ~ '^(client|user)/[0-9a-f-]{36}$'),
  last      bigint not null check (last > 0)
);

create table message (
  recipient  text not null references mailbox,
  number     bigint not null check (number > 0),
  id         uuid not null unique,
  type       text not null,
  title      text not null,
  body       text not null,
  created_at timestamptz not null,
  read_at    timestamptz,
  primary key (recipient, number)
);

create table preference (
  recipient  text primary key check (recipient ~ '^(client|user)/[0-9a-f-]{36}$'),
  version    bigint not null check (version > 0),
  language   text check (language in ('EN', 'DE')),
  time_zone  text not null,
  amounts    text not null check (amounts in ('NOWHERE', 'IN_APP', 'EVERYWHERE')),
  -- by category, as JSON
  channels   text not null,
  quiet_from time,
  quiet_to   time,
  changed_by text not null,
  changed_at timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null))
);

-- From which devices a user has signed in: hashes that mean nothing elsewhere.
create table known_device (
  user_id       uuid not null,
  device        text not null check (device ~ '^[0-9a-f]{64}$'),
  first_seen_at timestamptz not null,
  primary key (user_id, device)
);

create table push_subscription (
  id         uuid primary key,
  recipient  text not null check (recipient ~ '^(client|user)/[0-9a-f-]{36}$'),
  endpoint   text not null unique,
  key        text not null,
  secret     text not null,
  created_at timestamptz not null
);
create index push_subscription_by_recipient on push_subscription (recipient, id);

grant select, insert, update, delete on notice, delivery, message to ${app};
grant select, insert, update on mailbox, preference to ${app};
grant select, insert on known_device to ${app};
grant select, insert, update, delete on push_subscription to ${app};
