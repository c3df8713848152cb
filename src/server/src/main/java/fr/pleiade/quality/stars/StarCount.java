package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import fr.pleiade.identifiers.IdentifierSystems;
import fr.pleiade.quads.Hash64;
import fr.pleiade.quads.HashSet64;
import fr.pleiade.quads.QuadLine;
import fr.pleiade.quality.identity.Addresses;
import fr.pleiade.rdf.Vocabulary;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts in one pass over a dataset's sorted graph what its stars rest on: what it mints, and whom it leads to.
 *
 * <p>Outgoing links are objects that are http or https addresses outside the site, but for classes and for web pages. Each goes to the
 * register whose template it matches, or else to its host. Memory: one {@link HashSet64} of at most {@value #MOST} targets a publisher and a
 * predicate of link rules.
 */
public final class StarCount {
    /** How many distinct targets are counted; of more it is said that there are at least so many. */
    static final int MOST = 1 << 22;

    private static final byte[] TYPE = bytes("<" + Vocabulary.RDF + "type>");
    private static final byte[] HTTP = bytes("<http://");
    private static final byte[] HTTPS = bytes("<https://");

    /** Properties that lead to a page for people, which is no data. */
    private static final Set<String> OF_PAGES = Set.of(
            Vocabulary.FOAF + "homepage",
            Vocabulary.FOAF + "page",
            Vocabulary.FOAF + "isPrimaryTopicOf",
            Vocabulary.FOAF + "depiction",
            Vocabulary.FOAF + "img",
            Vocabulary.FOAF + "logo",
            Vocabulary.SCHEMA + "url",
            Vocabulary.SCHEMA + "image",
            Vocabulary.SCHEMA + "logo",
            Vocabulary.VCARD + "hasURL",
            Vocabulary.DCAT + "landingPage");

    private final byte[] site;
    private final byte[] things;
    private final Addresses addresses;
    private final List<Register> registers;
    private final Map<ByteBuffer, Property> properties = new HashMap<>();
    private final Map<ByteBuffer, Host> hosts = new HashMap<>();
    private final Map<String, Group> groups = new TreeMap<>();
    private final Map<String, Long> found;
    private final HashSet64 pages = new HashSet64();
    private byte[] subject = {};
    private long minted;
    private long borrowed;
    private long parts;
    private long addressable;
    private long unnamed;

    /** A property, and how many of its values lead outside. */
    private static final class Property {
        private final String iri;
        private final boolean isOfPages;
        private long outward;

        Property(String iri) {
            this.iri = iri;
            this.isOfPages = OF_PAGES.contains(iri);
        }
    }

    private record Host(String name, List<Register> registers) {}

    /** The distinct targets at one publisher. */
    private static final class Group {
        private final Text name;
        private final Optional<Register> register;
        private final HashSet64 targets = new HashSet64();
        private final Map<String, HashSet64> byProperty = new HashMap<>();
        private long wellFormed;

        Group(Text name, Optional<Register> register) {
            this.name = name;
            this.register = register;
        }
    }

    /**
     * @param base the site's base
     * @param systems the identifier systems that it declares
     * @param found for each property that link rules write to things of files of others: how many links, each found in such a file
     */
    public StarCount(String base, IdentifierSystems systems, Map<String, Long> found) {
        this.site = bytes("<" + base);
        this.things = bytes("<" + base + "id/");
        this.addresses = new Addresses(base);
        this.registers = systems.systems().stream()
                .map(Register::of)
                .flatMap(Optional::stream)
                .toList();
        this.found = Map.copyOf(found);
    }

    /** Takes in one line of a file that is sorted. */
    public void line(QuadLine line) {
        if (!line.is(QuadLine.SUBJECT, subject)) {
            subject = line.copy(QuadLine.SUBJECT);
            countSubject(line);
        }
        if (line.isIri(QuadLine.OBJECT)
                && !line.begins(QuadLine.OBJECT, site)
                && (line.begins(QuadLine.OBJECT, HTTP) || line.begins(QuadLine.OBJECT, HTTPS))
                && !line.is(QuadLine.PREDICATE, TYPE)) {
            countTarget(line);
        }
    }

    private void countSubject(QuadLine line) {
        if (line.isBlankNode(QuadLine.SUBJECT)) {
            unnamed++;
        } else if (line.begins(QuadLine.SUBJECT, things)) {
            int fragment = line.fragmentStart();
            boolean isPart = fragment < line.end(QuadLine.SUBJECT);
            minted++;
            parts += isPart ? 1 : 0;
            int end = isPart ? fragment + 1 : line.end(QuadLine.SUBJECT);
            addressable += addresses.refusal(line.bytes(), line.start(), end).isEmpty() ? 1 : 0;
        } else if (!line.begins(QuadLine.SUBJECT, site)) {
            borrowed += isOfRegister(line) ? 1 : 0;
        }
    }

    /** {@return whether a subject is what a register calls it, its code as codes are written there} */
    private boolean isOfRegister(QuadLine line) {
        boolean isHttps = line.begins(QuadLine.SUBJECT, HTTPS);
        if (!isHttps && !line.begins(QuadLine.SUBJECT, HTTP)) {
            return false;
        }
        byte[] bytes = line.bytes();
        int to = line.end(QuadLine.SUBJECT) - 1;
        int hostStart = line.start(QuadLine.SUBJECT) + (isHttps ? HTTPS.length : HTTP.length);
        int hostEnd = hostEnd(bytes, hostStart, to);
        String path = new String(bytes, hostEnd, to - hostEnd, StandardCharsets.UTF_8);
        return host(bytes, hostStart, hostEnd).registers().stream()
                .anyMatch(register -> register.has(path) && register.verifies(path));
    }

    private void countTarget(QuadLine line) {
        byte[] bytes = line.bytes();
        int from = line.start(QuadLine.OBJECT);
        int to = line.end(QuadLine.OBJECT) - 1;
        Property property = property(bytes, line.start(QuadLine.PREDICATE), line.end(QuadLine.PREDICATE));
        if (property.isOfPages) {
            add(pages, bytes, from, to);
            return;
        }
        property.outward++;
        int hostStart = from + (line.begins(QuadLine.OBJECT, HTTPS) ? HTTPS.length : HTTP.length);
        int hostEnd = hostEnd(bytes, hostStart, to);
        Host host = host(bytes, hostStart, hostEnd);
        if (host.registers().isEmpty()) {
            count(group(host.name(), Optional.empty()), property, bytes, from, to);
            return;
        }
        String path = new String(bytes, hostEnd, to - hostEnd, StandardCharsets.UTF_8);
        Optional<Register> register =
                host.registers().stream().filter(r -> r.has(path)).findFirst();
        Group group = group(host.name(), register);
        if (count(group, property, bytes, from, to) && register.isPresent()) {
            group.wellFormed += register.get().verifies(path) ? 1 : 0;
        }
    }

    private boolean count(Group group, Property property, byte[] bytes, int from, int to) {
        if (found.containsKey(property.iri)) {
            add(group.byProperty.computeIfAbsent(property.iri, iri -> new HashSet64()), bytes, from, to);
        }
        return add(group.targets, bytes, from, to);
    }

    /** {@return whether it was not there yet; of what is beyond {@value #MOST}, that is not known} */
    private static boolean add(HashSet64 distinct, byte[] bytes, int from, int to) {
        return distinct.size() < MOST && distinct.add(Hash64.of(bytes, from, to));
    }

    private Group group(String host, Optional<Register> register) {
        String key = register.map(r -> r.system().slug()).orElse(host);
        return groups.computeIfAbsent(
                key, k -> new Group(register.map(r -> r.system().name()).orElse(new Text(host, host)), register));
    }

    private Property property(byte[] line, int start, int end) {
        ByteBuffer key = ByteBuffer.wrap(line, start, end - start);
        Property known = properties.get(key);
        if (known == null) {
            known = new Property(new String(line, start + 1, end - start - 2, StandardCharsets.UTF_8));
            properties.put(ByteBuffer.wrap(Arrays.copyOfRange(line, start, end)), known);
        }
        return known;
    }

    private Host host(byte[] line, int start, int end) {
        ByteBuffer key = ByteBuffer.wrap(line, start, end - start);
        Host known = hosts.get(key);
        if (known == null) {
            String name = Register.host(
                    new String(line, start, end - start, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
            known = new Host(
                    name,
                    registers.stream()
                            .filter(register -> register.host().equals(name))
                            .toList());
            hosts.put(ByteBuffer.wrap(Arrays.copyOfRange(line, start, end)), known);
        }
        return known;
    }

    private static int hostEnd(byte[] line, int from, int to) {
        int at = from;
        while (at < to && line[at] != '/' && line[at] != '?' && line[at] != '#') {
            at++;
        }
        return at;
    }

    /** {@return what was counted} */
    public Figures result() {
        Set<String> allFound = new HashSet<>();
        properties.values().stream()
                .filter(property -> property.outward == found.getOrDefault(property.iri, -1L))
                .forEach(property -> allFound.add(property.iri));
        List<Figures.Publisher> publishers = new ArrayList<>();
        groups.forEach((key, group) -> publishers.add(publisher(key, group, allFound)));
        publishers.sort(
                Comparator.comparing(Figures.Publisher::targets).reversed().thenComparing(Figures.Publisher::key));
        return new Figures(minted, parts, addressable, borrowed, unnamed, pages.size(), publishers);
    }

    /** A link that the mapping writes with a property of link rules was found nowhere, and cannot be told from those that were. */
    private static Figures.Publisher publisher(String key, Group group, Set<String> allFound) {
        HashSet64 seen = new HashSet64();
        allFound.forEach(
                property -> Optional.ofNullable(group.byProperty.get(property)).ifPresent(seen::addAll));
        long targets = group.targets.size();
        long verified = Math.min(seen.size(), MOST);
        if (verified > 0 && verified >= group.wellFormed) {
            return new Figures.Publisher(key, group.name, targets, verified, Figures.Method.FOUND);
        }
        Figures.Method method = group.register.map(Register::method).orElse(Figures.Method.NONE);
        return new Figures.Publisher(key, group.name, targets, group.wellFormed, method);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
