package fr.pleiade.sparql.execution;

import fr.pleiade.sparql.function.Budget;
import fr.pleiade.sparql.function.Digits;
import java.io.Reader;
import java.io.StringReader;
import org.apache.jena.graph.Node;
import org.apache.jena.irix.IRIx;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sparql.lang.SyntaxVarScope;
import org.apache.jena.sparql.lang.sparql_11.ParseException;
import org.apache.jena.sparql.lang.sparql_11.SPARQLParser11;
import org.apache.jena.sparql.lang.sparql_11.TokenMgrError;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.jspecify.annotations.Nullable;

/**
 * ARQ's parser of SPARQL 1.1, which goes no further than a query of so many parts: to check and to plan a query takes the square of
 * their number, and to read a number the square of its digits.
 *
 * <p>Triples and rows of VALUES are no parts: there may be as many as the length of a query admits.
 */
public final class BoundedParser extends SPARQLParser11 {
    /** The most groups, and things in a group other than triples, and columns, keys, conditions and aggregates, together. */
    public static final int MOST_PARTS = 1_000;

    private int parts;

    private BoundedParser(Reader text) {
        super(text);
    }

    /** A query of more parts, or with a longer number, than can be planned in good time. */
    public static final class TooLarge extends QueryException {
        private static final long serialVersionUID = 1L;

        TooLarge(String problem) {
            super(problem);
        }
    }

    /**
     * {@return the query}
     *
     * @param base what relative IRIs are resolved against
     * @throws TooLarge if it has too many parts or digits
     * @throws QueryParseException if it is not SPARQL 1.1
     * @throws QueryException if it is not for a reason that has no place
     */
    public static Query parse(String text, String base) {
        Query query = new Query();
        query.setSyntax(Syntax.syntaxSPARQL_11);
        query.setBase(IRIx.create(base));
        query.setStrict(true);
        BoundedParser parser = new BoundedParser(new StringReader(text));
        parser.setQuery(query);
        try {
            parser.QueryUnit();
        } catch (ParseException e) {
            throw new QueryParseException(e.getMessage(), e.currentToken.beginLine, e.currentToken.beginColumn);
        } catch (TokenMgrError e) {
            throw new QueryParseException(e.getMessage(), parser.token.endLine, parser.token.endColumn);
        } catch (QueryException e) {
            throw e;
        } catch (JenaException e) {
            throw new QueryException(e.getMessage(), e);
        }
        SyntaxVarScope.check(query);
        return query;
    }

    /** What the grammar asks for whenever it adds a column, a key, a condition, an aggregate or a graph to it. */
    @Override
    public Query getQuery() {
        count(1);
        return super.getQuery();
    }

    @Override
    protected void startGroup(ElementGroup group) {
        count(1);
        super.startGroup(group);
    }

    @Override
    protected void endGroup(ElementGroup group) {
        count(group.size());
        super.endGroup(group);
    }

    private void count(int more) {
        parts += more;
        if (parts > MOST_PARTS) {
            throw new TooLarge("more than " + MOST_PARTS + " parts");
        }
    }

    @Override
    protected Node createLiteralInteger(String text) {
        requireShort(text);
        return super.createLiteralInteger(text);
    }

    @Override
    protected Node createLiteralDecimal(String text) {
        requireShort(text);
        return super.createLiteralDecimal(text);
    }

    @Override
    protected Node createLiteralDouble(String text) {
        requireShort(text);
        return super.createLiteralDouble(text);
    }

    @Override
    protected Node createLiteral(String text, @Nullable String language, @Nullable String type) {
        if (type != null && Digits.isNumber(type)) {
            requireShort(text);
        }
        return super.createLiteral(text, language, type);
    }

    private static void requireShort(String number) {
        if (number.length() > Budget.MOST_DIGITS) {
            throw new TooLarge("a number of more than " + Budget.MOST_DIGITS + " digits");
        }
    }
}
