-- Events of others that could not be taken, until somebody has them taken again or drops them.
create table dead_letter (
  -- of the event; of its text, if it has none
  id              uuid primary key,
  type            text,
  subject         text,
  body            text not null,
  reason          text not null,
  failures        integer not null default 1 check (failures > 0),
  first_failed_at timestamptz not null default now(),
  last_failed_at  timestamptz not null default now()
);

grant select, insert, delete, update (reason, failures, last_failed_at) on dead_letter to ${app};

-- However events travel: who changes that goes on where the relay stands.
update relay_cursor set relay = 'events' where relay = 'jms';
