package fr.pleiade.web.document;

import fr.pleiade.web.http.Exchange;
import fr.pleiade.web.http.Variant;
import java.io.IOException;

/** What a form of a document is made of. Nothing is made before it is known that the client has not got it yet. */
sealed interface Content {
    void send(Documents documents, Exchange exchange, Document document, Variant form) throws IOException;

    /** Triples, in whichever syntax. */
    record Graph(Document.Triples triples) implements Content {
        @Override
        public void send(Documents documents, Exchange exchange, Document document, Variant form) throws IOException {
            documents.sendGraph(exchange, document, form, triples);
        }
    }

    /** A page, in whichever language. */
    record Page(String template, Document.Values values) implements Content {
        @Override
        public void send(Documents documents, Exchange exchange, Document document, Variant form) throws IOException {
            documents.sendPage(exchange, document, this);
        }
    }

    /** Bytes of a form that has no other syntax. */
    record Bytes(Exchange.Body body) implements Content {
        @Override
        public void send(Documents documents, Exchange exchange, Document document, Variant form) throws IOException {
            documents.sendBytes(exchange, document, form, body);
        }
    }
}
