package fr.pleiade.quality.stars;

import fr.pleiade.findings.Text;
import java.util.List;

/**
 * What was counted in a dataset's graph for its stars.
 *
 * @param minted the addresses below {@code <base>id/} that it describes: things, and parts of them behind a {@code #}
 * @param parts how many of them are parts
 * @param addressable how many of them can be asked for
 * @param borrowed the things that it describes at the addresses that a declared register gives them, well formed
 * @param unnamed the things that it describes without an address: blank nodes
 * @param pages the distinct web pages that it names, such as home pages: no data
 * @param publishers the others whose addresses it leads to, who has most of them first
 */
public record Figures(
        long minted,
        long parts,
        long addressable,
        long borrowed,
        long unnamed,
        long pages,
        List<Publisher> publishers) {
    public Figures {
        publishers = List.copyOf(publishers);
    }

    /** Of a dataset that describes nothing at the addresses of a register. */
    public Figures(long minted, long parts, long addressable, long unnamed, long pages, List<Publisher> publishers) {
        this(minted, parts, addressable, 0, unnamed, pages, publishers);
    }

    /** How the targets at a publisher were verified. */
    public enum Method {
        /** They are in a file that the publisher has published, which was read for it. */
        FOUND,
        /** They have the form that the register is declared to have, and their check character is right. */
        CHECKED,
        /** They have the form that the register is declared to have, which knows no check character. */
        FORM,
        /** Nothing is declared of the site. */
        NONE
    }

    /**
     * Somebody else to whose addresses a dataset leads.
     *
     * @param key the slug of the identifier system that is declared for them, or the host
     * @param name the system's name, or the host
     * @param targets how many distinct addresses
     * @param verified how many of them were verified
     * @param method how
     */
    public record Publisher(String key, Text name, long targets, long verified, Method method) {}

    /** {@return how many distinct addresses of others it leads to} */
    public long targets() {
        return publishers.stream().mapToLong(Publisher::targets).sum();
    }

    /** {@return how many of them were verified} */
    public long verified() {
        return publishers.stream().mapToLong(Publisher::verified).sum();
    }
}
