package fr.pleiade.quality;

import fr.pleiade.findings.Finding;
import fr.pleiade.findings.Place;
import fr.pleiade.findings.Severity;
import fr.pleiade.findings.Text;
import fr.pleiade.mapping.bytes.Spelling;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that what is published must keep: the one table of how bad it is to break each, what that costs, and how to mend it.
 *
 * <p>Findings of functions have the function's name for their rule ({@code date}, the short name of a system of codes) and are not in the table: they are
 * warnings of {@link #USUAL_COST}, with a remedy of their own. The costs put kinds of findings into an order: 100 where a whole dataset
 * is lost, 90 where things are, 70 where values are wrong or missing, 50 where links are, 10 where nothing is.
 */
public enum Rule {
    DATASET_GONE(
            "dataset-gone",
            Severity.ERROR,
            100,
            "dataset gone",
            "jeu de données disparu",
            "restore its folder, or accept the loss with --accept-loss",
            "rétablir son dossier, ou accepter la perte par --accept-loss"),
    BASE_MOVED(
            "base-moved",
            Severity.ERROR,
            100,
            "all addresses change",
            "toutes les adresses changent",
            "publish under the base of before, or accept with --move-base that every address published so far is lost",
            "publier sous la même base qu'avant, ou accepter par --move-base que toutes les adresses publiées soient perdues"),
    UNREADABLE(
            "unreadable", Severity.ERROR, 99, "cannot be read", "illisible", "correct the file", "corriger le fichier"),
    WRONG_DELIMITER(
            "wrong-delimiter",
            Severity.ERROR,
            99,
            "another delimiter than declared",
            "autre séparateur que celui déclaré",
            "declare the delimiter in the mapping (csvw:delimiter)",
            "déclarer le séparateur dans le mapping (csvw:delimiter)"),
    MISSING_COLUMN(
            "missing-column",
            Severity.ERROR,
            99,
            "column missing",
            "colonne absente",
            "name the column in the mapping as the file does, or restore it in the file",
            "nommer la colonne dans le mapping comme dans le fichier, ou la rétablir dans le fichier"),
    NO_ROWS(
            "no-rows",
            Severity.ERROR,
            98,
            "no rows",
            "aucune ligne",
            "export the file again",
            "exporter le fichier à nouveau"),
    THINGS_LOST(
            "things-lost",
            Severity.ERROR,
            95,
            "things lost",
            "objets perdus",
            "restore what is missing, or accept the loss with --accept-loss DATASET",
            "rétablir ce qui manque, ou accepter la perte par --accept-loss JEU"),
    ROWS_LOST(
            "rows-lost",
            Severity.ERROR,
            95,
            "rows lost",
            "lignes perdues",
            "restore what is missing, or accept the loss with --accept-loss DATASET",
            "rétablir ce qui manque, ou accepter la perte par --accept-loss JEU"),
    LINKS_LOST(
            "links-lost",
            Severity.ERROR,
            94,
            "links lost",
            "liens perdus",
            "restore what is missing, or accept the loss with --accept-loss DATASET",
            "rétablir ce qui manque, ou accepter la perte par --accept-loss JEU"),
    VALUES_LOST(
            "values-lost",
            Severity.ERROR,
            94,
            "values of a property lost",
            "valeurs d'une propriété perdues",
            "restore what is missing, or accept the loss with --accept-loss DATASET",
            "rétablir ce qui manque, ou accepter la perte par --accept-loss JEU"),
    LOSS_ACCEPTED("loss-accepted", Severity.INFO, 25, "a loss that was accepted", "perte acceptée", "nothing", "rien"),
    NOT_CSV(
            "not-csv",
            Severity.ERROR,
            99,
            "not a CSV file",
            "pas un fichier CSV",
            "save it as CSV",
            "l'enregistrer au format CSV"),
    WRONG_ENCODING(
            "wrong-encoding",
            Severity.ERROR,
            99,
            "another encoding than declared",
            "autre encodage que celui déclaré",
            "declare the encoding in the mapping (rml:encoding), or convert the file",
            "déclarer l'encodage dans le mapping (rml:encoding), ou convertir le fichier"),
    TITLE_ROWS(
            "title-rows",
            Severity.ERROR,
            99,
            "lines above the header",
            "des lignes au-dessus de l'en-tête",
            "say in the mapping how many lines precede the header (csvw:skipRows), or remove them",
            "dire dans le mapping combien de lignes précèdent l'en-tête (csvw:skipRows), ou les enlever"),
    RAGGED_ROW(
            "ragged-row",
            Severity.ERROR,
            97,
            "more or fewer cells than the header",
            "plus ou moins de cellules que l'en-tête",
            "put quotes around cells that hold the delimiter; remove notes and totals below the table",
            "mettre entre guillemets les cellules qui contiennent le séparateur ; enlever les notes et totaux sous le tableau"),
    PERSONAL_DATA(
            "personal-data",
            Severity.ERROR,
            96,
            "personal data would be published",
            "des données personnelles seraient publiées",
            "leave the column out of the mapping, or declare it in dataset.ttl (gate:personal) or in the column sheet (about, personal) with the reason why it may be published",
            "retirer la colonne du mapping, ou la déclarer dans dataset.ttl (gate:personal) ou dans la feuille de colonnes (about, personal) avec la raison pour laquelle elle peut être publiée"),
    COUNT_SHOWN_BEFORE(
            "count-shown-before",
            Severity.WARNING,
            84,
            "a hidden count that the current release shows",
            "un effectif masqué que la version en ligne montre",
            "withdraw the release, and take it out of the history (releases prune)",
            "retirer la version, et l'ôter de l'historique (releases prune)"),
    COUNTS_HIDDEN(
            "counts-hidden",
            Severity.INFO,
            20,
            "small counts that are not published",
            "de petits effectifs non publiés",
            "nothing: dataset.ttl declares it (gate:smallCounts)",
            "rien : dataset.ttl le déclare (gate:smallCounts)"),
    LOST_ZEROS(
            "lost-zeros",
            Severity.ERROR,
            93,
            "leading zeros lost",
            "zéros initiaux perdus",
            "export the column as text",
            "exporter la colonne comme du texte"),
    ZEROS_LIKELY_LOST(
            "zeros-likely-lost",
            Severity.WARNING,
            85,
            "leading zeros lost, it seems",
            "zéros initiaux perdus, semble-t-il",
            "export the column as text, if they were",
            "exporter la colonne comme du texte, si tel est le cas"),
    STRAY_MAIL(
            "stray-mail",
            Severity.WARNING,
            80,
            "an e-mail address where none belongs",
            "une adresse électronique qui n'est pas à sa place",
            "remove it, or see that it is nobody's own",
            "l'enlever, ou vérifier que ce n'est celle de personne"),
    SCHOOL_YEAR(
            "school-year",
            Severity.WARNING,
            78,
            "school years read as months",
            "des années scolaires lues comme des mois",
            "do not read them as dates: map them as text, or take the year apart (fn:replace)",
            "ne pas les lire comme des dates : les garder comme texte, ou en extraire l'année (fn:replace)"),
    CONTROL_CHARACTER(
            "control-character",
            Severity.WARNING,
            75,
            "a character that XML cannot hold",
            "un caractère que XML ne peut contenir",
            "remove the character in the source",
            "enlever le caractère dans la source"),
    PLACEHOLDER(
            "placeholder-code",
            Severity.WARNING,
            75,
            "a placeholder for a value",
            "une valeur de remplissage",
            "leave the cell empty where the value is not known",
            "laisser la cellule vide quand la valeur est inconnue"),
    TOTAL_ROW(
            "total-row",
            Severity.WARNING,
            72,
            "a total among the rows",
            "un total parmi les lignes",
            "remove the row, or leave it out in the mapping",
            "enlever la ligne, ou l'écarter dans le mapping"),
    MOJIBAKE(
            "mojibake",
            Severity.WARNING,
            70,
            "text decoded by a wrong encoding",
            "texte décodé avec un mauvais encodage",
            "declare the encoding that the file is in, or mend the text where it was first read wrongly",
            "déclarer l'encodage réel du fichier, ou corriger le texte là où il a été mal lu"),
    UNDECODED(
            "replacement-character",
            Severity.WARNING,
            70,
            "characters lost",
            "caractères perdus",
            "take the text from where it was still whole",
            "reprendre le texte là où il était encore entier"),
    TWO_READINGS(
            "two-readings",
            Severity.WARNING,
            68,
            "dates that can be read in two ways",
            "dates qui se lisent de deux façons",
            "write dates as yyyy-mm-dd",
            "écrire les dates sous la forme aaaa-mm-jj"),
    STRAY_SIGN(
            "stray-sign",
            Severity.WARNING,
            55,
            "numbers with signs",
            "nombres accompagnés de signes",
            "leave units and marks out of the cell, or take them off in the mapping (fn:replace)",
            "laisser unités et marques hors de la cellule, ou les enlever dans le mapping (fn:replace)"),
    MISSING_CODE(
            "missing-code",
            Severity.INFO,
            30,
            "words among numbers",
            "des mots parmi des nombres",
            "name it as a missing value: missing in a column sheet; in RML rml:null, or the parameter fn:missing of fn:number",
            "le nommer comme valeur manquante : missing dans une feuille de colonnes ; en RML rml:null, ou le paramètre fn:missing de fn:number"),
    MIXED_DATES(
            "mixed-dates",
            Severity.WARNING,
            35,
            "dates of different precision",
            "dates de précisions différentes",
            "nothing, if that is all that is known; else write all dates alike",
            "rien, si l'on n'en sait pas plus ; sinon écrire toutes les dates de même"),
    PERSONAL_NOT_PUBLISHED(
            "personal-not-published",
            Severity.INFO,
            20,
            "personal data, not published",
            "données personnelles, non publiées",
            "nothing: the column is not mapped, and not in any download",
            "rien : la colonne n'est ni mappée ni dans aucun téléchargement"),
    SEPARATOR_LINE(
            "separator-line",
            Severity.INFO,
            10,
            "a line that names the delimiter",
            "une ligne qui nomme le séparateur",
            "nothing",
            "rien"),
    EMPTY_COLUMN(
            "empty-column",
            Severity.INFO,
            10,
            "empty column",
            "colonne vide",
            "nothing, or leave the column out",
            "rien, ou retirer la colonne"),
    CONSTANT_COLUMN(
            "constant-column",
            Severity.INFO,
            5,
            "column of one value",
            "colonne d'une seule valeur",
            "nothing, or leave the column out",
            "rien, ou retirer la colonne"),
    INVISIBLE_CHARACTER(
            "invisible-character",
            Severity.WARNING,
            60,
            "a character that nobody sees",
            "un caractère que personne ne voit",
            "remove the character in the source: what has it is not equal to what looks the same",
            "enlever le caractère dans la source : ce qui le contient n'est pas égal à ce qui a le même aspect"),
    ESCAPED_TEXT(
            "escaped-text",
            Severity.WARNING,
            60,
            "text escaped for a web page",
            "texte échappé pour une page web",
            "export the text without HTML entities",
            "exporter le texte sans entités HTML"),
    SPREADSHEET_TRACE(
            "spreadsheet-trace",
            Severity.WARNING,
            76,
            "what a spreadsheet has left",
            "ce qu'un tableur a laissé",
            "format the column as text in the spreadsheet, mend its formulas, and export again",
            "mettre la colonne au format texte dans le tableur, corriger ses formules, puis exporter à nouveau"),
    LETTER_FOR_DIGIT(
            "letter-for-digit",
            Severity.WARNING,
            74,
            "a letter in place of a digit",
            "une lettre à la place d'un chiffre",
            "write the code with digits",
            "écrire le code avec des chiffres"),
    MISSING_WORD(
            "missing-word",
            Severity.INFO,
            32,
            "a word that says that there is no value",
            "un mot qui dit qu'il n'y a pas de valeur",
            "leave the cell empty, or name the word as a missing value (rml:null, missing)",
            "laisser la cellule vide, ou nommer le mot comme valeur manquante (rml:null, missing)"),
    HEADER_AGAIN(
            "header-again",
            Severity.WARNING,
            85,
            "the header among the rows",
            "l'en-tête parmi les lignes",
            "remove the row: files that were joined have one header each",
            "enlever la ligne : des fichiers mis bout à bout ont chacun leur en-tête"),
    NOTE_ROW(
            "note-row",
            Severity.WARNING,
            71,
            "a note among the rows",
            "une note parmi les lignes",
            "remove the note: it can stand in the description",
            "enlever la note : sa place est dans la description"),
    LIKE_HEADERS(
            "like-headers",
            Severity.WARNING,
            42,
            "columns of like names",
            "colonnes de noms semblables",
            "give each column a name that tells it from the others",
            "donner à chaque colonne un nom qui la distingue des autres"),
    UNTIDY_HEADER(
            "untidy-header",
            Severity.INFO,
            16,
            "blanks or invisible characters in a column's name",
            "espaces ou caractères invisibles dans le nom d'une colonne",
            "remove them from the header, and from the mapping",
            "les enlever de l'en-tête, et du mapping"),
    NOT_CHECKED(
            "not-checked",
            Severity.INFO,
            90,
            "not all was checked",
            "tout n'a pas été vérifié",
            "mend what cannot be mapped, and check again",
            "corriger ce qui n'est pas exploitable, puis vérifier à nouveau"),
    LEFT_OUT(
            "left-out",
            Severity.INFO,
            15,
            "dataset left out, whose source is not there",
            "jeu de données laissé de côté, sa source étant absente",
            "put the file that its gate:onlyWith names among the sources, if it is to be published",
            "mettre le fichier que nomme son gate:onlyWith parmi les sources, s'il doit être publié"),
    PERSONAL_DECLARED(
            "personal-declared",
            Severity.INFO,
            20,
            "personal data, published for a reason",
            "données personnelles, publiées pour une raison",
            "nothing, as long as the reason holds",
            "rien, tant que la raison vaut"),
    DUPLICATE_KEY(
            "duplicate-key",
            Severity.ERROR,
            92,
            "two rows of one key",
            "deux lignes de même clé",
            "keep one of the rows, or make the key of more columns",
            "garder une des lignes, ou composer la clé de plus de colonnes"),
    REPEATED_KEY(
            "repeated-key",
            Severity.WARNING,
            88,
            "most rows repeat a key",
            "la plupart des lignes répètent une clé",
            "make the key of more columns; if the rows are about something that repeats, say so with a gate:policy",
            "composer la clé de plus de colonnes ; si les lignes portent sur ce qui se répète, le dire par une gate:policy"),
    NO_KEY(
            "no-key",
            Severity.WARNING,
            91,
            "row without a key",
            "ligne sans clé",
            "fill the key in, or take the row out of the source",
            "renseigner la clé, ou retirer la ligne de la source"),
    UNADDRESSABLE_KEY(
            "unaddressable-key",
            Severity.WARNING,
            91,
            "key that cannot be an address",
            "clé qui ne peut être une adresse",
            "make the key of letters, digits and hyphens, for instance by fn:slug",
            "faire la clé de lettres, de chiffres et de traits d'union, par exemple avec fn:slug"),
    ROW_LEFT_OUT(
            "row-left-out",
            Severity.INFO,
            15,
            "rows left out",
            "lignes écartées",
            "nothing, if the mapping leaves them out on purpose",
            "rien, si le mapping les écarte à dessein"),
    INVALID_IRI(
            "invalid-iri",
            Severity.WARNING,
            65,
            "not an address",
            "adresse invalide",
            "correct the cell, or change what the mapping makes of it",
            "corriger la cellule, ou changer ce que le mapping en fait"),
    ILL_TYPED_LITERAL(
            "ill-typed-literal",
            Severity.WARNING,
            65,
            "a value that is not of its datatype",
            "valeur hors de son type",
            "correct the cell, or change what the mapping makes of it",
            "corriger la cellule, ou changer ce que le mapping en fait"),
    INVALID_LANGUAGE(
            "invalid-language",
            Severity.WARNING,
            65,
            "not a language",
            "langue invalide",
            "correct the cell, or change what the mapping makes of it",
            "corriger la cellule, ou changer ce que le mapping en fait"),
    JSON("json", Severity.WARNING, 65, "not JSON", "JSON invalide", "correct the cell", "corriger la cellule"),
    NO_LICENCE(
            "no-licence",
            Severity.ERROR,
            96,
            "no licence",
            "aucune licence",
            "name the licence with dct:license: without one, nobody may use the data",
            "indiquer la licence avec dct:license : sans elle, nul ne peut utiliser les données"),
    LICENCE_NOT_AN_ADDRESS(
            "licence-not-an-address",
            Severity.WARNING,
            75,
            "licence as a text",
            "licence en toutes lettres",
            "write the address of the licence",
            "écrire l'adresse de la licence"),
    UNKNOWN_LICENCE(
            "unknown-licence",
            Severity.WARNING,
            74,
            "unknown licence",
            "licence inconnue",
            "choose a licence of the list, or correct its address",
            "choisir une licence de la liste, ou corriger son adresse"),
    CLOSED_LICENCE(
            "closed-licence",
            Severity.WARNING,
            76,
            "licence that is not open",
            "licence non ouverte",
            "choose an open licence, or keep the data without its first star",
            "choisir une licence ouverte, ou renoncer à la première étoile"),
    LICENCE_SPELLING(
            "licence-spelling",
            Severity.INFO,
            14,
            "licence written unusually",
            "licence écrite inhabituellement",
            "write the address that harvesters know",
            "écrire l'adresse que les moissonneurs connaissent"),
    NO_PUBLISHER(
            "no-publisher",
            Severity.WARNING,
            73,
            "no publisher",
            "aucun éditeur",
            "name the publisher with dct:publisher",
            "indiquer l'éditeur avec dct:publisher"),
    UNDESCRIBED_PUBLISHER(
            "undescribed-publisher",
            Severity.WARNING,
            72,
            "publisher that nothing describes",
            "éditeur que rien ne décrit",
            "describe the publisher in catalog.ttl",
            "décrire l'éditeur dans catalog.ttl"),
    UNSAFE_LOGO(
            "unsafe-logo",
            Severity.WARNING,
            12,
            "logo that could do harm",
            "logo qui pourrait nuire",
            "save the picture without scripts, links and fonts from elsewhere, as plain SVG or PNG",
            "enregistrer l'image sans script, lien ni police venus d'ailleurs, en SVG simple ou en PNG"),
    UNFIT_LOGO(
            "unfit-logo",
            Severity.WARNING,
            11,
            "logo that pages cannot show",
            "logo que les pages ne peuvent pas montrer",
            "put a small logo.svg, logo.png or logo.jpg beside catalog.ttl, and name it: foaf:logo <logo.svg>",
            "mettre un petit logo.svg, logo.png ou logo.jpg à côté de catalog.ttl, et le nommer : foaf:logo <logo.svg>"),
    LOW_CONTRAST(
            "low-contrast",
            Severity.WARNING,
            13,
            "colour that is hard to read",
            "couleur difficile à lire",
            "write the colour that pages have in its place, or a darker one",
            "écrire la couleur que les pages ont à sa place, ou une plus foncée"),
    UNREADABLE_COLOUR(
            "unreadable-colour",
            Severity.WARNING,
            11,
            "not a colour",
            "ce n'est pas une couleur",
            "write it as # and six digits, such as #0a5a6b",
            "l'écrire avec # et six chiffres, comme #0a5a6b"),
    UNDESCRIBED_SERIES(
            "undescribed-series",
            Severity.WARNING,
            44,
            "series that nothing describes",
            "série que rien ne décrit",
            "describe the series in catalog.ttl as <series/…>: dct:title and dct:description",
            "décrire la série dans catalog.ttl sous <series/…> : dct:title et dct:description"),
    SHORT_DESCRIPTION(
            "short-description",
            Severity.WARNING,
            45,
            "description too short",
            "description trop courte",
            "say in a few sentences what the data is, from where, how often it is updated",
            "dire en quelques phrases ce que sont les données, d'où elles viennent, à quel rythme elles sont mises à jour"),
    BRIEF_DESCRIPTION(
            "brief-description",
            Severity.INFO,
            13,
            "brief description",
            "description brève",
            "say what the data is, from where, how often it is updated",
            "dire ce que sont les données, d'où elles viennent, à quel rythme elles sont mises à jour"),
    SHAPE(
            "shape",
            Severity.ERROR,
            80,
            "thing that breaks its shape",
            "objet contraire à sa forme",
            "correct the source, or the shape in ontology/shapes/ if it asks too much",
            "corriger la source, ou la forme dans ontology/shapes/ si elle demande trop"),
    BROKEN_CUBE(
            "broken-cube",
            Severity.ERROR,
            82,
            "cube that is not well formed",
            "cube mal formé",
            "correct the source or the cube's declaration, so that every sum over it is right",
            "corriger la source ou la déclaration du cube, pour que toute somme soit juste"),
    TOTAL_DIFFERS(
            "total-differs",
            Severity.WARNING,
            58,
            "total that is not the sum of its parts",
            "total qui n'est pas la somme de ses parties",
            "ask the producer which is right; until then take the parts or the total, never one for the other",
            "demander au producteur lequel est juste ; d'ici là, prendre les parties ou le total, jamais l'un pour l'autre"),
    FAR_YEAR(
            "far-year",
            Severity.WARNING,
            72,
            "a year far from all others of its cube",
            "une année loin de toutes les autres de son cube",
            "correct the year in the source, if it is mistyped",
            "corriger l'année dans la source, si c'est une faute de frappe"),
    NOT_FOR_CUBE_LINK(
            "not-for-cube-link",
            Severity.INFO,
            18,
            "a cube that visualize.admin.ch would not open",
            "un cube que visualize.admin.ch n'ouvrirait pas",
            "give it and its dimensions names, and each dimension values of one kind",
            "le nommer ainsi que ses dimensions, et donner à chaque dimension des valeurs d'une seule sorte"),
    CONSTANT_DIMENSION(
            "constant-dimension",
            Severity.INFO,
            12,
            "dimension with one value",
            "dimension à une seule valeur",
            "nothing, or leave the dimension out of the cube",
            "rien, ou retirer la dimension du cube"),
    SHAPE_WARNING(
            "shape-warning",
            Severity.WARNING,
            55,
            "thing that lacks what most have",
            "objet auquel manque ce que la plupart ont",
            "complete the source, if it can be known",
            "compléter la source, si cela peut être su"),
    SHAPE_NOTE("shape-note", Severity.INFO, 11, "remark of a shape", "remarque d'une forme", "nothing", "rien"),
    UNDEFINED_TERM(
            "undefined-term",
            Severity.WARNING,
            60,
            "term that no vocabulary has",
            "terme qu'aucun vocabulaire n'a",
            "correct the property or the class, or define it in a file of ontology/",
            "corriger la propriété ou la classe, ou la définir dans un fichier de ontology/"),
    UNKNOWN_VOCABULARY(
            "unknown-vocabulary",
            Severity.INFO,
            12,
            "vocabulary that is not known",
            "vocabulaire inconnu",
            "nothing, or define the terms that are used in a file of ontology/",
            "rien, ou définir les termes employés dans un fichier de ontology/"),
    SHARED_ADDRESS(
            "shared-address",
            Severity.WARNING,
            85,
            "one address in two datasets",
            "une adresse dans deux jeux de données",
            "give the things of each dataset addresses of their own; if they are meant to be the same, say so with a gate:policy",
            "donner aux objets de chaque jeu leurs propres adresses ; s'ils sont voulus identiques, le dire par une gate:policy"),
    SHARED_IDENTITY(
            "shared-identity",
            Severity.WARNING,
            86,
            "one identifier of two things",
            "un identifiant pour deux objets",
            "correct the identifier of one of them in the source; if two things may bear one, say so of its system (ids:shared true)",
            "corriger l'identifiant de l'un des deux dans la source ; si deux objets peuvent porter le même, le dire de son système (ids:shared true)"),
    IDENTITY_CONFLICT(
            "identity-conflict",
            Severity.WARNING,
            85,
            "identity that a register contradicts",
            "identité qu'un registre contredit",
            "correct the identifier in the source that is not the thing's, or have the register corrected",
            "corriger dans la source l'identifiant qui n'est pas celui de l'objet, ou faire corriger le registre"),
    IDENTITY_PARENT(
            "identity-parent",
            Severity.WARNING,
            85,
            "identity with a part of the thing",
            "identité avec une partie de l'objet",
            "give the identifier of the whole in the source",
            "donner dans la source l'identifiant de l'ensemble"),
    IDENTITY_INACTIVE(
            "identity-inactive",
            Severity.INFO,
            10,
            "identity with what exists no more",
            "identité avec ce qui n'existe plus",
            "give the identifier of the successor in the source, if the thing is that by now",
            "donner dans la source l'identifiant du successeur, si l'objet l'est devenu"),
    REGISTER_OLD(
            "register-old",
            Severity.WARNING,
            80,
            "register that is older than the data",
            "registre plus ancien que les données",
            "get the register's present file, and say its day (link:asOf); until then what is new in the data cannot agree with it",
            "prendre le fichier actuel du registre et dire sa date (link:asOf) ; d'ici là, ce qui est nouveau dans les données ne peut s'y retrouver"),
    LINK_RULE(
            "link-rule",
            Severity.WARNING,
            60,
            "rule that links nothing",
            "règle qui ne lie rien",
            "correct the class or the property there, or publish what has it",
            "y corriger la classe ou la propriété, ou publier ce qui la porte"),
    SUCCESSION_UNKNOWN(
            "succession-unknown",
            Severity.WARNING,
            60,
            "successor that is not there",
            "successeur introuvable",
            "correct the change, or complete the dataset of what exists now",
            "corriger l'événement, ou compléter le jeu de ce qui existe"),
    SUCCESSION_CIRCULAR(
            "succession-circular",
            Severity.WARNING,
            60,
            "changes that lead back to where they begin",
            "événements qui ramènent à leur point de départ",
            "correct one of the changes of that day",
            "corriger l'un des événements de ce jour"),
    REPLACED_CIRCULAR(
            "replaced-circular",
            Severity.WARNING,
            60,
            "replaced by itself",
            "remplacé par lui-même",
            "take one of the replacements out of the source, or out of the decisions that are kept with the dataset",
            "retirer l'un des remplacements de la source, ou des décisions gardées avec le jeu"),
    GONE_UNEXPLAINED(
            "gone-unexplained",
            Severity.INFO,
            30,
            "gone without a successor",
            "disparu sans successeur",
            "decide what became of them: pleiade changes DATASET EARLIER.csv LATER.csv proposes; rows that are kept in the dataset's folder are published",
            "décider ce qu'ils sont devenus : pleiade changes JEU AVANT.csv APRES.csv propose ; les lignes gardées dans le dossier du jeu sont publiées"),
    SUCCESSION_CONTRADICTED(
            "succession-contradicted",
            Severity.WARNING,
            60,
            "exists now, and was ended by a change",
            "existe aujourd'hui, et a été supprimé par un événement",
            "correct the change, or take it out of the dataset of what exists now",
            "corriger l'événement, ou le retirer du jeu de ce qui existe"),
    SUCCESSION_SPLIT(
            "succession-split",
            Severity.INFO,
            20,
            "several successors",
            "plusieurs successeurs",
            "nothing: each change says what became of a part",
            "rien : chaque événement dit ce qu'une part est devenue"),
    LINK_SUPERSEDED(
            "link-superseded",
            Severity.INFO,
            15,
            "key of what is no more, led to what it is today",
            "clé de ce qui n'existe plus, menée à ce qu'il est aujourd'hui",
            "nothing, or write today's key in the source",
            "rien, ou écrire la clé actuelle dans la source"),
    LINK_ELSEWHERE(
            "link-elsewhere",
            Severity.INFO,
            15,
            "code of something that is not linked to",
            "code de ce à quoi l'on ne lie pas",
            "nothing",
            "rien"),
    LINK_AMBIGUOUS(
            "link-ambiguous",
            Severity.WARNING,
            50,
            "several candidates for a link",
            "plusieurs candidats pour un lien",
            "narrow the target by link:class, or mend the reference data",
            "restreindre la cible par link:class, ou corriger les données de référence"),
    LINK_MISSING(
            "link-missing",
            Severity.WARNING,
            50,
            "no link found",
            "lien introuvable",
            "correct the key in the source, or add a target that knows it",
            "corriger la clé dans la source, ou ajouter une cible qui la connaît"),
    LINK_NO_KEY(
            "link-no-key",
            Severity.WARNING,
            50,
            "no key to link by",
            "clé de lien absente",
            "fill the key in, in the source",
            "renseigner la clé dans la source"),
    NAME_DOUBTFUL(
            "name-doubtful",
            Severity.INFO,
            45,
            "link by name in doubt",
            "lien par le nom douteux",
            "decide it in decisions.csv of the dataset's folder; review/ of the state folder has all that it may be",
            "décider dans decisions.csv du dossier du jeu ; review/ du dossier d'état a tout ce que ce peut être"),
    NAME_DECISION(
            "name-decision",
            Severity.WARNING,
            50,
            "decision that cannot be followed",
            "décision qui ne peut être suivie",
            "correct the line of decisions.csv; it decides nothing until then",
            "corriger la ligne de decisions.csv ; elle ne décide rien d'ici là"),
    DECISION_GONE(
            "decision-gone",
            Severity.WARNING,
            50,
            "decision about what is gone",
            "décision sur ce qui n'existe plus",
            "decide anew, or take the line out of decisions.csv",
            "décider de nouveau, ou retirer la ligne de decisions.csv"),
    DANGLING_LINK(
            "dangling-link",
            Severity.WARNING,
            50,
            "link to nothing",
            "lien vers rien",
            "publish what it leads to, or correct the key",
            "publier ce à quoi il mène, ou corriger la clé"),
    SAMPLE(
            "sample",
            Severity.ERROR,
            65,
            "sample that does not give what is expected",
            "échantillon qui ne donne pas ce qui est attendu",
            "correct the mapping; or, if what it gives is right, accept it (check --accept-sample DATASET)",
            "corriger le mapping ; ou, si ce qu'il donne est juste, l'accepter (check --accept-sample JEU)"),
    FETCH_FAILED(
            "fetch-failed",
            Severity.WARNING,
            40,
            "download failed",
            "téléchargement échoué",
            "see whether the address is still right",
            "vérifier que l'adresse est encore la bonne"),
    SEVERITY_CHANGED(
            "severity-changed",
            Severity.INFO,
            5,
            "the site judges a rule by itself",
            "le site juge lui-même une règle",
            "nothing, as long as the reason holds",
            "rien, tant que la raison vaut"),
    ;

    /** What findings of rules that are not in the table cost. */
    public static final int USUAL_COST = 60;

    private static final Text REFUSES =
            new Text("a value that the function '%s' refuses", "une valeur que la fonction « %s » refuse");
    private static final Map<String, Rule> BY_ID = byId();

    private final String id;
    private final Severity severity;
    private final int cost;
    private final Text title;
    private final Text remedy;

    Rule(String id, Severity severity, int cost, String titleEn, String titleFr, String remedyEn, String remedyFr) {
        this.id = id;
        this.severity = severity;
        this.cost = cost;
        this.title = new Text(titleEn, titleFr);
        this.remedy = new Text(remedyEn, remedyFr);
    }

    private static Map<String, Rule> byId() {
        Map<String, Rule> rules = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(rule -> rules.put(rule.id, rule));
        return Collections.unmodifiableMap(rules);
    }

    /** {@return the rule with an id, if it is in the table} */
    public static Optional<Rule> named(String id) {
        return Optional.ofNullable(BY_ID.get(id));
    }

    /** {@return what a rule of findings is called; of a function of mappings, which is in no table, that it refuses the value} */
    public static Text titleOf(String id) {
        return named(id).map(Rule::title).orElse(REFUSES.with(id));
    }

    /** {@return the id that is most like a text, if one is like it at all} */
    static Optional<String> like(String id) {
        return Spelling.closest(id, BY_ID.keySet());
    }

    /** {@return the rule's name for machines: lower-case words joined by hyphens} */
    public String id() {
        return id;
    }

    /** {@return how bad it is to break it, where the site says nothing else} */
    public Severity severity() {
        return severity;
    }

    /** {@return what breaking it costs those who use the data, from 0 to 100} */
    public int cost() {
        return cost;
    }

    /** {@return what is wrong, in a few words} */
    public Text title() {
        return title;
    }

    /** {@return how to mend it} */
    public Text remedy() {
        return remedy;
    }

    /** {@return a finding of the rule; the sentences are templates of {@link String#format} for the same values} */
    public Finding at(Place place, String en, String fr, Object... values) {
        return new Finding(id, severity, place, new Text(en, fr).with(values), remedy);
    }
}
