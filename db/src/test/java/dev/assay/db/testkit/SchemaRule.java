package dev.assay.db.testkit;

/**
 * What every schema of Assay must keep to, so that one employer never meets another's rows and the
 * same schema shards by employer (design/reliability.md, 2 and 6.1). Each is a query over the
 * catalogue that returns the offending object and what is wrong with it.
 */
public enum SchemaRule {
    /** A table is a tenant table or in {@link dev.assay.db.GlobalTables}. */
    CLASSIFIED(
            """
            select t.name, 'has no employer_id and is not listed in GlobalTables'
            from user_table t where not t.is_global and t.employer is null
            """),
    /** {@link dev.assay.db.GlobalTables} lists only tables that exist. */
    LISTED_TABLE_EXISTS(
            """
            select g.name, 'is listed in GlobalTables but does not exist'
            from unnest((select global_tables from setting)) g (name)
            where not exists (select from user_table t where t.is_global and t.name = g.name)
            """),
    /** {@code employer_id uuid not null}. */
    EMPLOYER_COLUMN(
            """
            select t.name, 'employer_id must be uuid not null'
            from tenant t join pg_attribute a on a.attrelid = t.oid and a.attnum = t.employer
            where a.atttypid <> 'uuid'::regtype or not a.attnotnull
               or a.atthasdef or a.attgenerated <> ''
            """),
    /** A primary key that begins with {@code employer_id}. */
    PRIMARY_KEY(
            """
            select t.name, 'needs a primary key that begins with employer_id'
            from tenant t
            where not exists (
                select from pg_index i
                where i.indrelid = t.oid and i.indisprimary and i.indkey[0] = t.employer)
            """),
    /** Every unique index and exclusion constraint begins with {@code employer_id}. */
    UNIQUE_KEY(
            """
            select t.name, 'unique index ' || i.indexrelid::regclass
                || ' must begin with employer_id'
            from tenant t join pg_index i on i.indrelid = t.oid
            where (i.indisunique or i.indisexclusion) and i.indkey[0] <> t.employer
            """),
    /**
     * Foreign keys of tenant tables pair {@code employer_id} with {@code employer_id} first, or
     * lead to a global table; none leads from a global table to a tenant's.
     */
    FOREIGN_KEY(
            """
            select t.name, 'foreign key ' || k.conname || ' to ' || r.name || case
                    when t.is_global then ' leads from a global table to a tenant table'
                    else ' must begin with employer_id on both sides' end
            from user_table t
            join pg_constraint k on k.conrelid = t.oid and k.contype = 'f' and k.conparentid = 0
            join user_table r on r.oid = k.confrelid
            where not r.is_global
              and (t.is_global or (k.conkey[1] = t.employer and k.confkey[1] = r.employer)
                   is not true)
            """),
    /** No triggers, no rewrite rules, no event triggers. */
    TRIGGER(
            """
            select g.tgrelid::regclass::text, 'has trigger ' || g.tgname
            from pg_trigger g join user_table t on t.oid = g.tgrelid where not g.tgisinternal
            union all
            select w.ev_class::regclass::text, 'has rule ' || w.rulename
            from pg_rewrite w join user_table t on t.oid = w.ev_class
            union all
            select e.evtname, 'is an event trigger' from pg_event_trigger e
            """),
    /** Row-level security is enabled, and not forced (that blocks online shard moves). */
    ROW_LEVEL_SECURITY(
            """
            select t.name, case when t.forced then 'forces row-level security'
                                else 'has row-level security off' end
            from tenant t where not t.secured or t.forced
            """),
    /**
     * A policy for all commands whose USING and WITH CHECK both are the one tenant condition; what
     * is added may only narrow (RESTRICTIVE).
     */
    POLICY(
            """
            select t.name, 'has no policy' from tenant t
            where not exists (
                select from pg_policy p where p.polrelid = t.oid and p.polpermissive)
            union all
            select t.name, 'policy ' || p.polname
                || ' must be for all commands, with the tenant condition in USING and WITH CHECK'
            from tenant t join pg_policy p on p.polrelid = t.oid and p.polpermissive
            where (p.polcmd = '*'
                   and pg_get_expr(p.polqual, p.polrelid) = (select condition from setting)
                   and pg_get_expr(p.polwithcheck, p.polrelid) = (select condition from setting))
                  is not true
            """),
    /** All runtime roles exist. What makes one too powerful is in {@code RuntimeRoles}. */
    ROLE(
            """
            select r.name, 'does not exist'
            from unnest((select runtime_roles from setting)) r (name)
            where not exists (select from pg_roles e where e.rolname = r.name)
            """),
    /** No runtime role may truncate (that is outside policies), refer, add triggers or create. */
    PRIVILEGE(
            """
            select t.name, r.rolname || ' has ' || p.privilege
            from user_table t
            cross join runtime_role r
            cross join (values ('TRUNCATE'), ('REFERENCES'), ('TRIGGER'), ('MAINTAIN'))
                as p (privilege)
            where has_table_privilege(r.oid, t.oid, p.privilege)
            union all
            select n.nspname, r.rolname || ' may create in this schema'
            from user_schema n cross join runtime_role r
            where has_schema_privilege(r.oid, n.oid, 'CREATE')
            """),
    /** No function runs with its owner's rights. */
    SECURITY_DEFINER(
            """
            select p.oid::regprocedure::text, 'is SECURITY DEFINER'
            from pg_proc p join user_schema n on n.oid = p.pronamespace where p.prosecdef
            """),
    /** Views run as their caller; no materialized views, no foreign tables. */
    RELATION_OUTSIDE_POLICIES(
            """
            select c.oid::regclass::text, case c.relkind
                    when 'v' then 'is a view without security_invoker'
                    when 'm' then 'is a materialized view'
                    else 'is a foreign table' end
            from pg_class c join user_schema n on n.oid = c.relnamespace
            where c.relkind in ('m', 'f')
               or (c.relkind = 'v' and not coalesce(c.reloptions, '{}')
                    && '{security_invoker=true,security_invoker=on,security_invoker=1}'::text[])
            """),
    /** No number that tells one tenant how busy the others are, nor one that shards must share. */
    SEQUENCE(
            """
            select t.name, 'column ' || a.attname || ' is an identity column'
            from tenant t join pg_attribute a on a.attrelid = t.oid and a.attidentity <> ''
            union all
            select t.name, 'column ' || a.attname || ' draws from a sequence'
            from tenant t
            join pg_attrdef d on d.adrelid = t.oid
            join pg_attribute a on a.attrelid = t.oid and a.attnum = d.adnum
            join pg_depend u on u.classid = 'pg_attrdef'::regclass and u.objid = d.oid
            join pg_class s on s.oid = u.refobjid and s.relkind = 'S'
                 and u.refclassid = 'pg_class'::regclass
            union all
            select s.oid::regclass::text, 'is a sequence that belongs to no global table'
            from pg_class s join user_schema n on n.oid = s.relnamespace
            where s.relkind = 'S' and not exists (
                select from pg_depend o join user_table t on t.oid = o.refobjid
                where o.classid = 'pg_class'::regclass and o.objid = s.oid
                  and o.deptype in ('a', 'i') and t.is_global)
            """),
    /** No column of a global table sounds like personal data, unless listed with a reason. */
    PERSONAL_DATA(
            """
            select t.name, 'column ' || a.attname || ' sounds like personal data'
            from user_table t
            join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
            where t.is_global and a.attname ~ (select personal from setting)
              and t.name not like 'databasechangelog%'
              and t.name || '.' || a.attname not in (select unnest(harmless) from setting)
            """);

    private final String query;

    SchemaRule(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }
}
