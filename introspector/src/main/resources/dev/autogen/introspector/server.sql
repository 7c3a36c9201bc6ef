-- All that decides what this server makes of a text which refers to nothing but PostgreSQL itself.
SELECT pg_catalog.concat_ws(E'\n',
         pg_catalog.version(),
         pg_catalog.current_database(), -- its encoding and collation
         current_user, -- who may see the schemas of the path
         pg_catalog.current_setting('TimeZone'),
         pg_catalog.current_setting('timezone_abbreviations'),
         pg_catalog.current_setting('lc_monetary'),
         pg_catalog.current_setting('array_nulls'),
         pg_catalog.current_setting('backslash_quote'),
         pg_catalog.current_setting('standard_conforming_strings'),
         pg_catalog.current_setting('transform_null_equals'),
         pg_catalog.current_setting('xmloption'),
         (SELECT d.oid::text || d.xmin::text FROM pg_catalog.pg_database d
          WHERE d.datname = pg_catalog.current_database()),
         -- A function, operator or cast that somebody adds may be a better match than PostgreSQL's own.
         (SELECT pg_catalog.md5(pg_catalog.string_agg(
                   added.kind || added.oid::text || '.' || added.xmin::text, ' ' ORDER BY added.kind, added.oid))
          FROM (SELECT 'function' AS kind, oid, xmin FROM pg_catalog.pg_proc WHERE oid >= 16384
                UNION ALL SELECT 'operator', oid, xmin FROM pg_catalog.pg_operator WHERE oid >= 16384
                UNION ALL SELECT 'cast', oid, xmin FROM pg_catalog.pg_cast WHERE oid >= 16384
                UNION ALL SELECT 'type', oid, xmin FROM pg_catalog.pg_type
                          WHERE oid >= 16384 AND typrelid = 0 AND typelem = 0
                UNION ALL SELECT 'schema', oid, xmin FROM pg_catalog.pg_namespace
                          WHERE pg_catalog.left(nspname, 3) <> 'pg_') AS added)) AS server