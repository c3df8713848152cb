package fr.pleiade.quality.stars;

import fr.pleiade.identifiers.CodeReader;
import fr.pleiade.identifiers.IdentifierSystem;
import java.util.Optional;

/** A register of identifiers, as it is recognised in the addresses of what it identifies: by the template that is declared for it. */
final class Register {
    private static final String CODE = "{code}";

    private final CodeReader reader;
    private final String host;
    private final String before;
    private final String after;

    /** @param system one that has a template */
    private Register(IdentifierSystem system, String address) {
        this.reader = new CodeReader(system);
        int code = address.indexOf(CODE);
        int path = address.indexOf('/');
        this.host = host(address.substring(0, path));
        this.before = address.substring(path, code);
        this.after = address.substring(code + CODE.length());
    }

    /** {@return the register of a system; none if it has no addresses} */
    static Optional<Register> of(IdentifierSystem system) {
        String address = system.template().replaceFirst("^https?://", "");
        return address.indexOf('/') > 0 && address.indexOf(CODE) > address.indexOf('/')
                ? Optional.of(new Register(system, address))
                : Optional.empty();
    }

    /** {@return a host without what makes no other publisher of it} */
    static String host(String written) {
        return written.startsWith("www.") ? written.substring("www.".length()) : written;
    }

    String host() {
        return host;
    }

    IdentifierSystem system() {
        return reader.system();
    }

    /** {@return whether an address on its host is one of its own} */
    boolean has(String path) {
        return path.startsWith(before) && path.endsWith(after) && path.length() > before.length() + after.length();
    }

    /** {@return whether the code in one of its addresses is as a code is written, its check character right} */
    boolean verifies(String path) {
        String code = path.substring(before.length(), path.length() - after.length());
        var reading = reader.read(code);
        return reading.isValid() && reading.code().equals(code);
    }

    Figures.Method method() {
        return system().checks().isEmpty() ? Figures.Method.FORM : Figures.Method.CHECKED;
    }
}
