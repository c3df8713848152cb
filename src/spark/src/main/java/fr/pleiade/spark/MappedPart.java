package fr.pleiade.spark;

import fr.pleiade.findings.Finding;
import fr.pleiade.mapping.engine.PartMapper;
import fr.pleiade.mapping.model.LogicalSource;
import fr.pleiade.mapping.model.MappingException;
import fr.pleiade.sources.CsvException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps one part, block by block. Its findings are written as data; what it came to is told at the end.
 *
 * <p>A part that cannot be read ends there and says so, for the first such part in the order of the rows is the one to be told.
 */
final class MappedPart implements Chunks.Source {
    private final PartWork work;
    private final SourcePart part;
    private final FindingsFile findings;
    private final List<String> sample = new ArrayList<>();
    private long count;
    private @Nullable PartMapper mapper;

    MappedPart(PartWork work, SourcePart part, FindingsFile findings) {
        this.work = work;
        this.part = part;
        this.findings = findings;
    }

    @Override
    public boolean more(Chunks chunks) {
        try {
            PartMapper open = mapper;
            if (open == null) {
                open = open();
                mapper = open;
            }
            if (open.next(chunks)) {
                return true;
            }
            end(open, "", chunks);
        } catch (CsvException | MappingException e) {
            end(mapper, String.valueOf(e.getMessage()), chunks);
        } catch (IOException e) {
            throw new UncheckedIOException("what rows become cannot be passed on: " + e.getMessage(), e);
        }
        return false;
    }

    private PartMapper open() {
        LogicalSource source = work.source(part);
        return PartMapper.of(work.plan(), work.run(this::found), work.files(), source, part.open(work.files(), source));
    }

    private void found(Finding finding) {
        findings.write(finding);
        if (count++ < PartReport.MOST) {
            sample.add(finding.describe());
        }
    }

    private void end(@Nullable PartMapper ended, String failure, Chunks chunks) {
        long rows = 0;
        if (ended != null) {
            rows = ended.rows();
            ended.close();
        }
        findings.commit();
        chunks.tell(new PartReport(part.number(), Map.of(part.source(), rows), count, sample, failure).bytes());
    }
}
