package fr.pleiade.web.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.pleiade.web.http.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SortableTableTest {
    private static final ThingTable TABLE = new ThingTable(
            List.of(new ThingTable.Column("2", "effectif"), new ThingTable.Column("5", "création")),
            List.of(
                    row(
                            "Cote",
                            new ThingTable.Cell("1 000", "1000", ""),
                            new ThingTable.Cell("3 mai 1970", "", "1970-05-03")),
                    row("Côté", ThingTable.Cell.EMPTY, new ThingTable.Cell("12 mai 1969", "", "1969-05-12")),
                    row("Zoo", new ThingTable.Cell("9,5", "9.5", ""), ThingTable.Cell.EMPTY)));

    private static ThingTable.Row row(String name, ThingTable.Cell... cells) {
        return new ThingTable.Row(name, name, List.of(cells), Optional.empty());
    }

    private static List<String> of(String words, String column, boolean isDescending) {
        return new SortableTable(TABLE, Locale.FRENCH)
                .arranged(List.of("Cote", "Côté", "Zoo"), new Arrangement(words, column, isDescending));
    }

    @Test
    void numbersAreSortedBySizeAndWhatHasNoneIsLastEitherWay() {
        assertThat(of("", "2", false)).containsExactly("Zoo", "Cote", "Côté");
        assertThat(of("", "2", true)).containsExactly("Cote", "Zoo", "Côté");
    }

    @Test
    void datesAreSortedByTime() {
        assertThat(of("", "5", false)).containsExactly("Côté", "Cote", "Zoo");
    }

    @Test
    void anUnknownColumnIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> of("", "9", true))
                .isInstanceOf(Refusal.class)
                .hasMessage("400 list-sort [9, name · 2 (effectif) · 5 (création)]");
    }

    @Test
    void itIsAsWellOfSomeOfItsThings() {
        SortableTable table = new SortableTable(TABLE, Locale.FRENCH);
        assertThat(table.arranged(List.of("Cote", "Zoo"), new Arrangement("", "2", false)))
                .containsExactly("Zoo", "Cote");
        ThingTable one = table.of(List.of("Côté"));
        assertThat(one.columns()).extracting(ThingTable.Column::key).containsExactly("5");
        assertThat(one.rows()).extracting(ThingTable.Row::name).containsExactly("Côté");
    }

    @Test
    void allWordsMustBeThereWhateverTheirAccentsAndCase() {
        assertThat(of("COTÉ", "name", false)).containsExactly("Cote", "Côté");
        assertThat(of("mai  cote 1969", "name", false)).containsExactly("Côté");
    }
}
