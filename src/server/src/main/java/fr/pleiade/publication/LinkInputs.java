package fr.pleiade.publication;

import fr.pleiade.linking.LinkRule;
import fr.pleiade.linking.byname.NameRule;
import fr.pleiade.linking.byname.NameTarget;
import fr.pleiade.linking.succession.Succession;
import fr.pleiade.mapping.sheet.Sheet;
import fr.pleiade.mapping.table.Keyed;
import fr.pleiade.publication.name.NameInputs;
import fr.pleiade.quality.register.Register;
import fr.pleiade.rdf.InMemoryGraph;
import fr.pleiade.release.PublicationException;
import fr.pleiade.site.Dataset;
import fr.pleiade.syntax.RdfReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * What a dataset says of its links, in its {@code links.ttl} and in its column sheet.
 *
 * @param rules its rules by keys: those of the document, then those of the sheet
 * @param naming its links by names, in the same order
 * @param registers those whose records its identities are compared with
 * @param successions what its changes say of what succeeded what
 */
record LinkInputs(List<LinkRule> rules, NameInputs naming, List<Register> registers, List<Succession> successions) {
    LinkInputs {
        rules = List.copyOf(rules);
        registers = List.copyOf(registers);
        successions = List.copyOf(successions);
    }

    /** {@return the registers that are read for it: its own, and those that its rules by names lead to} */
    Set<Register> read() {
        Set<Register> read = new LinkedHashSet<>(registers);
        read.addAll(naming.registers().values());
        return read;
    }

    /**
     * The {@code links.ttl} of a dataset, read once.
     *
     * @param dataset the dataset
     * @param graph what it says; nothing if there is none
     * @param registers those that it declares
     */
    record Document(Dataset dataset, InMemoryGraph graph, List<Register> registers) {
        Document {
            registers = List.copyOf(registers);
        }

        /** @throws PublicationException if a register is declared wrongly */
        static Document read(Dataset dataset, String base) {
            InMemoryGraph graph =
                    dataset.links().map(file -> RdfReader.readGraph(file, base)).orElseGet(InMemoryGraph::new);
            return new Document(dataset, graph, declared(dataset, "register", () -> Register.in(graph)));
        }
    }

    /** What the site's datasets have that links may lead to: their things, by slug, and the registers that they declare, by IRI. */
    record Others(Map<String, Keyed> keyed, SortedMap<String, Register> registers) {}

    /**
     * {@return what a dataset says}
     *
     * @param sheet its column sheet, if it has one
     * @throws PublicationException if it names a dataset or a register that the site does not have
     */
    static LinkInputs of(Document document, List<Sheet> sheet, Others others) {
        Dataset dataset = document.dataset();
        String iri = dataset.iri().value();
        List<LinkRule> rules = new ArrayList<>();
        List<NameRule> byName = new ArrayList<>();
        dataset.links().ifPresent(file -> {
            rules.addAll(LinkRule.of(document.graph(), file, iri));
            byName.addAll(NameRule.of(document.graph(), file, iri));
        });
        for (Sheet each : sheet) {
            InMemoryGraph links = each.links(others.keyed());
            rules.addAll(LinkRule.of(links, dataset.mapping(), iri));
            byName.addAll(NameRule.of(links, dataset.mapping(), iri));
        }
        return new LinkInputs(
                rules,
                naming(byName, others),
                document.registers(),
                successions(document, others.keyed().keySet()));
    }

    private static NameInputs naming(List<NameRule> rules, Others others) {
        Map<String, Register> registers = new TreeMap<>();
        for (NameRule rule : rules) {
            for (NameTarget target : rule.targets()) {
                boolean isDataset = target.kind() == NameTarget.Kind.DATASET;
                Set<String> known =
                        isDataset ? others.keyed().keySet() : others.registers().keySet();
                if (!known.contains(target.name())) {
                    throw PublicationException.input(
                            rule.document(),
                            "it links by name to '%s', which the site does not have".formatted(target.name()),
                            "name one of " + String.join(", ", known));
                }
                if (!isDataset) {
                    registers.put(
                            target.name(),
                            Objects.requireNonNull(others.registers().get(target.name())));
                }
            }
        }
        return new NameInputs(rules, registers);
    }

    private static List<Succession> successions(Document document, Set<String> slugs) {
        Dataset dataset = document.dataset();
        List<Succession> successions =
                declared(dataset, "succession", () -> Succession.in(document.graph(), dataset.slug()));
        for (Succession succession : successions) {
            Set<String> unknown = new TreeSet<>(succession.registers());
            unknown.removeAll(slugs);
            if (!unknown.isEmpty()) {
                throw PublicationException.input(
                        dataset.slug() + "/links.ttl",
                        "the succession <%s> names the dataset '%s', which the site does not have"
                                .formatted(succession.iri(), String.join("', '", unknown)),
                        "name one of " + String.join(", ", slugs));
            }
        }
        return successions;
    }

    private static <T> List<T> declared(Dataset dataset, String what, Supplier<List<T>> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw PublicationException.input(
                            dataset.slug() + "/links.ttl",
                            String.valueOf(e.getMessage()),
                            "write the %s as mappings/README.md says".formatted(what))
                    .causedBy(e);
        }
    }
}
