package fr.pleiade.spark;

import fr.pleiade.mapping.json.JsonTree;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.Plan;
import fr.pleiade.mapping.model.Target;
import fr.pleiade.quads.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run did.
 *
 * @param rows the rows read, over all sources, headers not counted
 * @param rowsBySource the rows by the source's path as the mapping writes it
 * @param tasks in how many parts the sources were read
 * @param findings how many values could not be mapped
 * @param sample the first of them
 * @param parts the parts of the output, in their order
 * @param targets the files of the mapping's own targets, by the target's path as the mapping writes it
 * @param seconds how long it took
 */
record RunReport(
        long rows,
        Map<String, Long> rowsBySource,
        int tasks,
        long findings,
        List<String> sample,
        List<SortedPart> parts,
        Map<String, SortedPart> targets,
        double seconds) {
    static RunReport of(Plan plan, List<SourcePart> parts, PartReport told, List<SortedPart> written) {
        List<LogicalSource> sources = plan.sources();
        Map<String, Long> rowsBySource = new LinkedHashMap<>();
        told.rows()
                .forEach(
                        (source, rows) -> rowsBySource.merge(sources.get(source).path(), rows, Long::sum));
        List<Target> targets = plan.targets();
        int ranges = written.size() - targets.size();
        Map<String, SortedPart> byTarget = new LinkedHashMap<>();
        for (int i = 0; i < targets.size(); i++) {
            byTarget.put(targets.get(i).path(), written.get(ranges + i));
        }
        return new RunReport(
                rowsBySource.values().stream().mapToLong(Long::longValue).sum(),
                rowsBySource,
                parts.size(),
                told.findings(),
                told.sample(),
                written.subList(0, ranges),
                byTarget,
                0);
    }

    /** {@return what converting tables did, whose rows nobody counts} */
    static RunReport of(PartReport told, List<SortedPart> written) {
        return new RunReport(0, Map.of(), 1, told.findings(), told.sample(), written, Map.of(), 0);
    }

    /** {@return the same, with how long it took} */
    RunReport in(double time) {
        return new RunReport(rows, rowsBySource, tasks, findings, sample, parts, targets, time);
    }

    /** {@return how many quads were written, targets not counted} */
    long quads() {
        return parts.stream().mapToLong(SortedPart::quads).sum();
    }

    /**
     * Writes the report as JSON, what the lines were made by, and the digests of all as {@code sha256sum -c} reads them.
     *
     * @param definition the mapping and its tables, by their names in its folder
     */
    void writeTo(OutputFolder folder, Map<String, byte[]> definition) {
        StringBuilder sums = new StringBuilder();
        List<SortedPart> all = new ArrayList<>(parts);
        all.addAll(targets.values());
        all.forEach(part ->
                sums.append(part.sha256()).append("  ").append(part.name()).append('\n'));
        definition.forEach((name, bytes) -> {
            folder.write(name, bytes);
            String digest = HexFormat.of().formatHex(Sha256.digest().digest(bytes));
            sums.append(digest).append("  ").append(name).append('\n');
        });
        folder.write("SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        folder.write("report.json", (json().print() + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private JsonTree json() {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put("rows", number(rows));
        Map<String, JsonTree> bySource = new LinkedHashMap<>();
        rowsBySource.forEach((source, count) -> bySource.put(source, number(count)));
        members.put("rowsBySource", JsonTree.object(bySource));
        members.put("quads", number(quads()));
        members.put("findings", number(findings));
        members.put(
                "firstFindings",
                JsonTree.array(sample.stream().map(JsonTree::string).toList()));
        members.put("parts", JsonTree.array(parts.stream().map(RunReport::json).toList()));
        Map<String, JsonTree> byTarget = new LinkedHashMap<>();
        targets.forEach((path, part) -> byTarget.put(path, json(part)));
        members.put("targets", JsonTree.object(byTarget));
        return JsonTree.object(members);
    }

    private static JsonTree json(SortedPart part) {
        Map<String, JsonTree> members = new LinkedHashMap<>();
        members.put("name", JsonTree.string(part.name()));
        members.put("quads", number(part.quads()));
        members.put("bytes", number(part.bytes()));
        members.put("sha256", JsonTree.string(part.sha256()));
        return JsonTree.object(members);
    }

    private static JsonTree number(long number) {
        return JsonTree.bare(String.valueOf(number));
    }
}
