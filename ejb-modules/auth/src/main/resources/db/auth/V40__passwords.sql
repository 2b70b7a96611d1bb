-- What a password was before, so that it does not come back; one that must be changed; users who have none yet.

alter table app_user add column password_expired boolean not null default false;
alter table app_user alter column password_hash drop not null;

create table former_password (
  id            uuid primary key,
  user_id       uuid not null references app_user,
  password_hash text not null check (password_hash like '$argon2id$%'),
  replaced_at   timestamptz not null
);
create index former_password_by_user on former_password (user_id, replaced_at);

grant select, insert, delete on former_password to ${app};
