-- The current state of each client; how it came to be is in the event store. Whatever names a person
-- is here only, never in an event.

create table client (
  id                  uuid primary key,
  -- of the client's stream of events, so also its entity tag
  version             bigint not null check (version > 0),
  branch              text not null check (branch ~ '^[A-Z0-9]{2,10}$'),
  registered_by       text not null,
  registered_at       timestamptz not null,
  status              text not null check (status in ('PROSPECT', 'ACTIVE', 'SUSPENDED', 'CLOSED')),
  kyc_status          text not null
    check (kyc_status in ('NOT_STARTED', 'IN_REVIEW', 'APPROVED', 'REJECTED', 'EXPIRED')),
  kyc_level           text not null check (kyc_level in ('BASIC', 'VERIFIED', 'ENHANCED')),
  -- who entered the party as it is now, and who submitted it: neither may decide
  kyc_entered_by      text not null,
  kyc_submitted_by    text,
  kyc_valid_until     date,
  kind                text not null check (kind in ('INDIVIDUAL', 'BUSINESS')),
  given_name          text,
  family_name         text,
  birth_date          date check (birth_date >= date '1900-01-01'),
  nationality         char(2),
  legal_name          text,
  registration_number text,
  country             char(2),
  preferred_language  text not null,
  -- lower case, without accents: what a search by the beginning of a name compares with
  search_name         text not null,
  check (case kind
    when 'INDIVIDUAL' then num_nonnulls(given_name, family_name, birth_date, nationality) = 4
      and num_nonnulls(legal_name, registration_number, country) = 0
    else num_nonnulls(given_name, family_name, birth_date, nationality) = 0
      and num_nonnulls(legal_name, registration_number, country) = 3
  end),
  check ((kyc_status in ('APPROVED', 'EXPIRED')) = (kyc_valid_until is not null))
);
create index client_by_branch on client (branch, id);
create index client_by_name on client (search_name text_pattern_ops);
create index client_by_kyc_end on client (kyc_valid_until) where kyc_status = 'APPROVED';

create table client_address (
  client_id       uuid not null references client,
  position        integer not null,
  kind            text not null check (kind in ('HOME', 'REGISTERED', 'POSTAL')),
  street          text,
  building_number text,
  post_code       text,
  town            text not null,
  region          text,
  country         char(2) not null,
  primary key (client_id, position)
);

create table client_contact_point (
  client_id uuid not null references client,
  position  integer not null,
  kind      text not null check (kind in ('EMAIL', 'PHONE')),
  value     text not null,
  primary key (client_id, position)
);

-- a client is closed, never deleted
grant select, insert, update on client to ${app};
grant select, insert, update, delete on client_address, client_contact_point to ${app};
