package dev.assay.db.testkit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.JdbcNamedParameter;
import net.sf.jsqlparser.expression.JdbcParameter;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/**
 * The relations one query level can name, and which of them are held to one employer: by a value,
 * or by equality with a relation that is. Only conditions joined by AND count; an OR may let rows
 * of others through.
 */
final class TenantScope {
    static final String EMPLOYER_ID = "employer_id";

    /** What a relation's {@code employer_id} is worth. */
    enum Kind {
        /** A tenant table: has to be held to one employer here. */
        TENANT,
        /** A derived table or WITH query that passes on the id of a tenant it is held to. */
        HELD,
        /** Global tables, VALUES, functions: proves nothing. */
        FREE
    }

    private record Relation(String table, Kind kind) {}

    private record Equality(String one, String other) {}

    private final @Nullable TenantScope outer;
    private final Map<String, Relation> relations = new LinkedHashMap<>();
    private final Set<String> held = new HashSet<>();
    private final List<Equality> followers = new ArrayList<>();

    TenantScope(@Nullable TenantScope outer) {
        this.outer = outer;
    }

    void add(String alias, String table, Kind kind) {
        relations.put(alias, new Relation(table, kind));
        if (kind == Kind.HELD) {
            held.add(alias);
        }
    }

    Set<String> aliases() {
        return Set.copyOf(relations.keySet());
    }

    /**
     * Takes in a condition.
     *
     * @param restricts the aliases whose rows the condition removes: an outer join's ON keeps every
     *     row of the preserved side
     */
    void where(@Nullable Expression condition, Predicate<String> restricts) {
        switch (condition) {
            case AndExpression and -> {
                where(and.getLeftExpression(), restricts);
                where(and.getRightExpression(), restricts);
            }
            case ExpressionList<?> parentheses when parentheses.size() == 1 ->
                    where(parentheses.getFirst(), restricts);
            case EqualsTo equal ->
                    equal(equal.getLeftExpression(), equal.getRightExpression(), restricts);
            case null, default -> {}
        }
    }

    /** {@code USING (employer_id)} or its like between a joined relation and those before it. */
    void sameEmployer(Set<String> before, Set<String> joined, Predicate<String> restricts) {
        for (String one : before) {
            for (String other : joined) {
                follow(one, other, restricts);
            }
        }
    }

    /** The tenant tables that nothing holds to one employer. */
    List<String> unheld() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Equality equality : followers) {
                if (held.contains(equality.one())) {
                    grown |= held.add(equality.other());
                }
            }
        }
        return relations.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == Kind.TENANT)
                .filter(entry -> !held.contains(entry.getKey()))
                .map(entry -> entry.getValue().table())
                .toList();
    }

    /** Whether this expression can only be the id of a tenant that is already held. */
    boolean isHeldEmployer(Expression expression) {
        return isValue(expression) || (isEmployer(expression) && trusted((Column) expression));
    }

    /** Whether {@code alias.*} passes on a held employer; all relations when there is no alias. */
    boolean allHeld(@Nullable String alias) {
        if (alias != null) {
            return find(alias).map(relation -> relation.kind() != Kind.FREE).orElse(false);
        }
        return relations.values().stream().noneMatch(relation -> relation.kind() == Kind.FREE);
    }

    private void equal(Expression left, Expression right, Predicate<String> restricts) {
        if (left instanceof ExpressionList<?> one
                && right instanceof ExpressionList<?> other
                && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                equal(one.get(i), other.get(i), restricts);
            }
            return;
        }
        hold(left, right, restricts);
        hold(right, left, restricts);
        if (isEmployer(left) && isEmployer(right)) {
            Optional<String> one = local((Column) left);
            Optional<String> other = local((Column) right);
            if (one.isPresent() && other.isPresent()) {
                follow(one.get(), other.get(), restricts);
            }
        }
    }

    private void hold(Expression column, Expression value, Predicate<String> restricts) {
        if (isEmployer(column) && (isValue(value) || isOuterEmployer(value))) {
            local((Column) column).filter(restricts).ifPresent(held::add);
        }
    }

    private void follow(String one, String other, Predicate<String> restricts) {
        if (restricts.test(other)) {
            followers.add(new Equality(one, other));
        }
        if (restricts.test(one)) {
            followers.add(new Equality(other, one));
        }
    }

    /** An outer tenant table that nothing holds is reported where it stands. */
    private boolean isOuterEmployer(Expression expression) {
        return isEmployer(expression)
                && local((Column) expression).isEmpty()
                && outer != null
                && outer.trusted((Column) expression);
    }

    private boolean trusted(Column column) {
        return local(column)
                .map(alias -> relation(alias).kind() != Kind.FREE)
                .orElseGet(() -> outer != null && outer.trusted(column));
    }

    private Optional<Relation> find(String alias) {
        if (relations.containsKey(alias)) {
            return Optional.of(relation(alias));
        }
        return outer == null ? Optional.empty() : outer.find(alias);
    }

    private Relation relation(String alias) {
        Relation relation = relations.get(alias);
        if (relation == null) {
            throw new IllegalStateException("no relation " + alias);
        }
        return relation;
    }

    /** The alias in this very scope that a column belongs to. */
    private Optional<String> local(Column column) {
        if (column.getTable() != null) {
            return Optional.of(SqlText.unquote(column.getTable().getName()))
                    .filter(relations::containsKey);
        }
        // Unqualified, so at most one relation can have it: PostgreSQL refuses ambiguity.
        return relations.entrySet().stream()
                .filter(entry -> relations.size() == 1 || entry.getValue().kind() != Kind.FREE)
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static boolean isEmployer(Expression expression) {
        return expression instanceof Column column
                && SqlText.unquote(column.getColumnName()).equals(EMPLOYER_ID);
    }

    private static boolean isValue(Expression expression) {
        return switch (expression) {
            case JdbcParameter _, JdbcNamedParameter _, StringValue _ -> true;
            case CastExpression cast -> isValue(cast.getLeftExpression());
            case ExpressionList<?> parentheses when parentheses.size() == 1 ->
                    isValue(parentheses.getFirst());
            default -> false;
        };
    }
}
