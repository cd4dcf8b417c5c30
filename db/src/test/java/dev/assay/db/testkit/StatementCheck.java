package dev.assay.db.testkit;

import dev.assay.db.testkit.TenantScope.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.ParenthesedStatement;
import net.sf.jsqlparser.statement.ReturningClause;
import net.sf.jsqlparser.statement.Statement;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.delete.ParenthesedDelete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.insert.ParenthesedInsert;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.WithItem;
import net.sf.jsqlparser.statement.update.ParenthesedUpdate;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import org.jspecify.annotations.Nullable;

/**
 * Holds one statement against the {@link StatementRule}s, on JSqlParser's tree. Every query level
 * has its own {@link TenantScope}; what the tree walk might miss is caught by counting.
 */
final class StatementCheck {
    private final String sql;
    private final Set<String> tenantTables;
    private final List<StatementViolation> violations = new ArrayList<>();
    private final QueryCheck queries = new QueryCheck(this);
    private int namesSeen;

    private StatementCheck(String sql, Set<String> tenantTables) {
        this.sql = sql;
        this.tenantTables = tenantTables;
    }

    static List<StatementViolation> of(String sql, Set<String> tenantTables) {
        StatementCheck check = new StatementCheck(sql, tenantTables);
        check.run();
        return List.copyOf(check.violations);
    }

    private void run() {
        SqlText text = new SqlText(sql);
        if (text.mentions(Set.of("set_config"))) {
            report(StatementRule.TENANT_SET_LOCALLY, "set_config");
        }
        if (text.setsTenantForSession()) {
            report(StatementRule.TENANT_SET_LOCALLY, "SET without LOCAL");
        }
        if (!text.mentions(tenantTables)) {
            return;
        }
        try {
            Statement parsed = new CCJSqlParser(sql).withAllowComplexParsing(true).Statement();
            statement(parsed, Map.of());
        } catch (ParseException | TokenMgrException e) {
            report(StatementRule.READABLE, String.valueOf(e.getMessage()));
            return;
        }
        if (text.tableReferences(tenantTables) > namesSeen) {
            report(StatementRule.READABLE, "a tenant table the gate did not find in the tree");
        }
    }

    /** Returns whether the statement's rows carry the id of a tenant it is held to. */
    boolean statement(@Nullable Statement statement, Map<String, Boolean> withQueries) {
        return switch (statement) {
            case Select select -> queries.select(select, withQueries, null, List.of(), false);
            case ParenthesedInsert inner -> statement(inner.getInsert(), withQueries);
            case ParenthesedUpdate inner -> statement(inner.getUpdate(), withQueries);
            case ParenthesedDelete inner -> statement(inner.getDelete(), withQueries);
            case Insert insert -> insert(insert, withQueries);
            case Update update -> update(update, withQueries);
            case Delete delete -> delete(delete, withQueries);
            case null, default -> {
                report(StatementRule.SCOPED, "a statement of another kind on a tenant table");
                yield false;
            }
        };
    }

    /** The WITH queries a statement may name, each with what {@link #statement} says of it. */
    Map<String, Boolean> with(@Nullable List<WithItem<?>> items, Map<String, Boolean> known) {
        Map<String, Boolean> names = new HashMap<>(known);
        for (WithItem<?> item : items == null ? List.<WithItem<?>>of() : items) {
            String name = SqlText.unquote(item.getAliasName());
            if (item.isRecursive()) {
                names.put(name, true); // as good as its first branch, which is checked too
            }
            ParenthesedStatement body = item.getParenthesedStatement();
            boolean held =
                    body instanceof Select select
                            ? queries.select(select, names, null, columns(item), false)
                            : statement((Statement) body, names);
            names.put(name, held);
        }
        return names;
    }

    private boolean insert(Insert insert, Map<String, Boolean> known) {
        Map<String, Boolean> names = with(insert.getWithItemsList(), known);
        boolean tenant = see(insert.getTable(), Map.of());
        if (tenant && !namesEmployer(insert.getColumns())) {
            report(StatementRule.INSERT_NAMES_EMPLOYER, insert.getTable().getName());
        }
        if (insert.getSelect() != null) {
            queries.select(insert.getSelect(), names, null, List.of(), false);
        }
        if (insert.getConflictAction() != null) {
            TenantScope scope = new TenantScope(null);
            scope.add(alias(insert.getTable()), insert.getTable().getName(), Kind.HELD);
            sets(insert.getConflictAction().getUpdateSets(), tenant, insert.getTable());
            queries.subqueries(sources(insert.getConflictAction().getUpdateSets()), names, scope);
            queries.subqueries(
                    Collections.singletonList(insert.getConflictAction().getWhereExpression()),
                    names,
                    scope);
        }
        return tenant && returnsEmployer(insert.getReturningClause());
    }

    private boolean update(Update update, Map<String, Boolean> known) {
        Map<String, Boolean> names = with(update.getWithItemsList(), known);
        boolean tenant = isTenant(update.getTable(), Map.of());
        sets(update.getUpdateSets(), tenant, update.getTable());
        List<@Nullable Expression> expressions = sources(update.getUpdateSets());
        changes(
                update.getTable(),
                update.getFromItem() == null ? List.of() : List.of(update.getFromItem()),
                update.getJoins(),
                update.getWhere(),
                expressions,
                names);
        return tenant && returnsEmployer(update.getReturningClause());
    }

    private boolean delete(Delete delete, Map<String, Boolean> known) {
        Map<String, Boolean> names = with(delete.getWithItemsList(), known);
        List<FromItem> using = delete.getUsingFromItemList();
        changes(
                delete.getTable(),
                using == null ? List.of() : using,
                delete.getJoins(),
                delete.getWhere(),
                List.of(),
                names);
        return isTenant(delete.getTable(), Map.of())
                && returnsEmployer(delete.getReturningClause());
    }

    private void changes(
            Table target,
            List<FromItem> from,
            @Nullable List<Join> joins,
            @Nullable Expression where,
            List<@Nullable Expression> expressions,
            Map<String, Boolean> names) {
        TenantScope scope = new TenantScope(null);
        queries.from(target, Map.of(), scope);
        from.forEach(item -> queries.from(item, names, scope));
        queries.joins(joins, names, scope);
        scope.where(where, _ -> true);
        scope.unheld().forEach(table -> report(StatementRule.SCOPED, table));
        queries.subqueries(expressions, names, scope);
        queries.subqueries(Collections.singletonList(where), names, scope);
    }

    private void sets(@Nullable List<UpdateSet> sets, boolean tenant, Table table) {
        if (tenant
                && sets != null
                && sets.stream().anyMatch(set -> namesEmployer(set.getColumns()))) {
            report(StatementRule.EMPLOYER_NEVER_CHANGES, table.getName());
        }
    }

    private static List<@Nullable Expression> sources(@Nullable List<UpdateSet> sets) {
        List<@Nullable Expression> sources = new ArrayList<>();
        for (UpdateSet set : sets == null ? List.<UpdateSet>of() : sets) {
            sources.addAll(set.getValues());
        }
        return sources;
    }

    private static List<String> columns(WithItem<?> item) {
        List<SelectItem<?>> columns = item.getWithItemList();
        return columns == null
                ? List.of()
                : columns.stream()
                        .map(column -> SqlText.unquote(column.getExpression().toString()))
                        .toList();
    }

    private static boolean namesEmployer(@Nullable ExpressionList<Column> columns) {
        return columns != null && columns.stream().anyMatch(TenantScope::isEmployer);
    }

    private static boolean returnsEmployer(@Nullable ReturningClause returning) {
        return returning != null
                && returning.stream()
                        .anyMatch(item ->
                                TenantScope.isEmployer(item.getExpression())
                                        || item.toString().endsWith("*"));
    }

    /** Whether it is a tenant's, remembering that it was met. */
    boolean see(Table table, Map<String, Boolean> withQueries) {
        // A WITH query of the same name counts too: only the count has to match the text.
        if (tenantTables.contains(SqlText.unquote(table.getName()))) {
            namesSeen++;
        }
        return isTenant(table, withQueries);
    }

    private boolean isTenant(Table table, Map<String, Boolean> withQueries) {
        String name = SqlText.unquote(table.getName());
        boolean withQuery = table.getSchemaName() == null && withQueries.containsKey(name);
        return !withQuery && tenantTables.contains(name);
    }

    void report(StatementRule rule, String object) {
        violations.add(new StatementViolation(rule, object, sql));
    }

    static String alias(FromItem item) {
        if (item.getAlias() != null) {
            return SqlText.unquote(item.getAlias().getName().strip());
        }
        return item instanceof Table table ? SqlText.unquote(table.getName()) : "";
    }
}
