--
-- PostgreSQL database dump
--

\restrict zooZOOzooZOO

-- Dumped from database version 15.18 (Debian 15.18-0+deb12u1)
-- Dumped by pg_dump version 15.18 (Debian 15.18-0+deb12u1)

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: audit; Type: SCHEMA; Schema: -; Owner: zoo_keeper
--

CREATE SCHEMA audit;


ALTER SCHEMA audit OWNER TO zoo_keeper;

--
-- Name: pgcrypto; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS pgcrypto WITH SCHEMA public;


--
-- Name: EXTENSION pgcrypto; Type: COMMENT; Schema: -; Owner: 
--

COMMENT ON EXTENSION pgcrypto IS 'cryptographic functions';


--
-- Name: mood; Type: TYPE; Schema: public; Owner: postgres
--

CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok',
    'it''s; fine'
);


ALTER TYPE public.mood OWNER TO postgres;

--
-- Name: loudness(text, numeric); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.loudness(kind text, at numeric DEFAULT 1) RETURNS numeric
    LANGUAGE plpgsql IMMUTABLE
    AS $$
begin
  -- a comment with a quote ' and a semicolon;
  return case when kind = 'LION' then 100 else 1 end;
end;
$$;


ALTER FUNCTION public.loudness(kind text, at numeric) OWNER TO postgres;

--
-- Name: tidy(); Type: PROCEDURE; Schema: public; Owner: postgres
--

CREATE PROCEDURE public.tidy()
    LANGUAGE sql
    AS $$delete from audit.log; select 1$$;


ALTER PROCEDURE public.tidy() OWNER TO postgres;

--
-- Name: twice(integer); Type: FUNCTION; Schema: public; Owner: postgres
--

CREATE FUNCTION public.twice(n integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT
         CASE
             WHEN (n > 0) THEN n
             ELSE 0
         END AS "case";
 SELECT (n * 2);
END;


ALTER FUNCTION public.twice(n integer) OWNER TO postgres;

SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: log; Type: TABLE; Schema: audit; Owner: postgres
--

CREATE TABLE audit.log (
    at timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
    animal integer NOT NULL,
    what text,
    span tstzrange
);


ALTER TABLE audit.log OWNER TO postgres;

--
-- Name: ticket_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public.ticket_seq
    START WITH 100
    INCREMENT BY 50
    NO MINVALUE
    NO MAXVALUE
    CACHE 10;


ALTER TABLE public.ticket_seq OWNER TO postgres;

--
-- Name: Animals; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public."Animals" (
    id integer NOT NULL,
    "Name" text DEFAULT 'it''s "nobody"; really'::text NOT NULL COLLATE pg_catalog."C",
    kind character varying(20),
    feeling public.mood DEFAULT 'ok'::public.mood NOT NULL,
    weight numeric(8,2),
    tags text[] DEFAULT '{}'::text[] NOT NULL,
    data jsonb DEFAULT '{"a": [1, 2]}'::jsonb,
    ticket bigint DEFAULT nextval('public.ticket_seq'::regclass),
    label text GENERATED ALWAYS AS (((upper("Name") || '; '::text) || (COALESCE(kind, ''::character varying))::text)) STORED,
    keeper_id bigint,
    CONSTRAINT "Animals_kind_check" CHECK (((kind)::text = ANY ((ARRAY['LION'::character varying, 'APE'::character varying, 'OWL'::character varying])::text[]))),
    CONSTRAINT "Animals_weight_check" CHECK (((weight > (0)::numeric) AND (weight < (10000)::numeric))),
    CONSTRAINT ck_animals CHECK ((("Name" <> ''::text) OR (kind IS NULL))) NO INHERIT
);


ALTER TABLE public."Animals" OWNER TO postgres;

--
-- Name: Animals_id_seq; Type: SEQUENCE; Schema: public; Owner: postgres
--

CREATE SEQUENCE public."Animals_id_seq"
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;


ALTER TABLE public."Animals_id_seq" OWNER TO postgres;

--
-- Name: Animals_id_seq; Type: SEQUENCE OWNED BY; Schema: public; Owner: postgres
--

ALTER SEQUENCE public."Animals_id_seq" OWNED BY public."Animals".id;


--
-- Name: cages; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.cages (
    n integer NOT NULL,
    volume numeric,
    double integer,
    CONSTRAINT cages_check CHECK ((double = public.twice(n))),
    CONSTRAINT cages_volume_check CHECK ((public.loudness('OWL'::text, volume) < (5)::numeric))
);


ALTER TABLE public.cages OWNER TO postgres;

--
-- Name: keepers; Type: TABLE; Schema: public; Owner: zoo_keeper
--

CREATE TABLE public.keepers (
    id bigint NOT NULL,
    name character varying(80) NOT NULL,
    email text NOT NULL,
    shift character(1) DEFAULT 'D'::bpchar,
    hired timestamp(6) with time zone DEFAULT now() NOT NULL,
    boss bigint,
    CONSTRAINT keepers_shift_check CHECK ((shift = ANY (ARRAY['D'::bpchar, 'N'::bpchar])))
);


ALTER TABLE public.keepers OWNER TO zoo_keeper;

--
-- Name: TABLE keepers; Type: COMMENT; Schema: public; Owner: zoo_keeper
--

COMMENT ON TABLE public.keepers IS 'They feed; they clean.
It''s a -- comment /* with */ everything \ in it';


--
-- Name: COLUMN keepers.shift; Type: COMMENT; Schema: public; Owner: zoo_keeper
--

COMMENT ON COLUMN public.keepers.shift IS 'D or N; nothing else';


--
-- Name: keepers_id_seq; Type: SEQUENCE; Schema: public; Owner: zoo_keeper
--

ALTER TABLE public.keepers ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME public.keepers_id_seq
    START WITH 10
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loud; Type: VIEW; Schema: public; Owner: postgres
--

CREATE VIEW public.loud AS
 SELECT "Animals"."Name"
   FROM public."Animals"
  WHERE (("Animals".kind)::text = 'LION'::text);


ALTER TABLE public.loud OWNER TO postgres;

--
-- Name: visits; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.visits (
    day date NOT NULL,
    n integer
)
PARTITION BY RANGE (day);


ALTER TABLE public.visits OWNER TO postgres;

--
-- Name: visits_2026; Type: TABLE; Schema: public; Owner: postgres
--

CREATE TABLE public.visits_2026 (
    day date NOT NULL,
    n integer
);


ALTER TABLE public.visits_2026 OWNER TO postgres;

--
-- Name: visits_2026; Type: TABLE ATTACH; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.visits ATTACH PARTITION public.visits_2026 FOR VALUES FROM ('2026-01-01') TO ('2027-01-01');


--
-- Name: Animals id; Type: DEFAULT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public."Animals" ALTER COLUMN id SET DEFAULT nextval('public."Animals_id_seq"'::regclass);


--
-- Data for Name: log; Type: TABLE DATA; Schema: audit; Owner: postgres
--

COPY audit.log (at, animal, what, span) FROM stdin;
\.


--
-- Data for Name: Animals; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public."Animals" (id, "Name", kind, feeling, weight, tags, data, ticket, keeper_id) FROM stdin;
1	\\.	LION	ok	\N	{}	{"a": [1, 2]}	100	\N
2	a;b\tc\\d	\N	ok	\N	{}	{"a": [1, 2]}	150	\N
\.


--
-- Data for Name: cages; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.cages (n, volume, double) FROM stdin;
\.


--
-- Data for Name: keepers; Type: TABLE DATA; Schema: public; Owner: zoo_keeper
--

COPY public.keepers (id, name, email, shift, hired, boss) FROM stdin;
10	Ada; first	ada@zoo	D	2026-11-21 08:59:17.849747+00	\N
11	it's	grace@zoo	D	2026-11-21 08:59:17.849747+00	\N
\.


--
-- Data for Name: visits_2026; Type: TABLE DATA; Schema: public; Owner: postgres
--

COPY public.visits_2026 (day, n) FROM stdin;
\.


--
-- Name: Animals_id_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public."Animals_id_seq"', 2, true);


--
-- Name: keepers_id_seq; Type: SEQUENCE SET; Schema: public; Owner: zoo_keeper
--

SELECT pg_catalog.setval('public.keepers_id_seq', 11, true);


--
-- Name: ticket_seq; Type: SEQUENCE SET; Schema: public; Owner: postgres
--

SELECT pg_catalog.setval('public.ticket_seq', 550, true);


--
-- Name: log log_pkey; Type: CONSTRAINT; Schema: audit; Owner: postgres
--

ALTER TABLE ONLY audit.log
    ADD CONSTRAINT log_pkey PRIMARY KEY (at, animal);


--
-- Name: log no_overlap; Type: CONSTRAINT; Schema: audit; Owner: postgres
--

ALTER TABLE ONLY audit.log
    ADD CONSTRAINT no_overlap EXCLUDE USING gist (span WITH &&);


--
-- Name: Animals Animals_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public."Animals"
    ADD CONSTRAINT "Animals_pkey" PRIMARY KEY (id);


--
-- Name: cages cages_pkey; Type: CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public.cages
    ADD CONSTRAINT cages_pkey PRIMARY KEY (n);


--
-- Name: keepers keepers_pkey; Type: CONSTRAINT; Schema: public; Owner: zoo_keeper
--

ALTER TABLE ONLY public.keepers
    ADD CONSTRAINT keepers_pkey PRIMARY KEY (id);


--
-- Name: keepers uq_keepers_email; Type: CONSTRAINT; Schema: public; Owner: zoo_keeper
--

ALTER TABLE ONLY public.keepers
    ADD CONSTRAINT uq_keepers_email UNIQUE (email);


--
-- Name: Animals_coalesce_Name_idx; Type: INDEX; Schema: public; Owner: postgres
--

CREATE UNIQUE INDEX "Animals_coalesce_Name_idx" ON public."Animals" USING btree (COALESCE(kind, 'none'::character varying), "Name");


--
-- Name: ix_animals_kind; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX ix_animals_kind ON public."Animals" USING btree (kind, lower("Name") DESC NULLS LAST) INCLUDE (weight) WHERE ((kind)::text = ANY ((ARRAY['LION'::character varying, 'APE'::character varying])::text[]));


--
-- Name: ix_animals_tags; Type: INDEX; Schema: public; Owner: postgres
--

CREATE INDEX ix_animals_tags ON public."Animals" USING gin (tags) WITH (fastupdate=off);


--
-- Name: cages no_delete; Type: RULE; Schema: public; Owner: postgres
--

CREATE RULE no_delete AS
    ON DELETE TO public.cages DO INSTEAD ( SELECT 1 AS "?column?";
 SELECT 2 AS "?column?";
);


--
-- Name: cages t; Type: TRIGGER; Schema: public; Owner: postgres
--

CREATE TRIGGER t AFTER INSERT ON public.cages FOR EACH ROW WHEN ((new.n > 0)) EXECUTE FUNCTION suppress_redundant_updates_trigger();


--
-- Name: log log_animal_fkey; Type: FK CONSTRAINT; Schema: audit; Owner: postgres
--

ALTER TABLE ONLY audit.log
    ADD CONSTRAINT log_animal_fkey FOREIGN KEY (animal) REFERENCES public."Animals"(id);


--
-- Name: Animals fk_animals_keeper; Type: FK CONSTRAINT; Schema: public; Owner: postgres
--

ALTER TABLE ONLY public."Animals"
    ADD CONSTRAINT fk_animals_keeper FOREIGN KEY (keeper_id) REFERENCES public.keepers(id) ON UPDATE RESTRICT ON DELETE CASCADE;


--
-- Name: keepers keepers_boss_fkey; Type: FK CONSTRAINT; Schema: public; Owner: zoo_keeper
--

ALTER TABLE ONLY public.keepers
    ADD CONSTRAINT keepers_boss_fkey FOREIGN KEY (boss) REFERENCES public.keepers(id) ON DELETE SET NULL DEFERRABLE INITIALLY DEFERRED;


--
-- Name: cages; Type: ROW SECURITY; Schema: public; Owner: postgres
--

ALTER TABLE public.cages ENABLE ROW LEVEL SECURITY;

--
-- Name: cages own; Type: POLICY; Schema: public; Owner: postgres
--

CREATE POLICY own ON public.cages TO zoo_keeper USING ((n > 0));


--
-- Name: TABLE "Animals"; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public."Animals" TO zoo_visitor;


--
-- Name: TABLE cages; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.cages TO zoo_visitor;


--
-- Name: TABLE keepers; Type: ACL; Schema: public; Owner: zoo_keeper
--

GRANT SELECT ON TABLE public.keepers TO zoo_visitor;


--
-- Name: TABLE loud; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.loud TO zoo_visitor;


--
-- Name: TABLE visits; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.visits TO zoo_visitor;


--
-- Name: TABLE visits_2026; Type: ACL; Schema: public; Owner: postgres
--

GRANT SELECT ON TABLE public.visits_2026 TO zoo_visitor;


--
-- PostgreSQL database dump complete
--

\unrestrict zooZOOzooZOO

