package fr.pleiade.publication.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShownThingsTest {
    private static final String BASE = "http://h/";
    private static final String TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";

    @TempDir
    Path folder;

    @Test
    void thingsOfTheCommonestKindAreShownThoseToWhichMostLeadFirst() throws IOException {
        Path towns = file(
                "towns",
                "<http://h/id/area/z> " + TYPE + " <http://e/Area> .",
                "<http://h/id/town/a> " + TYPE + " <http://e/Town> .",
                "<http://h/id/town/a#part> <http://e/of> <http://h/id/town/a> .",
                "<http://h/id/town/a#part> " + TYPE + " <http://e/Part> .",
                "<http://h/id/town/b> " + TYPE + " <http://e/Town> .",
                "<http://h/id/town/c> <http://www.w3.org/ns/adms#identifier> <http://h/id/town/c#code> .",
                "<http://h/id/town/c> " + TYPE + " <http://e/Town> .");
        Path schools = file(
                "schools",
                "<http://elsewhere/x> <http://e/in> <http://h/id/town/a> .",
                "<http://h/id/school/1> <http://e/in> <http://h/id/town/b> .",
                "<http://h/id/school/1> <http://e/near> <http://h/id/town/b> .",
                "<http://h/id/school/1> <http://e/near> <http://h/id/town/c> .",
                "<http://h/id/school/2> <http://e/in> <http://h/id/town/c> .",
                "<http://h/id/school/2> <http://e/near> <http://h/id/area/z> .",
                "<http://h/id/school/3> <http://e/near> <http://h/id/area/z> .",
                "<http://h/id/school/4> <http://e/near> <http://h/id/area/z> .");
        ShownThings shown = ShownThings.of(towns, BASE);
        assertThat(shown.typical()).contains("http://h/id/town/c");
        ShownThings.countLinks(List.of(shown), List.of(towns, schools), BASE);
        assertThat(shown.mostLinked())
                .containsExactly("http://h/id/town/c", "http://h/id/town/b", "http://h/id/town/a");
    }

    @Test
    void aGraphWithoutThingsHasNoExamples() throws IOException {
        ShownThings shown = ShownThings.of(file("none", "<http://h/x> <http://e/p> \"\" ."), BASE);
        ShownThings.countLinks(List.of(shown), List.of(), BASE);
        assertThat(shown.mostLinked()).isEmpty();
        assertThat(shown.typical()).isEmpty();
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name + ".nq"), List.of(lines));
    }
}
