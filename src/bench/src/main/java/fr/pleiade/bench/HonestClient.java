package fr.pleiade.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who reads twenty documents a second, pages and Turtle in turn, and asks {@code ASK {}} ten times a second, at fixed times
 * whether the answers keep up or not, until closed. Times count from when a request was due.
 */
final class HonestClient implements AutoCloseable {
    /** Behind a proxy, as most readers are. */
    private static final String FORWARDED = "X-Forwarded-For: 198.51.100.7";

    private static final int ADDRESS = 9;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final double DOCUMENTS_PER_SECOND = 20;
    private static final double QUESTIONS_PER_SECOND = 10;

    private final int port;
    private final AtomicBoolean isDone = new AtomicBoolean();
    private final Series documents;
    private final Series questions;

    /** Begins at once. */
    HonestClient(int port, List<String> paths) {
        this.port = port;
        this.documents = new Series(
                paths.stream().map(path -> HttpLoad.get(path, FORWARDED)).toList(), DOCUMENTS_PER_SECOND);
        this.questions =
                new Series(List.of(HttpLoad.get("/sparql?query=ASK%20%7B%7D", FORWARDED)), QUESTIONS_PER_SECOND);
        documents.thread.start();
        questions.thread.start();
    }

    /** What was asked one after the other, and what came of it. */
    private final class Series {
        private final List<String> requests;
        private final long intervalNanos;
        private final Thread thread = new Thread(this::run, "honest");
        private final List<Long> nanos = new ArrayList<>();
        private final List<String> failures = new ArrayList<>();

        Series(List<String> requests, double perSecond) {
            this.requests = requests;
            this.intervalNanos = (long) (1e9 / perSecond);
        }

        private void run() {
            long due = System.nanoTime();
            for (int i = 0; !isDone.get(); i = (i + 1) % requests.size(), due += intervalNanos) {
                LockSupport.parkNanos(due - System.nanoTime());
                ask(requests.get(i));
                nanos.add(System.nanoTime() - due);
            }
        }

        private void ask(String request) {
            try (Stranger connection = new Stranger(port, ADDRESS, PATIENCE_MILLIS)) {
                connection.send(request);
                int status = connection.answer().status();
                if (status != 200) {
                    failures.add(status + " to " + request.lines().findFirst().orElse(""));
                }
            } catch (IOException e) {
                failures.add(e + " to " + request.lines().findFirst().orElse(""));
            }
        }

        double p99Millis() {
            return nanos.stream()
                            .sorted()
                            .skip((long) (nanos.size() * 0.99))
                            .findFirst()
                            .orElse(0L)
                    / 1e6;
        }
    }

    /** Asks no more, and waits for what was asked. */
    @Override
    public void close() throws InterruptedException {
        isDone.set(true);
        documents.thread.join();
        questions.thread.join();
    }

    /** {@return how many requests were answered, or not} */
    int requests() {
        return documents.nanos.size() + questions.nanos.size();
    }

    /** {@return what went wrong, a line each} */
    List<String> failures() {
        List<String> all = new ArrayList<>(documents.failures);
        all.addAll(questions.failures);
        return all;
    }

    double documentsP99Millis() {
        return documents.p99Millis();
    }

    double questionsP99Millis() {
        return questions.p99Millis();
    }
}
