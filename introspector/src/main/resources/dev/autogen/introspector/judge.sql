-- Functions of one transaction that is rolled back: they make PostgreSQL read texts and say what it made of them.
CREATE FUNCTION pg_temp.autogen_words(kind text, relation regclass,
                                      OUT words text, OUT collation_schema text, OUT collation_name text)
LANGUAGE plpgsql AS $words$
-- What PostgreSQL made of the text on a scratch table. Called while nothing but pg_catalog is in the search path.
BEGIN
  CASE kind
  WHEN 'TYPE' THEN
    SELECT format_type(a.atttypid, a.atttypmod) INTO words
    FROM pg_attribute a WHERE a.attrelid = relation AND a.attname = 'autogen: value';
  WHEN 'COLLATION' THEN
    SELECT '', n.nspname, co.collname INTO words, collation_schema, collation_name
    FROM pg_attribute a
         JOIN pg_type t ON t.oid = a.atttypid
         LEFT JOIN pg_collation co ON co.oid = a.attcollation AND a.attcollation <> t.typcollation
         LEFT JOIN pg_namespace n ON n.oid = co.collnamespace
    WHERE a.attrelid = relation AND a.attname = 'autogen: value';
  WHEN 'DEFAULT', 'GENERATED' THEN
    SELECT pg_get_expr(d.adbin, d.adrelid) INTO words
    FROM pg_attribute a JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
    WHERE a.attrelid = relation AND a.attname = 'autogen: value' AND NOT a.attisdropped;
    -- PostgreSQL does not keep a default that is null.
    words := coalesce(words, 'NULL');
  WHEN 'CHECK' THEN
    SELECT pg_get_expr(k.conbin, k.conrelid) INTO words
    FROM pg_constraint k WHERE k.conrelid = relation AND k.contype = 'c';
  WHEN 'OPERATOR_CLASS' THEN
    -- The words are its options; that it is the default one, it says by having no name.
    SELECT coalesce(array_to_string(ia.attoptions, ', '), ''),
           n.nspname, CASE WHEN NOT oc.opcdefault OR ia.attoptions IS NOT NULL THEN oc.opcname END
    INTO words, collation_schema, collation_name
    FROM pg_index i
         JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = 1
         JOIN pg_opclass oc ON oc.oid = i.indclass[0]
         JOIN pg_namespace n ON n.oid = oc.opcnamespace
    WHERE i.indrelid = relation;
  WHEN 'INDEX_KEY' THEN
    SELECT pg_get_indexdef(i.indexrelid, 1, false), n.nspname, co.collname
    INTO words, collation_schema, collation_name
    FROM pg_index i
         JOIN pg_attribute ia ON ia.attrelid = i.indexrelid AND ia.attnum = 1
         JOIN pg_type t ON t.oid = ia.atttypid
         LEFT JOIN pg_collation co ON co.oid = i.indcollation[0] AND i.indcollation[0] <> t.typcollation
         LEFT JOIN pg_namespace n ON n.oid = co.collnamespace
    WHERE i.indrelid = relation;
  WHEN 'INDEX_PREDICATE' THEN
    SELECT pg_get_expr(i.indpred, i.indrelid) INTO words FROM pg_index i WHERE i.indrelid = relation;
  END CASE;
END $words$;

CREATE FUNCTION pg_temp.autogen_lasting(relation regclass) RETURNS boolean
LANGUAGE plpgsql AS $lasting$
-- Whether nothing on a scratch table refers to more than itself and what every PostgreSQL brings, which has no entries.
BEGIN
  RETURN NOT EXISTS (
    SELECT FROM pg_depend d
    WHERE (d.classid, d.objid) IN (
            SELECT 'pg_class'::regclass, relation::oid
            UNION ALL SELECT 'pg_constraint'::regclass, k.oid FROM pg_constraint k WHERE k.conrelid = relation
            UNION ALL SELECT 'pg_attrdef'::regclass, a.oid FROM pg_attrdef a WHERE a.adrelid = relation
            UNION ALL SELECT 'pg_class'::regclass, i.indexrelid FROM pg_index i WHERE i.indrelid = relation)
      AND d.refclassid <> 'pg_namespace'::regclass
      AND NOT (d.refclassid = 'pg_class'::regclass AND d.refobjid = relation));
END $lasting$;

CREATE FUNCTION pg_temp.autogen_judge(kinds text[], paths text[], relations text[], setups text[], befores text[],
                                      texts text[], afters text[], hides text[], drops text[], again_befores text[],
                                      again_afters text[], print_path text)
RETURNS TABLE (job int, words text, collation_schema text, collation_name text, state text, message text,
               lasting boolean)
LANGUAGE plpgsql AS $judge$
-- Reads each text in a transaction of its own inside this one and undoes it at once, so that no lock piles up and a
-- text that is refused spoils no other. Neighbours with the same set-up share its tables.
DECLARE
  n CONSTANT int := pg_catalog.cardinality(texts);
  i int := 1;
  was text;
BEGIN
  WHILE i <= n LOOP
    BEGIN
      PERFORM pg_catalog.set_config('search_path', paths[i], true);
      IF setups[i] <> '' THEN
        EXECUTE setups[i];
      END IF;
      LOOP
        job := i;
        words := NULL; collation_schema := NULL; collation_name := NULL; state := NULL; message := NULL;
        lasting := false;
        BEGIN
          EXECUTE befores[i] || texts[i] || E'\n' || afters[i];
          IF hides[i] <> '' THEN
            EXECUTE hides[i];
          END IF;
          IF kinds[i] = 'TRIAL' THEN
            RAISE EXCEPTION SQLSTATE 'AUTOG';
          END IF;
          PERFORM pg_catalog.set_config('search_path', print_path, true);
          SELECT w.words, w.collation_schema, w.collation_name INTO words, collation_schema, collation_name
          FROM pg_temp.autogen_words(kinds[i], relations[i]::regclass) w;
          -- PostgreSQL's words are no fixed point: they are read again until they stay.
          was := texts[i];
          FOR round IN 1 .. 4 LOOP
            EXIT WHEN drops[i] IS NULL OR words = was OR words = 'NULL';
            was := words;
            BEGIN
              IF drops[i] <> '' THEN
                EXECUTE drops[i];
              END IF;
              EXECUTE again_befores[i] || was || again_afters[i];
              SELECT w.words INTO words FROM pg_temp.autogen_words(kinds[i], relations[i]::regclass) w;
            EXCEPTION WHEN syntax_error_or_access_rule_violation OR data_exception OR feature_not_supported THEN
              words := was;
            END;
          END LOOP;
          lasting := pg_temp.autogen_lasting(relations[i]::regclass);
          RAISE EXCEPTION SQLSTATE 'AUTOG';
        EXCEPTION
          WHEN SQLSTATE 'AUTOG' THEN
            NULL;
          WHEN OTHERS THEN
            -- Lack of resources, locks, interruptions and defects say nothing about the text.
            IF pg_catalog.left(SQLSTATE, 2) IN ('25', '40', '53', '55', '57', '58', 'XX') THEN
              RAISE;
            END IF;
            words := NULL;
            state := SQLSTATE;
            message := SQLERRM;
        END;
        RETURN NEXT;
        i := i + 1;
        EXIT WHEN i > n OR setups[i] = '' OR setups[i] <> setups[i - 1] OR paths[i] <> paths[i - 1];
      END LOOP;
      RAISE EXCEPTION SQLSTATE 'AUTOG';
    EXCEPTION
      WHEN SQLSTATE 'AUTOG' THEN
        NULL;
      WHEN OTHERS THEN
        IF pg_catalog.left(SQLSTATE, 2) IN ('25', '40', '53', '55', '57', '58', 'XX') THEN
          RAISE;
        END IF;
        -- The set-up failed: its first text answers for it, the others try on their own.
        job := i; words := NULL; collation_schema := NULL; collation_name := NULL; lasting := false;
        state := SQLSTATE; message := SQLERRM;
        RETURN NEXT;
        i := i + 1;
    END;
  END LOOP;
END $judge$;

CREATE FUNCTION pg_temp.autogen_try(statements text[]) RETURNS int
LANGUAGE plpgsql AS $try$
-- Runs what may fail because it is there already or not to be had; answers how many did because they may not.
DECLARE
  failed int := 0;
BEGIN
  FOR i IN 1 .. pg_catalog.cardinality(statements) LOOP
    BEGIN
      EXECUTE statements[i];
    EXCEPTION
      WHEN duplicate_object OR duplicate_schema OR duplicate_table OR unique_violation THEN
        NULL;
      WHEN OTHERS THEN
        failed := failed + 1;
    END;
  END LOOP;
  RETURN failed;
END $try$;
