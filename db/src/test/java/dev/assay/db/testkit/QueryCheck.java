package dev.assay.db.testkit;

import dev.assay.db.testkit.TenantScope.Kind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.Alias;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.ExpressionVisitorAdapter;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.select.AllColumns;
import net.sf.jsqlparser.statement.select.AllTableColumns;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.OrderByElement;
import net.sf.jsqlparser.statement.select.ParenthesedFromItem;
import net.sf.jsqlparser.statement.select.ParenthesedSelect;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.SelectItem;
import net.sf.jsqlparser.statement.select.SetOperationList;
import net.sf.jsqlparser.statement.select.TableFunction;
import net.sf.jsqlparser.statement.select.Values;
import org.jspecify.annotations.Nullable;

/** The part of {@link StatementCheck} that walks queries: FROM, joins, conditions, subqueries. */
final class QueryCheck {
    private final StatementCheck check;

    QueryCheck(StatementCheck check) {
        this.check = check;
    }

    /**
     * Checks a query and everything in it; returns whether its {@code employer_id} column is that
     * of a tenant it is held to.
     *
     * @param columns the column names it gets from outside, as in {@code t (a, b)}; may be empty
     * @param locked whether an enclosing query locks its rows
     */
    boolean select(
            Select query,
            Map<String, Boolean> known,
            @Nullable TenantScope outer,
            List<String> columns,
            boolean locked) {
        Map<String, Boolean> names = check.with(query.getWithItemsList(), known);
        boolean locks = locked || query.getForMode() != null || query.getForUpdate() != null;
        return switch (query) {
            case PlainSelect plain -> plain(plain, names, outer, columns, locks);
            case ParenthesedSelect inner -> select(inner.getSelect(), names, outer, columns, locks);
            case SetOperationList list -> {
                boolean held = true;
                for (Select branch : list.getSelects()) {
                    held &= select(branch, names, outer, columns, locks);
                }
                yield held;
            }
            case Values values -> {
                subqueries(List.copyOf(values.getExpressions()), names, outer);
                yield false;
            }
            default -> {
                check.report(StatementRule.READABLE, query.getClass().getSimpleName());
                yield false;
            }
        };
    }

    private boolean plain(
            PlainSelect query,
            Map<String, Boolean> names,
            @Nullable TenantScope outer,
            List<String> columns,
            boolean locks) {
        TenantScope scope = new TenantScope(outer);
        if (query.getFromItem() != null) {
            from(query.getFromItem(), names, scope);
        }
        joins(query.getJoins(), names, scope);
        scope.where(query.getWhere(), _ -> true);
        StatementRule rule = locks ? StatementRule.LOCKS_ONE_TENANT : StatementRule.SCOPED;
        scope.unheld().forEach(table -> check.report(rule, table));
        subqueries(expressions(query), names, scope);
        return passesOnEmployer(query.getSelectItems(), columns, scope);
    }

    /** Adds what one FROM item brings to the scope. */
    void from(FromItem item, Map<String, Boolean> names, TenantScope scope) {
        String alias = StatementCheck.alias(item);
        switch (item) {
            case Table table -> scope.add(alias, table.getName(), kind(table, names));
            case ParenthesedFromItem group -> {
                from(group.getFromItem(), names, scope);
                joins(group.getJoins(), names, scope);
            }
            case TableFunction function -> {
                subqueries(List.of(function.getFunction()), names, scope);
                scope.add(alias, alias, Kind.FREE);
            }
            // LATERAL or not: PostgreSQL itself refuses to look outside without the word.
            case Select query -> {
                boolean held = select(query, names, scope, columns(item.getAlias()), false);
                scope.add(alias, alias, held ? Kind.HELD : Kind.FREE);
            }
            default -> check.report(StatementRule.READABLE, item.getClass().getSimpleName());
        }
    }

    /** Adds joined relations and what their conditions hold. */
    void joins(@Nullable List<Join> joins, Map<String, Boolean> names, TenantScope scope) {
        for (Join join : joins == null ? List.<Join>of() : joins) {
            Set<String> before = scope.aliases();
            from(join.getFromItem(), names, scope);
            Set<String> joined = new HashSet<>(scope.aliases());
            joined.removeAll(before);
            Predicate<String> restricts = restricted(join, before, joined);
            for (Expression condition : join.getOnExpressions()) {
                scope.where(condition, restricts);
                subqueries(List.of(condition), names, scope);
            }
            List<Column> using = join.getUsingColumns();
            if (using != null && using.stream().anyMatch(TenantScope::isEmployer)) {
                scope.sameEmployer(before, joined, restricts);
            }
        }
    }

    /** Checks the queries inside expressions, which see the scope they stand in. */
    void subqueries(
            List<? extends @Nullable Expression> expressions,
            Map<String, Boolean> names,
            @Nullable TenantScope scope) {
        ExpressionVisitorAdapter<@Nullable Void> finder =
                new ExpressionVisitorAdapter<>() {
                    @Override
                    public <S> @Nullable Void visit(ParenthesedSelect query, S context) {
                        select(query, names, scope, List.of(), false);
                        return null;
                    }

                    @Override
                    public <S> @Nullable Void visit(Select query, S context) {
                        select(query, names, scope, List.of(), false);
                        return null;
                    }
                };
        for (Expression expression : expressions) {
            if (expression != null) {
                expression.accept(finder, null);
            }
        }
    }

    private Kind kind(Table table, Map<String, Boolean> names) {
        if (check.see(table, names)) {
            return Kind.TENANT;
        }
        boolean held =
                table.getSchemaName() == null
                        && names.getOrDefault(SqlText.unquote(table.getName()), false);
        return held ? Kind.HELD : Kind.FREE;
    }

    /** An outer join's ON removes rows of the side that may be missing, and no others. */
    private static Predicate<String> restricted(Join join, Set<String> before, Set<String> joined) {
        if (join.isFull()) {
            return _ -> false;
        }
        if (join.isLeft()) {
            return joined::contains;
        }
        return join.isRight() ? before::contains : _ -> true;
    }

    private static boolean passesOnEmployer(
            List<SelectItem<?>> items, List<String> columns, TenantScope scope) {
        int renamed = columns.indexOf(TenantScope.EMPLOYER_ID);
        if (!columns.isEmpty()) {
            return renamed >= 0
                    && renamed < items.size()
                    && scope.isHeldEmployer(items.get(renamed).getExpression());
        }
        for (SelectItem<?> item : items) {
            switch (item.getExpression()) {
                case AllTableColumns all -> {
                    if (scope.allHeld(SqlText.unquote(all.getTable().getName()))) {
                        return true;
                    }
                }
                case AllColumns _ -> {
                    return scope.allHeld(null);
                }
                case Expression expression -> {
                    if (name(item).equals(TenantScope.EMPLOYER_ID)) {
                        return scope.isHeldEmployer(expression);
                    }
                }
            }
        }
        return false;
    }

    private static String name(SelectItem<?> item) {
        if (item.getAlias() != null) {
            return SqlText.unquote(item.getAlias().getName());
        }
        return item.getExpression() instanceof Column column
                ? SqlText.unquote(column.getColumnName())
                : "";
    }

    private static List<String> columns(@Nullable Alias alias) {
        if (alias == null || alias.getAliasColumns() == null) {
            return List.of();
        }
        return alias.getAliasColumns().stream().map(c -> SqlText.unquote(c.name)).toList();
    }

    private static List<@Nullable Expression> expressions(PlainSelect query) {
        List<@Nullable Expression> expressions = new ArrayList<>();
        query.getSelectItems().forEach(item -> expressions.add(item.getExpression()));
        expressions.add(query.getWhere());
        expressions.add(query.getHaving());
        if (query.getGroupBy() != null) {
            expressions.add(query.getGroupBy().getGroupByExpressionList());
        }
        if (query.getOrderByElements() != null) {
            query.getOrderByElements().stream()
                    .map(OrderByElement::getExpression)
                    .forEach(expressions::add);
        }
        return expressions;
    }
}
