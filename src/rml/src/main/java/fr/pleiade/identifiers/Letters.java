package fr.pleiade.identifiers;

import java.util.Locale;

/** In which letters a system's codes are written. */
public enum Letters {
    /** Capitals and small letters differ. */
    AS_WRITTEN {
        @Override
        String of(String code) {
            return code;
        }
    },
    /** Capitals; small ones mean the same. */
    UPPER {
        @Override
        String of(String code) {
            return code.toUpperCase(Locale.ROOT);
        }
    },
    /** Small letters; capitals mean the same. */
    LOWER {
        @Override
        String of(String code) {
            return code.toLowerCase(Locale.ROOT);
        }
    };

    abstract String of(String code);
}
