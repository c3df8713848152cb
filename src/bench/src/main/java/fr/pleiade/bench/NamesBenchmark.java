package fr.pleiade.bench;

import fr.pleiade.bench.NamedTables.Row;
import fr.pleiade.linking.names.Candidate;
import fr.pleiade.linking.names.MatchQuery;
import fr.pleiade.linking.names.NameIndex;
import fr.pleiade.linking.names.NameRules;
import fr.pleiade.linking.names.NamedThing;
import fr.pleiade.linking.names.Names;
import fr.pleiade.quads.Sha256;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.syntax.RdfReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * How well names are matched, and how fast.
 *
 * <p>The main institutions of 2023-04, their codes hidden, against the register's records; and those of 2024-11 against those of 2023-04.
 * The weights were fitted to one half of the rows, those whose key has an even hash; figures are printed of that half, of the other
 * one, which are those to believe, and of both. A record is right if it is the very one that the file names; {@code succ} counts the
 * record's successor or predecessor too. Rows without a pair are those whose code the file lacks, or whose record is not in the
 * extract: an answer is one too many unless something that was not compared proves it, the code that the file of a year and a half later gives
 * the row, one in Wikidata, ISNI or GRID that row and record share, or, where web sites were not compared, the very site; such pairs the file merely lacks. Those that are one too many are listed.
 *
 * <p>System properties: {@code shared} (the folder beside the project that has {@code data/}), {@code labels} (default 50,000),
 * {@code seconds} (default 3, of each measurement). Speeds are of processor time.
 */
public final class NamesBenchmark {
    private static final Path DATA = Path.of(System.getProperty("shared", "../shared"), "data");
    private static final int LABELS = Integer.getInteger("labels", 50_000);
    private static final int SECONDS = Integer.getInteger("seconds", 3);
    private static final int BATCH = 50;
    private static final String AS_OF = "2023-04";

    private NamesBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        NameRules rules = NameRules.of(ontology());
        NamedTables.Register register = NamedTables.register(DATA.resolve("ror/ror-records-fr.jsonl"));
        List<Row> earlier = NamedTables.rows(
                DATA.resolve("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2023-04.csv"));
        List<Row> later = NamedTables.rows(
                DATA.resolve("etablissements/fr-esr-principaux-etablissements-enseignement-superieur-2024-11.csv"));
        try (Names names = Names.inMemory(register.things(), rules)) {
            System.out.println("institutions against " + names.size() + " records of the register");
            Map<String, String> proofs = new HashMap<>();
            later.forEach(row -> proofs.put(row.key(), row.truth()));
            print("all but codes", earlier, names, new Truth(register, proofs, false), NamesBenchmark::whole);
            print("name and town", earlier, names, new Truth(register, proofs, true), NamesBenchmark::nameAndTown);
            speed("matching, " + names.size() + " things", names, earlier);
        }
        NamedTables.Register before =
                new NamedTables.Register(earlier.stream().map(Row::asThing).toList(), Map.of(), Map.of());
        try (Names names = Names.inMemory(before.things(), rules)) {
            System.out.println("2024-11 against 2023-04");
            print(
                    "no codes",
                    later.stream().map(Row::keyed).toList(),
                    names,
                    new Truth(before, Map.of(), false),
                    NamesBenchmark::whole);
        }
        index(rules);
    }

    private static InMemoryGraph ontology() throws IOException {
        InMemoryGraph all = new InMemoryGraph();
        try (var files = Files.list(Path.of("ontology"))) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".ttl")).sorted().toList()) {
                all.addAll(RdfReader.readGraph(file, "http://localhost:8080/"));
            }
        }
        return all;
    }

    private static MatchQuery whole(Row row) {
        return new MatchQuery(row.names(), List.of(), List.of(), row.towns(), row.hosts(), row.point(), AS_OF, 5);
    }

    private static MatchQuery nameAndTown(Row row) {
        return new MatchQuery(
                row.names().stream().limit(1).toList(), List.of(), List.of(), row.towns(), List.of(), "", AS_OF, 5);
    }

    /**
     * What is known of rows.
     *
     * @param register the things that they may be
     * @param proofs by a row's key, the thing that another file says it is, or {@code ""}
     * @param isSiteAProof whether web sites are not compared, so that the same one proves that both are one
     */
    private record Truth(NamedTables.Register register, Map<String, String> proofs, boolean isSiteAProof) {
        boolean isProven(Row row, NamedThing thing) {
            return proofs.getOrDefault(row.key(), "").equals(thing.iri())
                    || register.codes().getOrDefault(thing.iri(), Set.of()).stream()
                            .anyMatch(row.codes()::contains)
                    || isSiteAProof && row.hosts().stream().anyMatch(thing.hosts()::contains);
        }
    }

    @FunctionalInterface
    private interface Asking {
        MatchQuery of(Row row);
    }

    private static void print(String what, List<Row> rows, Names names, Truth truth, Asking asking) {
        List<Row> fitted = rows.stream().filter(Row::isFitted).toList();
        List<Row> other = rows.stream().filter(row -> !row.isFitted()).toList();
        measure(what + ", half fitted", fitted, names, truth, asking);
        measure(what + ", other half", other, names, truth, asking);
        measure(what + ", both", rows, names, truth, asking);
    }

    private static void measure(String what, List<Row> rows, Names names, Truth truth, Asking asking) {
        NamedTables.Register register = truth.register();
        List<String> many = new ArrayList<>();
        Map<String, NamedThing> known = register.byIri();
        int pairs = 0;
        int answered = 0;
        int right = 0;
        int successors = 0;
        int unpaired = 0;
        int lacking = 0;
        int wrong = 0;
        for (Row row : rows) {
            List<Candidate> found = names.match(asking.of(row));
            boolean isMatch = !found.isEmpty() && found.get(0).isMatch();
            boolean hasPair = known.containsKey(row.truth());
            pairs += hasPair ? 1 : 0;
            unpaired += hasPair ? 0 : 1;
            if (isMatch && hasPair) {
                answered++;
                String iri = found.get(0).thing().iri();
                right += iri.equals(row.truth()) ? 1 : 0;
                successors += iri.equals(row.truth()) || register.isRelated(row.truth(), iri) ? 1 : 0;
            } else if (isMatch) {
                boolean isLacking = truth.isProven(row, found.get(0).thing());
                lacking += isLacking ? 1 : 0;
                wrong += isLacking ? 0 : 1;
                if (!isLacking) {
                    many.add("%s %s (%s): %s %s %.1f%s"
                            .formatted(
                                    row.key(),
                                    row.names().stream().findFirst().orElse(""),
                                    row.truth().isEmpty() ? "no code" : "not in the extract",
                                    found.get(0).thing().iri(),
                                    found.get(0).matched().text(),
                                    found.get(0).score(),
                                    isSame(found.get(0)) ? ", the very name and town" : ""));
                }
            }
        }
        System.out.printf(
                Locale.ROOT,
                "  %-28s %3d pairs: precision %.3f recall %.3f (succ %.3f %.3f); %d without: %d proven otherwise, %d one too many%n",
                what,
                pairs,
                right / (double) answered,
                right / (double) pairs,
                successors / (double) answered,
                successors / (double) pairs,
                unpaired,
                lacking,
                wrong);
        if (what.endsWith("both")) {
            many.forEach(one -> System.out.println("    one too many: " + one));
        }
    }

    private static boolean isSame(Candidate candidate) {
        boolean isCalled = candidate.part(Candidate.Part.SAME_NAME) > 0
                || candidate.part(Candidate.Part.NAME) >= 1
                || candidate.part(Candidate.Part.OTHER_NAME) >= 1;
        return isCalled && candidate.part(Candidate.Part.PLACE) >= 0.9;
    }

    private static void speed(String what, Names names, List<Row> rows) throws Exception {
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            batches(pool, threads, names, rows, 1); // to warm up
            List<Long> nanos = batches(pool, threads, names, rows, SECONDS);
            print(what + ", batches of " + BATCH, nanos, BATCH);
            List<Long> typed = new ArrayList<>();
            long end = System.nanoTime() + SECONDS * 1_000_000_000L;
            for (int i = 0; System.nanoTime() < end; i++) {
                String name = String.join(
                        " ", rows.get(i % rows.size()).names().stream().limit(1).toList());
                String begin = name.substring(0, Math.min(name.length(), 1 + i % 12));
                long start = processorNanos();
                names.suggest(begin, List.of(), 10);
                typed.add(processorNanos() - start);
            }
            print("suggestions", typed, 1);
        } finally {
            pool.shutdown();
        }
    }

    private static List<Long> batches(ExecutorService pool, int threads, Names names, List<Row> rows, int seconds)
            throws Exception {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Callable<List<Long>>> clients = new ArrayList<>();
        for (int client = 0; client < threads; client++) {
            int first = client * 31;
            clients.add(() -> {
                List<Long> nanos = new ArrayList<>();
                for (int i = first; System.nanoTime() < end; i += BATCH) {
                    long start = processorNanos();
                    for (int j = i; j < i + BATCH; j++) {
                        names.match(nameAndTown(rows.get(j % rows.size())));
                    }
                    nanos.add(processorNanos() - start);
                }
                return nanos;
            });
        }
        List<Long> all = new ArrayList<>();
        for (var done : pool.invokeAll(clients)) {
            all.addAll(done.get());
        }
        return all;
    }

    /** Others may be at work on the machine: what a query costs is the processor's time in its thread. */
    private static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(String what, List<Long> nanos, int each) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "  %s: %,.0f queries a second of one processor, p50 %.2f ms, p99 %.2f ms%n",
                what,
                sorted.length * (double) each / Arrays.stream(sorted).sum() * 1e9,
                sorted[sorted.length / 2] / 1e6,
                sorted[(int) (sorted.length * 0.99)] / 1e6);
    }

    /** Times an index of many labels, and another one after a graph of a few rows has changed. */
    private static void index(NameRules rules) throws IOException {
        Path folder = Files.createTempDirectory("pleiade-names-");
        Map<String, NameIndex.Graph> graphs = new HashMap<>();
        graphs.put("many", graph(folder.resolve("many.nq"), "many", LABELS, 1));
        graphs.put("few", graph(folder.resolve("few.nq"), "few", 10, 2));
        NameIndex first = new NameIndex("http://localhost:8080/", graphs, ontology());
        long start = System.nanoTime();
        double processor = Measurement.cpuNanos() / 1e9;
        first.make(folder.resolve("first"), Optional.empty());
        double whole = (System.nanoTime() - start) / 1e9;
        processor = Measurement.cpuNanos() / 1e9 - processor;
        graphs.put("few", graph(folder.resolve("few2.nq"), "few", 10, 3));
        NameIndex second = new NameIndex("http://localhost:8080/", graphs, ontology());
        start = System.nanoTime();
        List<String> made = second.make(folder.resolve("second"), Optional.of(folder.resolve("first")));
        double again = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "index of %,d labels: %.2f s, %.2f s of a processor; after ten rows of another graph changed: %.2f s (%s made)%n",
                LABELS,
                whole,
                processor,
                again,
                made);
        try (Names names = Names.open(folder.resolve("second"), graphs.keySet(), rules)) {
            System.out.println(
                    "problem: " + second.problem(folder.resolve("second")).orElse("none"));
            System.out.println("things: " + names.size());
        }
    }

    private static NameIndex.Graph graph(Path file, String slug, int labels, int seed) throws IOException {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 3 + random.nextInt(8); length > 0; length--) {
                word.append((char) ('a' + random.nextInt(26)));
            }
            words.add(word.toString());
        }
        Set<String> lines = new HashSet<>();
        for (int i = 0; i < labels; i++) {
            StringBuilder label = new StringBuilder("École");
            for (int w = 1 + random.nextInt(5); w > 0; w--) {
                label.append(' ').append(words.get((int) (words.size() * Math.pow(random.nextDouble(), 2))));
            }
            String thing = "<http://localhost:8080/id/%s/%06d>".formatted(slug, i);
            lines.add(thing + " <http://www.w3.org/2004/02/skos/core#prefLabel> \"" + label + "\"@fr <http://g> .");
            lines.add(thing + " <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://e/School> <http://g> .");
        }
        String[] sorted = lines.toArray(String[]::new);
        Arrays.sort(sorted);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (String line : sorted) {
                out.write(line + "\n");
            }
        }
        return new NameIndex.Graph(file, Sha256.of(file));
    }
}
