package fr.pleiade.quality.stars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.findings.Text;
import fr.pleiade.rdf.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsWrittenIsRead() throws IOException {
        Figures figures = new Figures(
                5,
                2,
                4,
                3,
                1,
                List.of(new Figures.Publisher(
                        "r", new Text("A\tregister \\t", "Un\nregistre"), 9, 8, Figures.Method.FOUND)));
        Audit full = FiveStarsTest.audit(
                List.of(new Term.Iri("https://creativecommons.org/publicdomain/zero/1.0/")), 9, figures);
        Audit poor = FiveStarsTest.audit(List.of(), 0, new Figures(0, 0, 0, 0, 0, List.of()));
        Audit other = new Audit("y", poor.figures(), poor.stars());
        Path file = folder.resolve("pages/stars.tsv");
        AuditFile.write(List.of(full, other), file);
        assertThat(AuditFile.read(file)).isEqualTo(Map.of("x", full, "y", other));
    }

    @Test
    void whatIsNoSuchFileIsRefusedWithItsLine() throws IOException {
        Path file = Files.writeString(folder.resolve("stars.tsv"), "x\tfigures\t1\t2\t3\t4\t5\nx\tstar\tSIXTH\ttrue\n");
        assertThatThrownBy(() -> AuditFile.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}
