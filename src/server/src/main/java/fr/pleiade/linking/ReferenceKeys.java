package fr.pleiade.linking;

import fr.pleiade.linking.succession.Lineage;
import fr.pleiade.mapping.bytes.CodeList;
import fr.pleiade.quads.GraphLines;
import fr.pleiade.rdf.Quad;
import fr.pleiade.rdf.Term;
import fr.pleiade.rdf.Vocabulary;
import fr.pleiade.syntax.RdfReader;
import fr.pleiade.syntax.Syntax;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The things of reference graphs by their keys, for any number of rules; each graph is read once.
 *
 * <p>Memory: the keys and the IRIs of the targets' things, about 300 bytes each; the graphs themselves are streamed.
 */
public final class ReferenceKeys {
    private final Map<LinkTarget, KeyIndex> indexes;
    private final Map<LinkTarget, Misfit> misfits;
    private final Map<String, Lineage> lineages;

    private ReferenceKeys(
            Map<LinkTarget, KeyIndex> indexes, Map<LinkTarget, Misfit> misfits, Map<String, Lineage> lineages) {
        this.indexes = indexes;
        this.misfits = misfits;
        this.lineages = Map.copyOf(lineages);
    }

    /** {@return the same keys with what became of the things that they are of, by the IRI of the succession} */
    public ReferenceKeys with(Map<String, Lineage> known) {
        return new ReferenceKeys(indexes, misfits, known);
    }

    /** {@return what became of things by a rule's succession} */
    Optional<Lineage> lineage(LinkRule rule) {
        return Optional.ofNullable(lineages.get(rule.history().succession()));
    }

    /**
     * Reads the keys of all targets of some rules.
     *
     * @param files the file in which a target's graph is: sorted N-Quads for a dataset, any RDF syntax for a file
     */
    public static ReferenceKeys read(Collection<LinkRule> rules, Function<LinkTarget, Path> files) {
        Map<Path, Map<LinkTarget, KeyIndex>> byFile = new LinkedHashMap<>();
        Map<LinkTarget, KeyIndex> all = new HashMap<>();
        for (LinkRule rule : rules) {
            for (LinkTarget target : rule.targets()) {
                KeyIndex index = all.computeIfAbsent(target, KeyIndex::new);
                byFile.computeIfAbsent(files.apply(target), f -> new LinkedHashMap<>())
                        .put(target, index);
            }
        }
        byFile.forEach((file, indexes) -> read(file, indexes));
        Map<LinkTarget, Misfit> misfits = new HashMap<>();
        byFile.forEach((file, indexes) -> indexes.forEach((target, index) -> {
            index.finish();
            index.misfit(() -> predicates(file)).ifPresent(misfit -> misfits.put(target, misfit));
        }));
        return new ReferenceKeys(all, misfits, Map.of());
    }

    /** {@return all properties of a graph; reads it once} */
    static Set<String> predicates(Path file) {
        Set<String> predicates = new TreeSet<>();
        RdfReader.read(
                file, "urn:x-base:", quad -> predicates.add(quad.predicate().value()));
        return predicates;
    }

    private static void read(Path file, Map<LinkTarget, KeyIndex> indexes) {
        Consumer<Quad> collector = quad -> indexes.values().forEach(index -> index.add(quad));
        if (Syntax.ofFile(file).filter(Syntax.N_QUADS::equals).isPresent() && !Syntax.isGzipped(file)) {
            Set<String> predicates = new HashSet<>();
            indexes.keySet().forEach(target -> predicates.add(new Term.Iri(target.key()).toNTriples()));
            predicates.add(Vocabulary.TYPE.toNTriples());
            GraphLines.read(file, predicates, collector);
        } else {
            RdfReader.read(file, "urn:x-base:", collector);
        }
    }

    /** {@return what is wrong with each of the targets in which nothing can be found, in their order} */
    List<Misfit> misfits(List<LinkTarget> targets) {
        return targets.stream()
                .flatMap(target -> Optional.ofNullable(misfits.get(target)).stream())
                .toList();
    }

    /** {@return the things that bear the key, with the target that each was first found in, in the order of the targets} */
    Map<String, LinkTarget> things(List<LinkTarget> targets, String key) {
        Map<String, LinkTarget> things = new LinkedHashMap<>();
        for (LinkTarget target : targets) {
            KeyIndex index = indexes.get(target);
            if (index == null) {
                throw new IllegalArgumentException("the keys of " + target + " were not read");
            }
            index.things(key).forEach(thing -> things.putIfAbsent(thing, target));
        }
        return things;
    }

    /** {@return which of the targets' keys may have been meant, as the end of a sentence; looks at all of them} */
    CodeList.Hint meant(List<LinkTarget> targets, String key) {
        List<String> all = targets.stream()
                .flatMap(target -> Optional.ofNullable(indexes.get(target)).stream())
                .flatMap(index -> index.keys().stream())
                .distinct()
                .toList();
        return CodeList.slip(key, all);
    }
}
