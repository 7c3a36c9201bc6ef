/* What PostgreSQL can hold, as somebody would write it by hand.
   zoo.dump.sql is what pg_dump makes of it. /* They agree. */ */
BEGIN;
CREATE SCHEMA audit AUTHORIZATION zoo_keeper;
CREATE EXTENSION IF NOT EXISTS pgcrypto;
CREATE TYPE mood AS ENUM ('sad', 'ok', 'it''s; fine');
CREATE SEQUENCE ticket_seq START 100 INCREMENT BY 50 CACHE 10;

create table keepers (
  id bigint generated always as identity (start with 10) primary key,
  name varchar(80) not null,
  email text not null constraint uq_keepers_email unique,
  shift char(1) default 'D' check (shift in ('D', 'N')), -- day; night
  hired timestamptz(6) default now() not null,
  boss bigint references keepers (id) on delete set null deferrable initially deferred
);
comment on table keepers is 'They feed; they clean.
It''s a -- comment /* with */ everything \ in it';
comment on column keepers.shift is $$D or N; nothing else$$;

create table "Animals" (
  id serial,
  "Name" text collate "C" not null default 'it''s "nobody"; really',
  kind varchar(20) check (kind in ('LION', 'APE', 'OWL')),
  feeling mood not null default 'ok',
  weight numeric(8, 2) check (weight > 0 and weight < 10000),
  tags text[] default '{}'::text[] not null,
  data jsonb default '{"a": [1, 2]}',
  ticket bigint default nextval('ticket_seq'),
  label text generated always as (upper("Name") || '; ' || coalesce(kind, '')) stored,
  keeper_id bigint,
  primary key (id),
  constraint fk_animals_keeper foreign key (keeper_id) references keepers on delete cascade on update restrict,
  constraint ck_animals check (("Name" <> '') or kind is null) no inherit
);
create index ix_animals_kind on "Animals" (kind, lower("Name") desc nulls last) include (weight) where kind in ('LION', 'APE');
create unique index on "Animals" (coalesce(kind, 'none'), "Name");
create index ix_animals_tags on "Animals" using gin (tags) with (fastupdate = off);

create table audit.log (
  at timestamptz not null default clock_timestamp(),
  animal integer not null references public."Animals" (id),
  what text,
  span tstzrange,
  constraint no_overlap exclude using gist (span with &&),
  primary key (at, animal)
);

create function loudness(kind text, at numeric = 1) returns numeric language plpgsql immutable as $body$
begin
  -- a comment with a quote ' and a semicolon;
  return case when kind = 'LION' then 100 else 1 end;
end;
$body$;
create function twice(n integer) returns integer
begin atomic
  select case when n > 0 then n else 0 end;
  select n * 2;
end;
create or replace procedure tidy() language sql as 'delete from audit.log; select 1';
create table cages (n integer primary key, volume numeric check (loudness('OWL', volume) < 5), double integer check (double = twice(n)));
create view loud as select "Name" from "Animals" where kind = 'LION';
create rule no_delete as on delete to cages do instead (select 1; select 2);
create trigger t after insert on cages for each row when (new.n > 0) execute function suppress_redundant_updates_trigger();
alter table cages enable row level security;
create policy own on cages to zoo_keeper using (n > 0);
create table visits (day date not null, n integer) partition by range (day);
create table visits_2026 partition of visits for values from ('2026-01-01') to ('2027-01-01');
alter table keepers owner to zoo_keeper;
grant select on all tables in schema public to zoo_visitor;
insert into keepers (name, email) values ('Ada; first', 'ada@zoo'), (E'it\'s', 'grace@zoo');
insert into "Animals" ("Name", kind) values ('\.', 'LION'), ('a;b	c\d', null);
COMMIT
