package fr.pleiade.rdf;

/**
 * An RDF 1.1 term: exactly one of {@link Iri}, {@link BlankNode} and {@link Literal}.
 *
 * @see <a href="https://www.w3.org/TR/rdf11-concepts/#section-triples">RDF 1.1 Concepts, section 3.1</a>
 */
public sealed interface Term extends java.io.Serializable {
    /** {@return this term in canonical N-Triples syntax, without surrounding space} */
    String toNTriples();

    /** {@return what a person reads: an IRI's text, a literal's lexical form, a blank node's label} */
    String text();

    /** An absolute IRI. */
    record Iri(String value) implements Term {
        /** @throws IllegalArgumentException if the value has no scheme */
        public Iri {
            if (value.indexOf(':') < 1) {
                throw new IllegalArgumentException("not an absolute IRI: '" + value + "'");
            }
        }

        @Override
        public String toNTriples() {
            return NTriples.iri(value);
        }

        @Override
        public String text() {
            return value;
        }
    }

    /** A blank node, by its label without {@code _:}; two documents' labels are unrelated. */
    record BlankNode(String label) implements Term {
        @Override
        public String toNTriples() {
            return "_:" + label;
        }

        @Override
        public String text() {
            return toNTriples();
        }
    }

    /**
     * A literal.
     *
     * @param lexical the lexical form, as it was written
     * @param datatype the datatype's IRI; {@code rdf:langString} exactly if there is a language
     * @param language the language tag in its canonical case, whatever it was given in, such as {@code fr} or {@code zh-Hant-TW}, or
     *     {@code ""} for none
     */
    record Literal(String lexical, String datatype, String language) implements Term {
        private static final String XSD_STRING = Vocabulary.XSD + "string";
        private static final String LANG_STRING = Vocabulary.RDF + "langString";

        /** @throws IllegalArgumentException if language and datatype contradict each other */
        public Literal {
            language = TagCase.canonical(language);
            if (language.isEmpty() == datatype.equals(LANG_STRING)) {
                throw new IllegalArgumentException(
                        "a literal has a language exactly if its datatype is rdf:langString: '" + lexical + "'");
            }
        }

        /** {@return a literal of type {@code xsd:string}} */
        public static Literal of(String lexical) {
            return new Literal(lexical, XSD_STRING, "");
        }

        /** {@return a literal of the datatype} */
        public static Literal typed(String lexical, String datatype) {
            return new Literal(lexical, datatype, "");
        }

        /** {@return a literal in the language} */
        public static Literal inLanguage(String lexical, String language) {
            return new Literal(lexical, LANG_STRING, language);
        }

        @Override
        public String toNTriples() {
            String quoted = NTriples.quoted(lexical);
            if (!language.isEmpty()) {
                return quoted + "@" + language;
            }
            return datatype.equals(XSD_STRING) ? quoted : quoted + "^^" + NTriples.iri(datatype);
        }

        @Override
        public String text() {
            return lexical;
        }
    }
}
